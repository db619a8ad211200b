"""An entry as the checks see it that compare one field with another."""

from collections.abc import Mapping as MappingOf
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from hubgen.kinds import Reader
from hubgen.model.nodes import Mapping, Node
from hubgen.model.schema import Collection


class Whole(Struct, frozen=True):
    """The values of all fields beside the text that they were read from."""

    collection: Collection
    values: MappingOf[str, Any]
    nodes: MappingOf[str, Node]
    reader: Reader

    @property
    def start(self) -> date | None:
        """The day or moment at which it begins."""
        return self.day(self.collection.start_field)

    @property
    def end(self) -> date | None:
        """The day or moment at which it ends."""
        return self.day(self.collection.end_field)

    @property
    def is_all_day(self) -> bool:
        """Whether it takes whole days and its times mean nothing."""
        return self.values.get("all_day") is True

    def day(self, name: str) -> date | None:
        """The date or moment that a field holds."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def first_of_kind(self, kind: str) -> Any:
        """The value of the first field of this kind that has one."""
        names = (field.name for field in self.collection.fields_of_kind(kind))
        return next((self.values[name] for name in names if name in self.values), None)

    def refuse(self, name: str, code: str, message: str, help: str) -> None:
        """Put down a problem with a field, or with a part of it (`registration.deadline`)."""
        field, _, part = name.partition(".")
        node = self.nodes.get(field)
        if node is None:
            return
        if part and isinstance(node, Mapping):
            node = node.get(part) or node
        self.reader.complain(code, node, f"{name}: {message}", help)


def spoken(value: date) -> str:
    """A day or moment as it is written in a file."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat()
