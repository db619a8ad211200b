"""What people answer when they are asked for an entry's fields: texts, lists of them, and named parts."""

from collections.abc import Mapping as MappingOf
from typing import Final, TypeAlias

from hubgen.diagnostics import Report
from hubgen.kinds.pictures import IMAGE_FIELDS
from hubgen.kinds.places import CONSENT_FIELDS, PLACE_FIELDS
from hubgen.kinds.record import item_field
from hubgen.kinds.recurrences import RECURRENCE_FIELDS
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.model.schema import Field
from hubgen.text.yaml_reader import read_yaml

Answer: TypeAlias = "str | tuple[Answer, ...] | MappingOf[str, Answer]"

LISTS: Final = frozenset({"list", "tags", "references", "skills", "dates"})
_PARTS: Final[MappingOf[str, MappingOf[str, Field]]] = {
    "place": PLACE_FIELDS,
    "image": IMAGE_FIELDS,
    "recurrence": RECURRENCE_FIELDS,
    "consent": CONSENT_FIELDS,
}
_WHOLE: Final = frozenset({"record", "mapping", *_PARTS})
"""Kinds that hold named parts."""
_WITH_COMMAS: Final = _WHOLE | {"markdown", "url"}
"""Kinds of which one text is one item of a list, commas and all."""


def parts_of(field: Field) -> MappingOf[str, Field]:
    """The fields of its named parts; none where it has no parts, or parts of any name."""
    return field.fields if field.kind == "record" else _PARTS.get(field.kind, {})


def part_of(field: Field | None, name: str) -> Field | None:
    """The field of one named part."""
    if field is None:
        return None
    return item_field(field) if field.kind == "mapping" else parts_of(field).get(name)


def item_of(field: Field | None) -> Field | None:
    """The field of a list's items."""
    if field is None or field.kind != "list":
        return Field("", "date") if field is not None and field.kind == "dates" else None
    return item_field(field)


def answer_of(text: str, field: Field | None) -> Answer:
    """What a text means that somebody typed in one line: lists and named parts as YAML, or a list with commas."""
    kind = field.kind if field else "text"
    if kind not in LISTS | _WHOLE:
        return text
    if text[:1] in {"{", "["} and (found := _structure(text)) is not None:
        return found
    return _items(text, field) if kind in LISTS and text.strip() else text


def answer_in(node: Node) -> "Answer | None":
    """The answer that a piece of YAML holds; None where it says nothing."""
    if isinstance(node, Scalar):
        return None if node.is_empty else node.text
    if isinstance(node, Sequence):
        return tuple(found for each in node.items if (found := answer_in(each)) is not None)
    named = {key.text: answer_in(value) for key, value in node.items}
    return {name: found for name, found in named.items() if found is not None}


def _structure(text: str) -> "Answer | None":
    """None where the text is only text."""
    node = read_yaml(text, "", report := Report())
    if not isinstance(node, Mapping | Sequence) or report.diagnostics:
        return None
    return answer_in(node)


def _items(text: str, field: Field | None) -> tuple[str, ...]:
    item = item_of(field)
    if item is not None and item.kind in _WITH_COMMAS:
        return (text,)
    return tuple(part for each in text.split(",") if (part := each.strip())) or (text,)
