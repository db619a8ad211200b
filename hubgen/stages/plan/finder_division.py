"""Where a large directory's finder is cut, so that a browser loads the cards that it shows and no others."""

from hubgen.model.entry import Key
from hubgen.stages.plan.shards import Division, divided

LARGE = 8000
"""Entries from which on a directory is divided. In one file members weigh some 300 kB by then, as hosts send it, events 380;
in parts it is a quarter before the first answer, but each answer may wait for its cards."""
REACH = 32
"""Entries before and after the first one of a shard, among which it is chosen: so shards have some 65 entries, 4 kB each."""
DRAWERS = 32
"""Files in which the words lie by how they begin."""


def division_of(keys: tuple[Key, ...]) -> Division | None:
    """The parts of a directory that lists these; None for one that stays whole."""
    return divided(keys, REACH) if len(keys) >= LARGE else None


def drawer_of(word: str) -> int:
    """In which drawer a word lies: letters that follow one another lie in different ones, in any script."""
    return ord(word[0]) % DRAWERS
