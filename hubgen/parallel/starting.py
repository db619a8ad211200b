"""How workers begin: as copies of this process where that is safe, elsewhere from nothing, with a copy of what they need."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, Protocol

from hubgen.parallel.worker import WorkerDied, work_as_told, work_through

PIPE_SIZE = 1 << 20
"""Bytes of results that can wait to be taken."""

Work = Callable[[Any], Any]


class Start(Protocol):
    """Starts a worker for these items; gives the pipe out of which its results come."""

    def __call__(self, items: Sequence[Any], /) -> tuple[BaseProcess, Connection]: ...


def can_fork() -> bool:
    """Whether a copy of this process can safely go on by itself: Linux, and no other thread that holds a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


def forking(work: Work) -> Start:
    """Workers that are copies of this process: they see whatever it has loaded."""
    context = multiprocessing.get_context("fork")

    def start(items: Sequence[Any]) -> tuple[BaseProcess, Connection]:
        receiving, sending = context.Pipe(duplex=False)
        _widen(sending)
        process = context.Process(target=work_through, args=(work, items, sending), daemon=True)
        process.start()
        sending.close()
        return process, receiving

    return start


def spawning(work: Work) -> Start:
    """Workers that know nothing yet: each loads hubgen and is given the same bytes, because to pack a hub takes longer than to send it."""
    context = multiprocessing.get_context("spawn")
    packed = ForkingPickler.dumps(work)

    def start(items: Sequence[Any]) -> tuple[BaseProcess, Connection]:
        receiving, sending = context.Pipe(duplex=False)
        told, telling = context.Pipe(duplex=False)
        _widen(sending)
        process = context.Process(target=work_as_told, args=(told, items, sending), daemon=True)
        with _unheard_interrupts():
            process.start()
        sending.close()
        told.close()
        with telling:
            _send(telling, packed)
        return process, receiving

    return start


def _send(telling: Connection, packed: memoryview) -> None:
    try:
        telling.send_bytes(packed)
    except OSError as error:
        raise WorkerDied("a worker process did not begin; try `--jobs 1`") from error


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """A process that begins now doesn't hear Control-C, which would end it with a traceback while it loads; whoever began it ends it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _widen(pipe: Connection) -> None:
    """Let some batches wait in the pipe, so that no worker waits for this process to look."""
    with suppress(ImportError, OSError):
        from fcntl import F_SETPIPE_SZ, fcntl  # Linux only.

        fcntl(pipe.fileno(), F_SETPIPE_SZ, PIPE_SIZE)
