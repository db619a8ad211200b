"""Spread work over processes, and gather the results in order.

Workers are forked where that is safe, so that they see the hub without copying it; elsewhere they begin from nothing and get a
copy. Results travel through a pipe between the two processes and never through a file. This process takes its share of the work:
whatever a worker touches of the hub becomes a copy of its own, so a worker more is a hub more in memory. Where the work is small,
everything happens here: the results are the same.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from hubgen.parallel.starting import Start, can_fork, forking, spawning
from hubgen.parallel.worker import BATCH, WorkerDied

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
    done: Callable[[int], None] = lambda _: None,
) -> list[R]:
    """`work` of each item, in the order of the items; `done` hears how many were finished since it last heard."""
    forks = can_fork()
    workers = min(jobs, len(items) // (WORTH_A_PROCESS if forks else WORTH_A_COPY))
    if workers < 2:
        return list(_one_by_one(work, items, done))
    start = forking(work) if forks else spawning(work)
    return _in_workers(work, items, start, workers, done)


def _one_by_one(
    work: Callable[[T], R], items: Sequence[T], done: Callable[[int], None]
) -> Iterator[R]:
    for item in items:
        yield work(item)
        done(1)


def _in_workers(
    work: Callable[[T], R],
    items: Sequence[T],
    start: Start,
    workers: int,
    done: Callable[[int], None],
) -> list[R]:
    results: list[Any] = [None] * len(items)
    gc.freeze()  # Workers would copy each page of memory that the collector touches.
    with ExitStack() as stack:
        stack.callback(gc.unfreeze)
        arriving = _Arriving(results, workers, done)
        for number in range(1, workers):
            process, receiving = start(items[number::workers])
            stack.callback(_end, process)
            arriving.expect(receiving, number)
        for count, place in enumerate(range(0, len(items), workers), start=1):
            results[place] = work(items[place])
            done(1)
            if count % BATCH == 0:
                arriving.take(0)
        while arriving.places:
            arriving.take(None)
    return results


@dataclass(frozen=True, slots=True)
class _Arriving:
    """Puts results into their places as they arrive; worker k has items k, k + workers, k + 2 * workers ..."""

    results: list[Any]
    workers: int
    done: Callable[[int], None]
    places: dict[Connection, int] = field(default_factory=dict)
    """By pipe of a worker that is still at work: where its next result belongs."""

    def expect(self, pipe: Connection, number: int) -> None:
        """The results of this worker will come out of that pipe."""
        self.places[pipe] = number

    def take(self, patience: float | None) -> None:
        """What has arrived, or arrives within so many seconds; None waits until something does."""
        for ready in wait(list(self.places), patience):
            pipe = next(each for each in self.places if each is ready)
            batch = _receive(pipe)
            if batch is None:
                del self.places[pipe]
                continue
            for result in batch:
                self.results[self.places[pipe]] = result
                self.places[pipe] += self.workers
            self.done(len(batch))


def _receive(pipe: Connection) -> list[Any] | None:
    try:
        message = pipe.recv()
    except (EOFError, OSError) as error:
        raise WorkerDied(
            "a worker process ended early; try `--jobs 1`, or give it more memory"
        ) from error
    if isinstance(message, BaseException):
        raise message
    batch: list[Any] | None = message
    return batch


def _end(process: BaseProcess) -> None:
    if process.is_alive():
        process.join(timeout=1)
    if process.is_alive():
        process.terminate()
        process.join()
