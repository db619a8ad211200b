"""This side of the worker process: starts it, hands it pictures, and starts another when one has killed it."""

import os
import subprocess
import sys
import weakref
from contextlib import suppress
from threading import Timer
from typing import TypeVar

import msgspec

from hubgen.stages.media.recipe import Developed, Facts, Problem, Reply, Request, Variant
from hubgen.stages.media.worker import receive, send

PATIENCE = 90.0
"""Seconds that are waited for one answer."""

# The worker finds its modules where this process finds them, and takes nothing from the surroundings.
START = (
    "import sys; sys.path[:] = sys.argv[1:];"
    "from hubgen.stages.media.worker import serve;"
    "serve(open(0, 'rb'), open(1, 'wb'))"
)

FATAL = Problem(
    "HG605",
    "can't be decoded: it takes more time or memory than a picture may",
    "open it in an image program and save it again, smaller",
)

Answer = TypeVar("Answer", Facts, Developed)


class Darkroom:
    """Decodes and makes pictures, in another process that is started for the first of them."""

    def __init__(self) -> None:
        self._worker: subprocess.Popen[bytes] | None = None

    def inspect(self, data: bytes) -> Facts | Problem:
        """What a picture is; everything in it was decoded."""
        return self._ask(Request(data), Facts)

    def develop(self, data: bytes, variants: tuple[Variant, ...]) -> Developed | Problem:
        """The picture in these sizes and encodings."""
        return self._ask(Request(data, variants), Developed)

    def _ask(self, request: Request, kind: type[Answer]) -> Answer | Problem:
        worker = self._running()
        reply = _exchange(worker, request)
        if isinstance(reply, (kind, Problem)):
            return reply
        _end(worker, os.getpid())
        self._worker = None
        return FATAL

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._worker is None or self._worker.poll() is not None:
            self._worker = _start()
            weakref.finalize(self, _end, self._worker, os.getpid())
        return self._worker


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-c", START, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _exchange(worker: "subprocess.Popen[bytes]", request: Request) -> Reply | None:
    """The worker's reply; None when it died or took too long."""
    if worker.stdin is None or worker.stdout is None:
        return None
    clock = Timer(PATIENCE, worker.kill)
    clock.start()
    try:
        send(worker.stdin, request)
        payload = receive(worker.stdout)
        return None if payload is None else msgspec.msgpack.decode(payload, type=Reply)
    except (OSError, msgspec.DecodeError):
        return None
    finally:
        clock.cancel()
        clock.join()


def _end(worker: "subprocess.Popen[bytes]", owner: int) -> None:
    """Stop the worker; a forked copy of this process leaves it alone."""
    if os.getpid() != owner:
        return
    worker.kill()
    worker.wait()
    for stream in (worker.stdin, worker.stdout):
        if stream is not None:
            # What was still to be sent can't be sent any more.
            with suppress(OSError):
                stream.close()
