"""Kinds that name other things: tags, skills, and references to entries."""

from collections.abc import Iterator

from hubgen.kinds.kind import Kind, always, of_text
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_shapes import lone_text, many_of
from hubgen.kinds.shapes import LONGEST_LIST, many, one_scalar, wrong_shape
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.texts import line_of, line_schema
from hubgen.model.nodes import Node, Scalar
from hubgen.model.schema import Field
from hubgen.model.values import Reference, SkillUse
from hubgen.text.names import fold
from hubgen.text.reading import quoted


def read_references(node: Node, field: Field, reader: Reader) -> tuple[Reference, ...] | None:
    """Entries, or people without one, each as it was written; which are meant is found when all entries are known."""
    return (
        tuple(_reference(text, item, reader) for text, item in _once(node, field, reader)) or None
    )


def _read_reference(node: Node, field: Field, reader: Reader) -> Reference | None:
    scalar = one_scalar(node, field, reader)
    text = None if scalar is None else line_of(scalar, field, reader)
    return None if scalar is None or text is None else _reference(text, scalar, reader)


def _reference(text: str, node: Node, reader: Reader) -> Reference:
    return Reference(text, reader.span(node))


def _read_skills(node: Node, field: Field, reader: Reader) -> tuple[SkillUse, ...] | None:
    named = _once(node, field, reader)
    return tuple(SkillUse(text, reader.span(item)) for text, item in named) or None


def _read_tags(node: Node, field: Field, reader: Reader) -> tuple[str, ...] | None:
    return tuple(text for text, _ in _once(node, field, reader, drop="#")) or None


def _once(
    node: Node, field: Field, reader: Reader, *, drop: str = " "
) -> Iterator[tuple[str, Scalar]]:
    """Each name of a list with its place; of two spellings of one name the first, and a hint."""
    seen: dict[str, str] = {}
    for item in many(node, field, reader):
        if type(item) is not Scalar:
            wrong_shape(item, field, reader, "a name")
            continue
        text = (line_of(item, field, reader) or "").lstrip(drop).strip()
        first = seen.setdefault(fold(text) or text, text)
        if first is not text:
            message = f"{quoted(text)} says the same as {quoted(first)}"
            reader.refuse(field, "HG319", item, message, help="keep one of them")
        elif text:
            yield text, item


def _names_schema(field: Field, sheet: Sheet) -> Schema:
    name = lone_text(line_schema(field, sheet), sheet)
    return many_of(name, field.max_length or LONGEST_LIST, sheet)


NAME_KINDS = (
    Kind("tags", _read_tags, always(tuple[str, ...]), _names_schema),
    Kind("reference", _read_reference, always(Reference), of_text(line_schema)),
    Kind("references", read_references, always(tuple[Reference, ...]), _names_schema),
    Kind("skills", _read_skills, always(tuple[SkillUse, ...]), _names_schema),
)
