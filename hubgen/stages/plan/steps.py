"""Lists of numbers as short texts: what a finder knows by row, or by word, is mostly that."""

from collections.abc import Iterable
from itertools import pairwise


def steps(lists: Iterable[Iterable[int]]) -> str:
    """`0 3,,2` for 0 and 3, nothing, and 2: each list rising, each number as the step from the one before.

    Of the numbers of a facet that makes a sixth less than lists of JSON when compressed, and half when read.
    """
    return ",".join(" ".join(_steps(sorted(each))) for each in lists)


def _steps(rising: list[int]) -> Iterable[str]:
    return (str(after - before) for before, after in pairwise((0, *rising)))
