"""The kinds of a person's account somewhere, and of the number by which the world knows a work."""

from hubgen.kinds.kind import Kind, always, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.shapes import given_parts, is_absent, one_scalar, wrong_shape
from hubgen.model.nodes import Mapping, Node
from hubgen.model.schema import Field
from hubgen.model.values import Handle, Identifier
from hubgen.text.handles import SERVICE_NAMES, read_handle
from hubgen.text.identifiers import SCHEMES, read_identifier


def _read_handle(node: Node, field: Field, reader: Reader) -> Handle | None:
    if type(node) is Mapping and not is_absent(node):
        return _named_handle(node, field, reader)
    scalar = one_scalar(node, field, reader)
    if scalar is None:
        return None
    return told(read_handle(scalar.text, field.service), scalar, field, reader)


def _named_handle(node: Mapping, field: Field, reader: Reader) -> Handle | None:
    """`{github: ada}`, or `{service: github, name: ada}`."""
    parts = given_parts(node)
    first = next(iter(parts), "")
    if len(parts) == 1 and first.casefold() in SERVICE_NAMES:
        service, name = first, parts.get(first)
    else:
        given = parts.get("service")
        service = given.text if given is not None else field.service
        name = parts.get("url") or parts.get("name") or parts.get("handle")
    if not parts.keys() <= {first, "service", "name", "url", "handle", "label"}:
        name = None
    if name is None:
        wrong_shape(node, field, reader, "an account, such as github: ada")
        return None
    return told(read_handle(name.text, field.service or service), name, field, reader)


def _read_identifier(node: Node, field: Field, reader: Reader) -> Identifier | None:
    if type(node) is not Mapping or is_absent(node):
        scalar = one_scalar(node, field, reader)
        return None if scalar is None else told(read_identifier(scalar.text), scalar, field, reader)
    parts = given_parts(node)
    known = [(name, value) for name, value in parts.items() if name.casefold() in SCHEMES]
    if len(known) != 1 or len(parts) != 1:
        wrong_shape(node, field, reader, "one of doi, isbn and orcid")
        return None
    ((scheme, value),) = known
    return told(read_identifier(value.text, scheme.casefold()), value, field, reader)


ACCOUNT_KINDS = (
    Kind("handle", _read_handle, always(Handle)),
    Kind("identifier", _read_identifier, always(Identifier)),
)
