"""The workers, seen from the process that asked: each is told what to do next before it has nothing left, and hands in results."""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from hubgen.parallel.deck import Deck
from hubgen.parallel.starting import Worker
from hubgen.parallel.worker_died import WorkerDied

T = TypeVar("T")


class Team(Generic[T]):
    """Puts results into their places as they arrive, and deals out what is left."""

    def __init__(
        self,
        deck: Deck[T],
        results: list[Any],
        done: Callable[[int], None],
        workers: Sequence[Worker],
    ) -> None:
        self._deck = deck
        self._results = results
        self._done = done
        self._owed: dict[Worker, deque[int]] = {worker: deque() for worker in workers}
        """By worker that is still at work: the places in the deck of what it was told to do, in that order."""
        self._told_all: set[Worker] = set()
        for worker in workers:
            self._deal(worker)

    @property
    def is_at_work(self) -> bool:
        """Whether results are still to come."""
        return bool(self._owed)

    def take(self, patience: float | None) -> None:
        """What has arrived, or arrives within so many seconds; None waits until something does."""
        for ready in wait([worker.results for worker in self._owed], patience):
            worker = next(each for each in self._owed if each.results is ready)
            batch = _receive(worker)
            if batch is None:
                del self._owed[worker]
                continue
            for result in batch:
                self.put(self._owed[worker].popleft(), result)
            self._done(len(batch))
            self._deal(worker)

    def put(self, place: int, result: Any) -> None:
        """The result of the item that has this place in the deck."""
        self._results[self._deck.order[place]] = result

    def _deal(self, worker: Worker) -> None:
        """As much as keeps the worker busy until this process looks again; families are for workers, who don't have to look."""
        while worker not in self._told_all and len(self._owed[worker]) < self._deck.portion:
            portion = self._deck.family() or self._deck.others()
            if portion is None:
                self._told_all.add(worker)
            else:
                self._owed[worker].extend(portion)
            # A worker that ended is heard of where its results arrive.
            with suppress(OSError):
                worker.orders.send(portion and (portion.start, portion.stop))


def _receive(worker: Worker) -> list[Any] | None:
    try:
        message = worker.results.recv()
    except (EOFError, OSError) as error:
        raise WorkerDied(
            "a worker process ended early; try `--jobs 1`, or give it more memory"
        ) from error
    if isinstance(message, BaseException):
        raise message
    batch: list[Any] | None = message
    return batch
