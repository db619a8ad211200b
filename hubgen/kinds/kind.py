"""A kind of field: what it reads, what it complains about, and what it keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from hubgen.kinds.reader import Reader
from hubgen.kinds.shapes import one_scalar, tell
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.text.reading import Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the table of kinds."""

    name: str
    read: Callable[[Node, Field, Reader], Any]
    """The value; None when nothing was given, and after complaining."""
    type: Callable[[Field], Any]
    """The type that `msgspec.msgpack.decode` needs to bring a value back from the cache."""


def kind_of_text(name: str, read_text: Callable[[str], Reading[Any]], value_type: Any) -> Kind:
    """A kind whose values are one piece of text that means the same in every field."""

    def read(node: Node, field: Field, reader: Reader) -> Any:
        scalar = one_scalar(node, field, reader)
        return None if scalar is None else told(read_text(scalar.text), scalar, field, reader)

    return Kind(name, read, always(value_type))


def told(reading: Reading[T], node: Node, field: Field, reader: Reader) -> T | None:
    """The value of a reading, after its remarks have become diagnostics at the node."""
    for remark in reading.remarks:
        tell(remark, node, field, reader)
    return reading.value


def always(value_type: Any) -> Callable[[Field], Any]:
    """The type of a kind that is the same in every field."""
    return lambda _: value_type
