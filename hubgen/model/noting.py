"""A hub that notes what somebody looked at, entries and rows of its tables: what a page shows can have changed through those alone."""

from array import array
from collections.abc import Iterator, Mapping, Sequence, ValuesView
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from hubgen.model.entry import Entry, Key

T = TypeVar("T")
ENTRIES = "entries"
"""The table of entries' names; who there is and who isn't are rows of it."""


class Seen(Struct, frozen=True, array_like=True):
    """Whom a page shows, as places in the order of keys, packed, and what else it was told."""

    read: bytes = b""
    """Of these any word may be shown."""
    glanced: bytes = b""
    """Of these nothing of their longer texts (Markdown) is shown but the summaries on their cards."""
    everybody: bool = False
    """Any word of any entry may be shown, and nobody is named."""
    everybody_glanced: bool = False
    """What a glance sees may be shown of every entry; `glanced` names nobody then."""
    rows: tuple[str, ...] = ()
    """Rows of tables (`row_name`), sorted; a table's own name where all of it may be shown."""


def row_name(table: str, key: str) -> str:
    """How a row is noted: `uses/python`."""
    return f"{table}/{key}"


class NotedEntries(Mapping[Key, Entry]):
    """Entries by key that note who was looked at, and of which names it was asked whether there are such."""

    def __init__(self, entries: Mapping[Key, Entry]) -> None:
        """Nobody has looked yet."""
        self._entries = entries
        self._places = {key: place for place, key in enumerate(entries)}
        self._read: set[Key] = set()
        self._glanced: set[Key] = set()
        self._everybody = False
        self._everybody_glanced = False
        self._rows: set[str] = set()

    def take(self) -> Seen:
        """Who was looked at since this was last asked."""
        rows = tuple(sorted(self._rows))
        if self._everybody:
            seen = Seen(everybody=True, rows=rows)
        else:
            if self._everybody_glanced:
                self._glanced.clear()
            read, glanced = self._packed(self._read), self._packed(self._glanced - self._read)
            seen = Seen(read, glanced, everybody_glanced=self._everybody_glanced, rows=rows)
        self._read.clear()
        self._glanced.clear()
        self._rows.clear()
        self._everybody = self._everybody_glanced = False
        return seen

    def table(self, name: str, rows: Mapping[str, T]) -> Mapping[str, T]:
        """The same table, which notes here who asks for which of its rows."""
        return NotedTable(name, rows, self._rows)

    def names(self, name: str, rows: Mapping[str, T]) -> Mapping[str, T]:
        """The same table, of which rows that stay are what they were: it notes who asks for all of it, or for one that it doesn't have."""
        return NotedNames(name, rows, self._rows)

    def note_row(self, name: str) -> None:
        """The row of a table, be it one that nobody keeps, was looked at."""
        self._rows.add(name)

    def values(self) -> ValuesView[Entry]:
        """All entries; everybody is noted at once."""
        self._everybody = True
        return self._entries.values()

    def glance(self, key: Key) -> Entry:
        """The entry, for whoever shows nothing of its longer texts but the summary on its card."""
        entry = self._entries[key]
        self._glanced.add(key)
        return entry

    def glance_at_all(self) -> None:
        """Everybody is noted at once, as if each had been glanced at."""
        self._everybody_glanced = True

    def __getitem__(self, key: Key) -> Entry:
        """The entry, which is noted."""
        entry = self._entries.get(key)
        if entry is None:
            self.note_row(row_name(ENTRIES, key))
            raise KeyError(key)
        self._read.add(key)
        return entry

    def __contains__(self, key: object) -> bool:
        """Whether there is such an entry; that somebody asked is noted."""
        self.note_row(row_name(ENTRIES, str(key)))
        return key in self._places

    def __iter__(self) -> Iterator[Key]:
        """The keys; all names are noted."""
        self.note_row(ENTRIES)
        return iter(self._entries)

    def __len__(self) -> int:
        """How many there are; all names are noted."""
        self.note_row(ENTRIES)
        return len(self._entries)

    def _packed(self, keys: set[Key]) -> bytes:
        return array("I", sorted(map(self._places.__getitem__, keys))).tobytes()


class NotedTable(Mapping[str, T]):
    """A table that notes which rows were asked for, those too that it doesn't have."""

    def __init__(self, name: str, rows: Mapping[str, T], noted: set[str]) -> None:
        """Nobody has asked yet."""
        self._name = name
        self._rows = rows
        self._noted = noted

    def __getitem__(self, key: str) -> T:
        """The row, which is noted."""
        self._noted.add(row_name(self._name, key))
        return self._rows[key]

    def __iter__(self) -> Iterator[str]:
        """The keys; all of the table is noted."""
        self._noted.add(self._name)
        return iter(self._rows)

    def __len__(self) -> int:
        """How many rows there are; all of the table is noted."""
        self._noted.add(self._name)
        return len(self._rows)


class NotedNames(NotedTable[T]):
    """A table that notes who asks for all of it, and for which rows that it doesn't have."""

    def __getitem__(self, key: str) -> T:
        """The row; noted only where there is none."""
        return self._rows[key] if key in self._rows else super().__getitem__(key)


def places_in(packed: bytes) -> "array[int]":
    """The places of a `Seen`, as numbers."""
    return array("I", packed)


def moved(seen: Seen, places: Sequence[int]) -> Seen:
    """The same where the entry at each place has the one that stands there instead."""
    read, glanced = (
        array("I", sorted(map(places.__getitem__, places_in(each)))).tobytes()
        for each in (seen.read, seen.glanced)
    )
    return replace(seen, read=read, glanced=glanced)
