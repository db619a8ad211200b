"""How workers begin: as copies of this process where that is safe, elsewhere from nothing, with a copy of what they need."""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from types import TracebackType
from typing import Any, Self

from hubgen.parallel.worker import work_as_told, work_through
from hubgen.parallel.worker_died import WorkerDied

PIPE_SIZE = 1 << 20
"""Bytes of results that can wait to be taken."""

Work = Callable[[Any], Any]


@dataclass(frozen=True, slots=True, eq=False)
class Worker:
    """A process that works, as its parent has it: it is gone when the context is left."""

    process: BaseProcess
    orders: Connection
    """Takes portions: the first place and the one after the last; None at the end."""
    results: Connection
    """Gives results in the order of the orders, batch by batch; None at the end."""

    def __enter__(self) -> Self:
        """At work already."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Whatever it still does isn't wanted any more."""
        self.orders.close()
        if self.process.is_alive():
            self.process.join(timeout=1)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join()
        self.results.close()


Start = Callable[[], Worker]
"""Starts a worker."""


def forking(work: Work, items: Sequence[Any]) -> Start:
    """Workers that are copies of this process: they see whatever it has loaded."""
    context = multiprocessing.get_context("fork")

    def start() -> Worker:
        orders, ordering = context.Pipe(duplex=False)
        arriving, results = context.Pipe(duplex=False)
        _widen(results)

        def run() -> None:
            # While a copy of these ends is open, nobody hears that this process's parent is gone.
            ordering.close()
            arriving.close()
            work_through(work, items, orders, results)

        process = context.Process(target=run, daemon=True)
        process.start()
        orders.close()
        results.close()
        return Worker(process, ordering, arriving)

    return start


def spawning(work: Work, items: Sequence[Any]) -> Start:
    """Workers that know nothing yet: each loads hubgen and is given the same bytes, because to pack a hub takes longer than to send it."""
    context = multiprocessing.get_context("spawn")
    packed = ForkingPickler.dumps((work, items))

    def start() -> Worker:
        orders, ordering = context.Pipe(duplex=False)
        arriving, results = context.Pipe(duplex=False)
        _widen(results)
        process = context.Process(target=work_as_told, args=(orders, results), daemon=True)
        with _unheard_interrupts():
            process.start()
        orders.close()
        results.close()
        worker = Worker(process, ordering, arriving)
        try:
            ordering.send_bytes(packed)
        except OSError as error:
            worker.__exit__(None, None, None)
            raise WorkerDied("a worker process did not begin; try `--jobs 1`") from error
        return worker

    return start


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
