"""Reads the finder's files as its scripts do (docs/finder-data.md)."""

from functools import cache
from itertools import accumulate


@cache
def rows_of(text: str) -> list[list[int]]:
    """`0 3,,2` is 0 and 3, nothing, and 2."""
    return [list(accumulate(map(int, each.split()))) for each in text.split(",")]
