"""What search knows of one page: the same for every engine."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

import msgspec
from msgspec import Struct

from hubgen.model.schema import Field

Choice = tuple[str, str]
"""What stands in an address, and what people read."""


class Filter(Struct, frozen=True):
    """A field by which entries can be narrowed, in one language: an entry's own, or one inside its records."""

    name: str
    """`level`, or `tags.topics` for the topics in the record `tags`."""
    field: Field
    known: dict[str, tuple[Choice, ...]] = msgspec.field(default_factory=dict)
    """What the values met so far stand for: thousands of entries choose among a few."""


class SearchRecord(Struct, frozen=True):
    """One listed entry or skill, as search finds and shows it."""

    url: str
    """Seen from the site's root: `fr/members/ada/`."""
    title: str
    lang: str
    """The language of its words where it isn't the page's."""
    collection: Choice
    summary: str
    body: str
    """What counts least: its text, and what else it says of itself."""
    key: str = ""
    """The entry's; empty for a skill that no file describes."""
    skills: tuple[Choice, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names of a skill that is itself the page."""

    @property
    def beyond(self) -> str:
        """The body, without the beginning that the summary already holds."""
        summary = self.summary.removesuffix("…").rstrip()
        is_repeated = bool(summary) and self.body.startswith(summary)
        return self.body[len(summary) :].lstrip() if is_repeated else self.body


class SearchedFields(Struct, frozen=True):
    """The fields of a collection of which search knows something."""

    body: str
    """The name of the one that a Markdown body fills; empty where there is none."""
    said: tuple[Field, ...]
    """Beside title, summary and body: those whose words people look for."""
    skills: tuple[str, ...]
    """The names of those in which skills can be, however deep."""


class PackedRows(Struct, frozen=True):
    """Something of each row, packed, side by side in one piece: a worker that reads it makes no copy of its own of each."""

    whole: bytes
    ends: "array[int]"

    @classmethod
    def of(cls, rows: Iterable[bytes]) -> "PackedRows":
        """Those of all rows, in their order."""
        pieces = tuple(rows)
        return cls(b"".join(pieces), array("Q", accumulate(map(len, pieces))))

    def __iter__(self) -> Iterator[memoryview]:
        """Row by row."""
        whole = memoryview(self.whole)
        return (whole[start:end] for start, end in pairwise((0, *self.ends)))
