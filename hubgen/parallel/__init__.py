"""Spread work over processes, and gather the results in order.

Workers are forked where that is safe, so that they see the hub without copying it; elsewhere they begin from nothing and get a
copy. Orders and results travel through pipes between the two processes and never through a file. This process takes its share of
the work: whatever a worker touches of the hub becomes a copy of its own, so a worker more is a hub more in memory. Where the work
is small, everything happens here: the results are the same.
"""

import gc
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any, TypeVar

from hubgen.parallel.deck import Deck
from hubgen.parallel.starting import Start, can_fork, forking, spawning
from hubgen.parallel.team import Team
from hubgen.parallel.worker import WorkerDied

__all__ = ["WORTH_A_COPY", "WORTH_A_PROCESS", "WorkerDied", "spread"]

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 150
"""Items below which starting a worker takes longer than the work."""
WORTH_A_COPY = 1000
"""The same where a worker must load hubgen anew and be given a copy of the hub: half a second, and more for a large one."""
PATIENCE = 8
"""Items after which this process looks whether a worker waits for more."""


def spread(
    work: Callable[[T], R],
    items: Sequence[T],
    *,
    jobs: int,
    kin: Callable[[T], Hashable] = lambda _: None,
    done: Callable[[int], None] = lambda _: None,
) -> list[R]:
    """`work` of each item, in the order of the items; `done` hears how many were finished since it last heard.

    Items for which `kin` gives the same, other than None, are done in one process if there are many of them: what is found
    out for one of them, and remembered, serves the others.
    """
    forks = can_fork()
    hands = min(jobs, len(items) // (WORTH_A_PROCESS if forks else WORTH_A_COPY))
    if hands < 2:
        return list(_one_by_one(work, items, done))
    deck = Deck(items, kin, hands)
    return _in_workers(work, deck, (forking if forks else spawning)(work, deck.items), hands, done)


def _one_by_one(
    work: Callable[[T], R], items: Sequence[T], done: Callable[[int], None]
) -> Iterator[R]:
    for item in items:
        yield work(item)
        done(1)


def _in_workers(
    work: Callable[[T], R],
    deck: Deck[T],
    start: Start,
    hands: int,
    done: Callable[[int], None],
) -> list[R]:
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
