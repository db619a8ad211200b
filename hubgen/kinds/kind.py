"""A kind of field: what it reads, what it complains about, and what it keeps."""

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct

from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_shapes import LITERALS, one_text, written
from hubgen.kinds.shapes import one_scalar, tell
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.text.reading import Reading

T = TypeVar("T")
Tell = Callable[[Field, Sheet], Schema]


class Kind(Struct, frozen=True):
    """One line of the table of kinds."""

    name: str
    read: Callable[[Node, Field, Reader], Any]
    """The value; None when nothing was given, and after complaining."""
    type: Callable[[Field], Any]
    """The type that `msgspec.msgpack.decode` needs to bring a value back from the cache."""
    json_schema: Callable[[Field, Sheet], Schema]
    """What it reads without an error, for other programs; of what JSON Schema can't tell it accepts rather too much."""


def kind_of_text(
    name: str, read_text: Callable[[str], Reading[Any]], value_type: Any, text: Tell
) -> Kind:
    """A kind whose values are one piece of text that means the same in every field."""

    def read(node: Node, field: Field, reader: Reader) -> Any:
        scalar = one_scalar(node, field, reader)
        return None if scalar is None else told(read_text(scalar.text), scalar, field, reader)

    return Kind(name, read, always(value_type), of_text(text))


def of_text(text: Tell) -> Callable[[Field, Sheet], Schema]:
    """The schema of a kind that is one piece of text, from what that text may be."""

    def json_schema(field: Field, sheet: Sheet) -> Schema:
        return one_text(text(field, sheet), sheet)

    return json_schema


def text_of(form: str, *codes: str, also: tuple[Schema, ...] = ()) -> Tell:
    """Text of a form, where not having it is an error by all of these codes; or what it may be taken for instead."""

    def text(_: Field, sheet: Sheet) -> Schema:
        if not sheet.forbids(*codes):
            return {"type": LITERALS}
        return {"anyOf": [written(form), *also]} if also else written(form)

    return text


def text_taken_for(*types: str) -> Tell:
    """Any text of a kind that only hubgen can judge, and the types for which other programs may take it."""
    return lambda _field, _sheet: {"type": list(types)}


def told(reading: Reading[T], node: Node, field: Field, reader: Reader) -> T | None:
    """The value of a reading, after its remarks have become diagnostics at the node."""
    for remark in reading.remarks:
        tell(remark, node, field, reader)
    return reading.value


def always(value_type: Any) -> Callable[[Field], Any]:
    """The type of a kind that is the same in every field."""
    return lambda _: value_type
