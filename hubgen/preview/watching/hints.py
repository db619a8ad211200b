"""What was hinted at and not yet looked at; a single save is acted on at once, a storm or a checkout when it is over."""

from dataclasses import dataclass, field
from threading import Condition
from time import monotonic
from typing import Protocol

MOMENT = 0.004
"""Seconds for what belongs to one save to arrive."""
STORM = 12
"""Hints at once of which no single save has as many."""
CALM = 0.25
"""Seconds without a hint after which a storm is over."""
WRITING = 0.25
"""Seconds that somebody gets to finish a file, where the system tells when it is closed."""
LONGEST = 5.0
"""Seconds after which even a storm is looked at."""


class Work(Protocol):
    """Somebody who changes many files, and should be let finish."""

    def is_under_way(self) -> bool: ...
    def has_been(self) -> bool: ...
    def give_up(self) -> None: ...


class NoWork:
    """Nobody who could be seen at work."""

    def is_under_way(self) -> bool:
        """Never."""
        return False

    def has_been(self) -> bool:
        """Never."""
        return False

    def give_up(self) -> None:
        """Nothing to give up."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Everything that was hinted at up to a moment."""

    number: int
    """How many hints there have been so far."""
    paths: frozenset[str]
    is_storm: bool
    """Whether more may have happened than has been told by now."""


@dataclass
class Hints:
    """Filled by those who watch, emptied by the one who reads; safe from any thread."""

    work: Work = field(default_factory=NoWork)
    _change: Condition = field(default_factory=Condition)
    _number: int = 0
    _waiting: int = 0
    _paths: set[str] = field(default_factory=set)
    _open: set[str] = field(default_factory=set)
    """Files that somebody is writing."""
    _is_closed: bool = False

    @property
    def number(self) -> int:
        """How many hints there have been so far."""
        return self._number

    @property
    def is_closed(self) -> bool:
        """Whether the preview ends."""
        return self._is_closed

    def hint(self, path: str) -> None:
        """Something may have happened there."""
        with self._change:
            self._number += 1
            self._waiting += 1
            self._paths.add(path)
            self._change.notify_all()

    def begin(self, path: str) -> None:
        """Somebody writes into that file, and its end will be told."""
        with self._change:
            self._open.add(path)
        self.hint(path)

    def end(self, path: str) -> None:
        """They have finished it."""
        with self._change:
            self._open.discard(path)
        self.hint(path)

    def close(self) -> None:
        """Nobody waits for hints any more."""
        with self._change:
            self._is_closed = True
            self._change.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether there is a hint, or within that time comes one."""
        with self._change:
            return self._change.wait_for(lambda: self._waiting or self._is_closed, seconds) > 0

    def pause(self, seconds: float) -> None:
        """Let others go on for a moment; the end of the preview is not held up."""
        with self._change:
            self._change.wait_for(lambda: self._is_closed, seconds)

    def gather(self) -> Taken:
        """Everything up to now, as soon as it is calm enough to look."""
        with self._change:
            self._change.wait_for(lambda: self._is_closed, MOMENT)
            self._change.wait_for(lambda: self._is_closed or not self._open, WRITING)
        self.let_finish()
        with self._change:
            is_storm = self.work.has_been() or len(self._paths) > STORM
            taken = Taken(self._number, frozenset(self._paths), is_storm)
            self._paths.clear()
            self._open.clear()
            self._waiting = 0
            return taken

    def let_finish(self) -> None:
        """Wait until nobody is in the middle of a storm or a checkout; not for ever."""
        latest = monotonic() + LONGEST
        with self._change:
            while not (self._is_closed or self._is_over()):
                if monotonic() > latest:
                    self.work.give_up()
                    return

    def _is_over(self) -> bool:
        """Whether nobody is in the middle of something; waits a while before saying so."""
        if self._waiting <= STORM and not self.work.is_under_way():
            return True
        return self._is_calm() and not self.work.is_under_way()

    def _is_calm(self) -> bool:
        """Whether no hint comes for a while; waits until that is known."""
        seen = self._number
        return not self._change.wait_for(lambda: self._number != seen or self._is_closed, CALM)
