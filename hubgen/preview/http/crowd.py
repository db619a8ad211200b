"""Everybody who is connected: how many there may be, and who has to go when there are too many."""

from collections.abc import Callable


class Crowd:
    """Connections, each known by what ends it. Used from one thread only."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        # In the order in which they fell idle, and in which they began to be served.
        self._idle: dict[Callable[[], None], None] = {}
        self._busy: dict[Callable[[], None], None] = {}

    def enter(self, cut: Callable[[], None]) -> None:
        """Somebody comes. Where there is no more room, who has been idle for longest goes;
        if nobody is, who has taken longest to get an answer.
        """
        if len(self._idle) + len(self._busy) >= self._limit:
            oldest = next(iter(self._idle or self._busy))
            self.leave(oldest)
            oldest()
        self._idle[cut] = None

    def is_busy(self, cut: Callable[[], None]) -> None:
        """They have asked something."""
        if cut in self._idle:
            del self._idle[cut]
            self._busy[cut] = None

    def is_idle(self, cut: Callable[[], None]) -> None:
        """They have their answer."""
        if cut in self._busy:
            del self._busy[cut]
            self._idle[cut] = None

    def leave(self, cut: Callable[[], None]) -> None:
        self._idle.pop(cut, None)
        self._busy.pop(cut, None)
