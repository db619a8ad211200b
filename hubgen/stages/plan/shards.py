"""Rows that follow one another, cut into shards that stay the same while others change."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from msgspec import Struct

from hubgen.model.entry import Key


class Shard(Struct, frozen=True):
    """Some rows that stand one after the other."""

    name: str
    """A digest of what they are: a browser that knows an older list finds no file, and never another's rows."""
    keys: tuple[Key, ...]


class Division(Struct, frozen=True):
    """A list in parts."""

    name: str
    """A digest of what is in it, in which order."""
    shards: tuple[Shard, ...]

    @property
    def starts(self) -> list[int]:
        """The row with which each shard begins."""
        rows = [0]
        for each in self.shards[:-1]:
            rows.append(rows[-1] + len(each.keys))
        return rows


def divided(keys: tuple[Key, ...], reach: int) -> Division:
    """Shards that begin with the first row, and with each whose number, drawn by its name, is the lowest among so many rows
    before and after it: they have some `2 * reach` rows, and a row that comes or goes moves no border but those beside it.
    """
    starts = list(_starts(keys, reach))
    ends = (*starts[1:], len(keys))
    cuts = (keys[start:end] for start, end in zip(starts, ends, strict=True))
    return Division(_digest(keys).hex(), tuple(Shard(_digest(each).hex(), each) for each in cuts))


def _starts(keys: tuple[Key, ...], reach: int) -> Iterator[int]:
    drawn = [_digest((each,)) for each in keys]
    yield 0
    for row in range(1, len(keys)):
        if drawn[row] == min(drawn[max(0, row - reach) : row + reach + 1]):
            yield row


def _digest(keys: Iterable[Key]) -> bytes:
    return blake2b("\n".join(keys).encode(), digest_size=5).digest()
