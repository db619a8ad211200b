"""The kinds of a person's account somewhere, and of the number by which the world knows a work."""

from hubgen.kinds.kind import Kind, always, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_shapes import (
    GIVEN_TEXT,
    NOTHING,
    one_text,
    optional,
    text_or_parts,
)
from hubgen.kinds.shapes import given_parts, is_absent, one_scalar, wrong_shape
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.spelling import cases
from hubgen.model.nodes import Mapping, Node
from hubgen.model.schema import Field
from hubgen.model.values import Handle, Identifier
from hubgen.text.handles import SERVICE_NAMES, read_handle
from hubgen.text.identifiers import SCHEMES, read_identifier

_NAMES = ("url", "name", "handle")
ACCOUNT_PARTS = frozenset({"service", "label", *_NAMES})
"""What may be said of an account besides what it is called on which service."""


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
    service, name = field.service, None
    if len(parts) == 1 and first.casefold() in SERVICE_NAMES:
        service, name = first, parts.get(first)
    elif parts.keys() <= ACCOUNT_PARTS:
        service = parts["service"].text if "service" in parts else field.service
        name = next((parts[part] for part in _NAMES if part in parts), None)
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


def services_schema(sheet: Sheet) -> Schema:
    """Accounts by their services: `{github: ada, mastodon: "@ada@social.example"}`."""
    if not sheet.forbids("HG306"):
        return {}
    services = {f"^(?:{cases(SERVICE_NAMES)})$": optional(GIVEN_TEXT)}
    return {"type": "object", "patternProperties": services, "additionalProperties": NOTHING}


def _handle_schema(_: Field, sheet: Sheet) -> Schema:
    if not sheet.forbids("HG306"):
        return one_text(GIVEN_TEXT, sheet)
    named = {
        "type": "object",
        "properties": {part: {} for part in sorted(ACCOUNT_PARTS)},
        "additionalProperties": {"not": GIVEN_TEXT},
        "anyOf": [{"required": [name], "properties": {name: GIVEN_TEXT}} for name in _NAMES],
    }
    by_service = _one_of(SERVICE_NAMES)
    parts = {"anyOf": [by_service, named]}
    return text_or_parts(one_text(GIVEN_TEXT, sheet), parts)


def _identifier_schema(_: Field, sheet: Sheet) -> Schema:
    if not sheet.forbids("HG306"):
        return one_text(GIVEN_TEXT, sheet)
    return text_or_parts(one_text(GIVEN_TEXT, sheet), _one_of(SCHEMES))


def _one_of(names: tuple[str, ...]) -> Schema:
    """Something under one of these names; that it is under no second one, a pattern of names doesn't tell."""
    return {
        "type": "object",
        "patternProperties": {f"^(?:{cases(names)})$": {}},
        "additionalProperties": {"not": GIVEN_TEXT},
        "not": {"additionalProperties": {"not": GIVEN_TEXT}},
    }


ACCOUNT_KINDS = (
    Kind("handle", _read_handle, always(Handle), _handle_schema),
    Kind("identifier", _read_identifier, always(Identifier), _identifier_schema),
)
