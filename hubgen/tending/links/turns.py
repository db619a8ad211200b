"""Good manners: one connection to a host at a time, a gap between two, and a host that wants to be left alone is."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class Closed(Exception):
    """The host asked for more time than hubgen has, or the run is at its end."""


@dataclass
class _Turn:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    closed: str = ""


@dataclass
class Turns:
    """Whose turn it is at each host."""

    gap: float = 1.0
    """Seconds between the end of a connection and the next one to the same host."""
    longest_wait: float = 60.0
    """Seconds for which a host is waited for."""
    stop: threading.Event = field(default_factory=threading.Event)
    """Set when the run is to end."""
    _turns: dict[str, _Turn] = field(default_factory=dict)
    _door: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def at(self, host: str) -> Iterator[None]:
        """One connection to the host; waits until it is due; raises Closed."""
        turn = self._turn(host)
        with turn.lock:
            if turn.closed:
                raise Closed(turn.closed)
            self._wait(turn.free_at - time.monotonic())
            try:
                yield
            finally:
                turn.free_at = max(turn.free_at, time.monotonic() + self.gap)

    def leave_alone(self, host: str, seconds: float) -> None:
        """Nobody asks the host for that long; for longer than `longest_wait` means not in this run."""
        turn = self._turn(host)
        if seconds > self.longest_wait:
            turn.closed = f"{host} asked to be left alone for {seconds:,.0f} seconds"
        turn.free_at = max(turn.free_at, time.monotonic() + seconds)

    def _turn(self, host: str) -> _Turn:
        with self._door:
            return self._turns.setdefault(host, _Turn())

    def _wait(self, seconds: float) -> None:
        if self.stop.wait(max(0.0, seconds)):
            raise Closed("the run was ended")
