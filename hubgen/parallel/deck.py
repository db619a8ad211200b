"""What is still to be done, dealt out in portions while the work goes on: whoever is quicker, or had lighter work, gets more.

Portions grow smaller towards the end, so that everybody ends at about the same time (guided self-scheduling: Polychronopoulos
and Kuck, 1987). Items that are kin stay together, and come first.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

BATCH = 32
"""Results that travel together; as many kin make a family."""
MOST = 4 * BATCH
"""Items of a portion."""


class Deck(Generic[T]):
    """The items in the order in which they are dealt; a portion is a range of places in that order."""

    def __init__(self, items: Sequence[T], kin: Callable[[T], Hashable], hands: int) -> None:
        """For so many processes; items of the same kin are best done by the same one, those whose kin is None by anybody."""
        families, others = _families(items, kin)
        self.order = [*(place for family in families for place in family), *others]
        """By place in the deck: the place among the items."""
        self.items = [items[place] for place in self.order]
        self._families = _ranges(families)
        self._next = len(self.order) - len(others)
        self._hands = hands

    @property
    def portion(self) -> int:
        """How many of the items without kin are dealt to a worker at a time now."""
        return max(1, min(MOST, (len(self.items) - self._next) // (2 * self._hands)))

    def family(self) -> range | None:
        """The largest family that is left."""
        return next(self._families, None)

    def others(self, most: int = MOST) -> range | None:
        """Some of the items without kin, so many at most."""
        start = self._next
        self._next = min(len(self.items), start + min(most, self.portion))
        return range(start, self._next) if start < self._next else None


def _families(
    items: Sequence[T], kin: Callable[[T], Hashable]
) -> tuple[list[list[int]], list[int]]:
    """The places of those that belong together, the largest family first; and of those that don't, or are few."""
    by_kin: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        by_kin[kin(item)].append(place)
    families = [
        family for each, family in by_kin.items() if each is not None and len(family) >= BATCH
    ]
    within = {place for family in families for place in family}
    others = [place for place in range(len(items)) if place not in within]
    return sorted(families, key=len, reverse=True), others


def _ranges(families: list[list[int]]) -> Iterator[range]:
    start = 0
    for family in families:
        yield range(start, start + len(family))
        start += len(family)
