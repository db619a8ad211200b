"""Kinds that are words: a line of text, Markdown, and the name of a file."""

from hubgen.kinds.kind import Kind, always, of_text, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_shapes import LITERALS
from hubgen.kinds.shapes import one_scalar, tell
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.model.nodes import Node, Scalar
from hubgen.model.schema import Field
from hubgen.model.values import Markdown
from hubgen.text.file_names import read_file_name
from hubgen.text.plain_text import one_line, unshowable

LONGEST_TEXT = 5_000
"""Code points of a text whose field sets no limit."""
LONGEST_MARKDOWN = 500_000


def read_text(node: Node, field: Field, reader: Reader) -> str | None:
    """One line of words."""
    scalar = one_scalar(node, field, reader)
    return None if scalar is None else line_of(scalar, field, reader)


def line_of(scalar: Scalar, field: Field, reader: Reader) -> str | None:
    """The words of one piece of text, within the field's length."""
    reading = one_line(scalar.text)
    text = told(reading, scalar, field, reader) if reading.remarks else reading.value
    if text is not None and len(text) > (field.max_length or LONGEST_TEXT):
        _too_long(len(text), field.max_length or LONGEST_TEXT, scalar, field, reader)
        return None
    return text or None


def _read_markdown(node: Node, field: Field, reader: Reader) -> Markdown | None:
    scalar = one_scalar(node, field, reader)
    if scalar is None:
        return None
    problem = unshowable(scalar.text)
    if problem is not None:
        tell(problem, scalar, field, reader)
        return None
    if len(scalar.text) > (field.max_length or LONGEST_MARKDOWN):
        _too_long(len(scalar.text), field.max_length or LONGEST_MARKDOWN, scalar, field, reader)
        return None
    return reader.markdown(scalar)


def _read_file(node: Node, field: Field, reader: Reader) -> str | None:
    scalar = one_scalar(node, field, reader)
    return None if scalar is None else file_of(scalar, field, reader)


def file_of(scalar: Scalar, field: Field, reader: Reader) -> str | None:
    """The name of a file of the hub as it was written; whether it is there is found out later."""
    text = line_of(scalar, field, reader)
    return None if text is None else told(read_file_name(text), scalar, field, reader)


def _too_long(length: int, limit: int, node: Node, field: Field, reader: Reader) -> None:
    message = f"{length:,} characters, and at most {limit:,} are shown"
    reader.refuse(field, "HG312", node, message, help="shorten it")


def line_schema(field: Field, sheet: Sheet) -> Schema:
    """The words of one piece of text; white space that is doubled or around them doesn't count as length."""
    longest = field.max_length or LONGEST_TEXT
    tidied = {"pattern": rf"^\s*(?:\S|\s+(?=\S)){{0,{longest}}}\s*$"}
    return {"type": LITERALS, **sheet.only("HG312", anyOf=[{"maxLength": longest}, tidied])}


def _markdown_schema(field: Field, sheet: Sheet) -> Schema:
    longest = field.max_length or LONGEST_MARKDOWN
    return {"type": LITERALS, **sheet.only("HG312", maxLength=longest)}


TEXT_KINDS = (
    Kind("text", read_text, always(str), of_text(line_schema)),
    Kind("markdown", _read_markdown, always(Markdown), of_text(_markdown_schema)),
    Kind("file", _read_file, always(str), of_text(line_schema)),
)
