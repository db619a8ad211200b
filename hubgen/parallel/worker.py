"""A worker's side: does its share, sends the results in batches, and never leaves a failure behind."""

import gc
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, TypeVar

from hubgen.parallel.deck import BATCH
from hubgen.parallel.worker_died import WorkerDied

T = TypeVar("T")


def work_through(
    work: Callable[[T], Any], items: Sequence[T], orders: Connection, results: Connection
) -> None:
    """Send `work` of the items that are ordered, batch by batch, and None at the end; or the error that came between."""
    with orders, results, _Courier(results):
        _send_all(work, items, orders, results)


def work_as_told(orders: Connection, results: Connection) -> None:
    """As `work_through`, in a process that must first be told what the work is, and of what."""
    with orders, results, _Courier(results):
        work, items = orders.recv()
        _send_all(work, items, orders, results)


def _send_all(
    work: Callable[[T], Any], items: Sequence[T], orders: Connection, results: Connection
) -> None:
    gc.disable()
    for first, end in _orders(orders):
        for start in range(first, end, BATCH):
            results.send([work(item) for item in items[start : min(start + BATCH, end)]])
    results.send(None)


def _orders(orders: Connection) -> Iterator[tuple[int, int]]:
    """Where each portion begins and ends, until there are no more, or nobody who would want them."""
    with suppress(EOFError):
        while portion := orders.recv():
            yield portion


@dataclass(frozen=True, slots=True)
class _Courier:
    """Brings whatever goes wrong in a worker to the process that asked, instead of printing it here."""

    sending: Connection

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """True: nothing more is to be said of it in this process."""
        if error is not None and not isinstance(error, KeyboardInterrupt):
            with suppress(OSError):
                self.sending.send(_sendable(error))
        return True


def _sendable(error: BaseException) -> BaseException:
    """The error itself if it can travel, with its traceback, which stays behind, in words."""
    story = "in a worker process:\n" + "".join(traceback.format_exception(error))
    try:
        copy(error)
    except TypeError:
        return WorkerDied(story)
    error.add_note(story)
    return error
