"""A worker's side: does its share, sends the results in batches, and never leaves a failure behind."""

import gc
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

BATCH = 32
"""Results that travel together."""


class WorkerDied(Exception):
    """A worker ended without its results: killed, or out of memory."""


def work_through(work: Callable[[T], R], items: Sequence[T], sending: Connection) -> None:
    """Send `work` of each item, batch by batch, and None at the end; or the error that came between."""
    with sending, _Courier(sending):
        _send_all(work, items, sending)


def work_as_told(told: Connection, items: Sequence[Any], sending: Connection) -> None:
    """As `work_through`, in a process that must first be told what the work is."""
    with sending, _Courier(sending):
        with told:
            work: Callable[[Any], Any] = told.recv()
        _send_all(work, items, sending)


def _send_all(work: Callable[[T], R], items: Sequence[T], sending: Connection) -> None:
    gc.disable()
    batch: list[R] = []
    for item in items:
        batch.append(work(item))
        if len(batch) == BATCH:
            sending.send(batch)
            batch = []
    sending.send(batch)
    sending.send(None)


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
