"""Spread work over processes that start from what is already loaded, and gather the results in order.

Workers are forked, so that they see the hub without copying it, and only results travel, through a pipe between the
two processes and never through a file. This process takes its share of the work: whatever a worker touches of the hub becomes a
copy of its own, so a worker more is a hub more in memory. Where fork isn't safe or the work is small, everything happens
here: the results are the same.
"""

import gc
import multiprocessing
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from copy import copy
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 150
"""Items below which starting a worker takes longer than the work."""
BATCH = 32
"""Results that travel together."""
PIPE_SIZE = 1 << 20
"""Bytes of results that can wait to be taken."""


class WorkerDied(Exception):
    """A worker ended without its results: killed, or out of memory."""


def spread(
    work: Callable[[T], R],
    items: Sequence[T],
    *,
    jobs: int,
    done: Callable[[int], None] = lambda _: None,
) -> list[R]:
    """`work` of each item, in the order of the items; `done` hears how many were finished since it last heard."""
    workers = min(jobs, len(items) // WORTH_A_PROCESS)
    if workers < 2 or not can_fork():
        return list(_one_by_one(work, items, done))
    return _in_workers(work, items, workers, done)


def can_fork() -> bool:
    """Whether a copy of this process can safely go on by itself: Linux, and no other thread that holds a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


def _one_by_one(
    work: Callable[[T], R], items: Sequence[T], done: Callable[[int], None]
) -> Iterator[R]:
    for item in items:
        yield work(item)
        done(1)


def _in_workers(
    work: Callable[[T], R], items: Sequence[T], workers: int, done: Callable[[int], None]
) -> list[R]:
    results: list[Any] = [None] * len(items)
    context = multiprocessing.get_context("fork")
    gc.freeze()  # Workers would copy each page of memory that the collector touches.
    with ExitStack() as stack:
        stack.callback(gc.unfreeze)
        arriving = _Arriving(results, workers, done)
        for number in range(1, workers):
            receiving, sending = context.Pipe(duplex=False)
            _widen(sending)
            process = context.Process(
                target=_work_through, args=(work, items, number, workers, sending), daemon=True
            )
            process.start()
            sending.close()
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


def _widen(pipe: Connection) -> None:
    """Let some batches wait in the pipe, so that no worker waits for this process to look."""
    from fcntl import F_SETPIPE_SZ, fcntl  # Linux only, as is fork.

    with suppress(OSError):
        fcntl(pipe.fileno(), F_SETPIPE_SZ, PIPE_SIZE)


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


def _work_through(
    work: Callable[[T], R],
    items: Sequence[T],
    number: int,
    workers: int,
    sending: Connection,
) -> None:
    gc.disable()
    batch: list[R] = []
    with sending, _Courier(sending):
        for item in items[number::workers]:
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


def _end(process: BaseProcess) -> None:
    if process.is_alive():
        process.join(timeout=1)
    if process.is_alive():
        process.terminate()
        process.join()
