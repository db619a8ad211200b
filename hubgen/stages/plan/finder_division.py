"""Where a large directory's finder is cut, so that a browser loads the cards that it shows and no others."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from msgspec import Struct

from hubgen.model.entry import Key

LARGE = 8000
"""Entries from which on a directory is divided. In one file members weigh some 300 kB by then, as hosts send it, events 380;
in parts it is a quarter before the first answer, but each answer may wait for its cards."""
REACH = 32
"""Entries before and after the first one of a shard, among which it is chosen: so shards have some 65 entries, 4 kB each."""
DRAWERS = 32
"""Files in which the words lie by how they begin."""


class Shard(Struct, frozen=True):
    """Some entries that stand one after the other."""

    name: str
    """A digest of who they are: a browser that knows an older list finds no file, and never another's cards."""
    keys: tuple[Key, ...]


class Division(Struct, frozen=True):
    """A directory in parts."""

    name: str
    """A digest of who is in it, in which order."""
    shards: tuple[Shard, ...]

    @property
    def starts(self) -> list[int]:
        """The row with which each shard begins."""
        rows = [0]
        for each in self.shards[:-1]:
            rows.append(rows[-1] + len(each.keys))
        return rows


def division_of(keys: tuple[Key, ...]) -> Division | None:
    """The parts of a directory that lists these; None for one that stays whole."""
    if len(keys) < LARGE:
        return None
    starts = list(_starts(keys))
    ends = (*starts[1:], len(keys))
    cuts = (keys[start:end] for start, end in zip(starts, ends, strict=True))
    return Division(_digest(keys).hex(), tuple(Shard(_digest(each).hex(), each) for each in cuts))


def drawer_of(word: str) -> int:
    """In which drawer a word lies: letters that follow one another lie in different ones, in any script."""
    return ord(word[0]) % DRAWERS


def _starts(keys: tuple[Key, ...]) -> Iterator[int]:
    """The first row, and each whose number, drawn by its name, is the lowest for some way around: so an entry that comes or
    goes moves no border but those beside it, and no other shard is another one.
    """
    drawn = [_digest((each,)) for each in keys]
    yield 0
    for row in range(1, len(keys)):
        if drawn[row] == min(drawn[max(0, row - REACH) : row + REACH + 1]):
            yield row


def _digest(keys: Iterable[Key]) -> bytes:
    return blake2b("\n".join(keys).encode(), digest_size=5).digest()
