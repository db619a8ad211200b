"""The entries of a hub, and which of them somebody looked at: what a page shows can have changed through those alone."""

from array import array
from collections.abc import Iterator, Mapping

from hubgen.model.entry import Entry, Key


class NotedEntries(Mapping[Key, Entry]):
    """Entries by key that note who was looked at; who only asks for names isn't."""

    def __init__(self, entries: Mapping[Key, Entry]) -> None:
        """Nobody has looked yet."""
        self._entries = entries
        self._places = {key: place for place, key in enumerate(entries)}
        self._seen: set[Key] = set()

    def take(self) -> bytes:
        """Who was looked at since this was last asked, as places in the order of keys: see `places_in`."""
        places = array("I", sorted(map(self._places.__getitem__, self._seen)))
        self._seen.clear()
        return places.tobytes()

    def __getitem__(self, key: Key) -> Entry:
        """The entry, which is noted."""
        entry = self._entries[key]
        self._seen.add(key)
        return entry

    def __contains__(self, key: object) -> bool:
        """Whether there is such an entry."""
        return key in self._places

    def __iter__(self) -> Iterator[Key]:
        """The keys."""
        return iter(self._entries)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._entries)


def places_in(noted: bytes) -> "array[int]":
    """What `NotedEntries.take` has given, as numbers."""
    return array("I", noted)
