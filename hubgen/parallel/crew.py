"""This process and its workers, at work together until all is done."""

import gc
from collections.abc import Callable, Hashable, Sequence
from contextlib import ExitStack
from typing import Any, TypeVar

from hubgen.parallel.deck import Deck
from hubgen.parallel.starting import forking, spawning
from hubgen.parallel.team import Team

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 8
"""Items after which this process looks whether a worker waits for more."""


def together(
    work: Callable[[T], R],
    items: Sequence[T],
    kin: Callable[[T], Hashable],
    hands: int,
    *,
    forks: bool,
    done: Callable[[int], None],
) -> list[R]:
    """`work` of each item, in the order of the items, by this process and `hands - 1` workers, forked or spawned."""
    deck = Deck(items, kin, hands)
    start = (forking if forks else spawning)(work, deck.items)
    results: list[Any] = [None] * len(deck.items)
    mine = deck.others(PATIENCE)
    gc.freeze()  # Workers would copy each page of memory that the collector touches.
    with ExitStack() as stack:
        stack.callback(gc.unfreeze)
        workers = [stack.enter_context(start()) for _ in range(1, hands)]
        team = Team(deck, results, done, workers)
        while mine:
            for place in mine:
                team.put(place, work(deck.items[place]))
                done(1)
                if place % PATIENCE == 0:
                    team.take(0)
            mine = deck.others(PATIENCE) or deck.family()
        while team.is_at_work:
            team.take(None)
    return results
