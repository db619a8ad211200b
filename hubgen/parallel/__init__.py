"""Spread work over processes, and gather the results in order.

Workers are forked where that is safe, so that they see the hub without copying it; elsewhere they begin from nothing and get a
copy. Orders and results travel through pipes between the two processes and never through a file. This process takes its share of
the work: whatever a worker touches of the hub becomes a copy of its own, so a worker more is a hub more in memory. Where the work
is small, everything happens here: the results are the same.
"""

import sys
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from hubgen.parallel.worker_died import WorkerDied

__all__ = ["WORTH_A_COPY", "WORTH_A_PROCESS", "WorkerDied", "spread"]

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 150
"""Items below which starting a worker takes longer than the work."""
WORTH_A_COPY = 1000
"""The same where a worker must load hubgen anew and be given a copy of the hub: half a second, and more for a large one."""


def spread(
    work: Callable[[T], R],
    items: Sequence[T],
    *,
    jobs: int,
    kin: Callable[[T], Hashable] = lambda _: None,
    weight: int = 1,
    done: Callable[[int], None] = lambda _: None,
) -> list[R]:
    """`work` of each item, in the order of the items; `done` hears how many were finished since it last heard.

    Items for which `kin` gives the same, other than None, are done in one process if there are many of them: what is found
    out for one of them, and remembered, serves the others. An item of weight 4 is worth as many processes as four others.
    """
    forks = can_fork()
    hands = min(jobs, len(items) * weight // (WORTH_A_PROCESS if forks else WORTH_A_COPY))
    if hands < 2:
        return list(_one_by_one(work, items, done))
    # What starts processes takes longer to load than an unchanged hub takes to be looked at.
    from hubgen.parallel.crew import together

    return together(work, items, kin, hands, forks=forks, done=done)


def _one_by_one(
    work: Callable[[T], R], items: Sequence[T], done: Callable[[int], None]
) -> Iterator[R]:
    for item in items:
        yield work(item)
        done(1)


def can_fork() -> bool:
    """Whether a copy of this process can safely go on by itself: Linux, and no other thread that holds a lock."""
    return sys.platform == "linux" and threading.active_count() == 1
