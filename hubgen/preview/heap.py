"""Memory that nobody uses any more is given back to the system now and then.

The C library of GNU keeps what Python has freed, in pieces between what is in use: after thousands of
edits these pieces are a third of a preview's memory. malloc_trim(3) returns whole free pages of all its pools.
"""

import ctypes
import sys
from collections.abc import Callable

PAUSE = 20.0
"""Seconds between two times at least: it takes a few milliseconds, in which nobody else gets memory."""

Trim = Callable[[int], object]


class Heap:
    """What this process has of memory."""

    def __init__(self) -> None:
        self._trim = _trim()
        self._due = 0.0

    def give_back(self, now: float) -> None:
        """Return free pages, unless that was done shortly before; `now` in seconds."""
        if self._trim is not None and now >= self._due:
            self._trim(0)
            self._due = now + PAUSE


def _trim() -> Trim | None:
    """The C library's own; other libraries have none, and need none."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
