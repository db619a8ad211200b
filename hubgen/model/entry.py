"""One thing that the hub keeps, checked against its schema: a member, an event, a book."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from hubgen.diagnostics import Span

Key = str
"""How entries are named throughout: `members/ada`."""


class Entry(Struct, frozen=True):
    """A valid entry: each value has the type that its field's kind promises."""

    collection: str
    slug: str
    locale: str
    values: Mapping[str, Any]
    """Canonical field name to value; a field that was not given is absent, defaults are filled in. Records in it are
    plain dicts, lists are tuples."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where each given top-level field stands."""
    span: Span = field(default_factory=lambda: Span(""))
    """Where the entry begins; its path is the source file."""
    folder: str = ""
    """Where its own files lie, relative to the hub."""
    has_own_folder: bool = False
    """Written as `slug/index.md`: the folder is nobody else's."""

    @property
    def key(self) -> Key:
        """`members/ada`"""
        return f"{self.collection}/{self.slug}"

    def place_of(self, name: str) -> Span:
        """Where a field stands, or the entry's first line when it doesn't."""
        return self.spans.get(name, self.span)
