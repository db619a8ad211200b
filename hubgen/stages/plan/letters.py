"""Under which letter a printed directory would have an entry, and where each letter begins."""

from msgspec import Struct

from hubgen.model.entry import Entry
from hubgen.model.hub import Hub
from hubgen.model.schema import Collection
from hubgen.text.names import fold

LONG = 24
"""Entries from which on letters help to find one."""


class LetterPlace(Struct, frozen=True):
    """Where the first entry of a letter stands in its directory."""

    letter: str
    page: int
    """Of the directory, from 1."""
    part: int
    """Among the letters of that page, from 1."""


def letter_of(title: str) -> str:
    """The letter under which people look it up; `#` for digits and signs."""
    first = fold(title)[:1].upper()
    return first if first.isalpha() else "#"


def entry_letter(entry: Entry, hub: Hub) -> str:
    """The entry's letter: of its name in the hub's own language, by which lists are ordered in every language."""
    return letter_of(hub.title(hub.glance(entry.key)))


def is_lettered(collection: Collection, count: int) -> bool:
    """Whether a list of so many entries is parted by letters: a short one is seen at a glance."""
    return collection.group_by_letter and not collection.start_field and count >= LONG


def letter_places(
    entries: tuple[Entry, ...], collection: Collection, hub: Hub
) -> tuple[LetterPlace, ...]:
    """Where each letter begins, in list order; none where the list isn't parted by letters."""
    if not is_lettered(collection, len(entries)):
        return ()
    found: dict[str, LetterPlace] = {}
    page, part, previous = 0, 0, ""
    for number, entry in enumerate(entries):
        letter = entry_letter(entry, hub)
        if number // collection.per_page + 1 != page:
            page, part, previous = page + 1, 0, ""
        if letter != previous:
            part, previous = part + 1, letter
            found.setdefault(letter, LetterPlace(letter, page, part))
    return tuple(found.values())
