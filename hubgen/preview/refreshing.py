"""The one thread that reads: woken by hints, it looks at the tree, reads what changed, and has the open pages told."""

from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic

from hubgen.preview.watching.eyes import Eyes
from hubgen.preview.watching.hints import Hints, Taken
from hubgen.preview.watching.tree import Tree

SOON = 0.4
"""Seconds after the last hint until everything is compared: an event may have been missed."""
IDLE = 30.0
"""Seconds between two looks at the day."""
POLL = 0.5
"""Seconds at least between two comparisons where the system tells of nothing."""
SHARE = 10
"""Polling takes at most one part in so many of the time."""
HALF_WRITTEN = 0.03
"""Seconds that a writer gets to go on after it has emptied a file."""

Refresh = Callable[[tuple[str, ...], float], None]
"""Reads the hub after a change of these files, first hinted at that moment."""


class Refresher:
    """Keeps the current hub current."""

    def __init__(self, tree: Tree, hints: Hints, eyes: Eyes, refresh: Refresh) -> None:
        """`refresh` must not raise."""
        self.tree = tree
        self.hints = hints
        self.eyes = eyes
        self.polls = False
        """Whether the files are looked at again and again."""
        self.is_due: Callable[[], bool] = bool
        """Whether the hub would be another one although no file changed."""
        self._refresh = refresh
        self._handled = -1
        self._settled = Condition()
        self._thread = Thread(target=self._run, name="hubgen-refresher", daemon=True)

    def start(self) -> None:
        """Look at everything, read it, and go on doing so."""
        self._thread.start()

    def close(self) -> None:
        """Stop; a reading that is under way is finished."""
        self.hints.close()
        if self._thread.is_alive():
            self._thread.join()

    def settle(self, seconds: float) -> bool:
        """Wait until everything that was hinted at before this call has been read; False when it takes longer."""
        wanted = self.hints.number
        with self._settled:
            return self._settled.wait_for(lambda: self._handled >= wanted, seconds)

    # ------------------------------------------------------------ the thread

    def _run(self) -> None:
        self.tree.look()
        self._refresh((), monotonic())
        self._follow()
        self._has_handled(0)
        rest = SOON
        while not self.hints.is_closed:
            rest = self._step(rest)

    def _step(self, rest: float) -> float:
        """One look at what was hinted at, or at everything when nothing was; gives the seconds until the next one."""
        if self.hints.wait(rest):
            began = monotonic()
            taken = self.hints.gather()
            if self.hints.is_closed:
                return 0.0
            self._look(taken, began)
            self._has_handled(taken.number)
            return SOON
        if self.hints.is_closed:
            return 0.0
        began = monotonic()
        self._follow()
        self._look(None, began)
        return max(POLL, SHARE * (monotonic() - began)) if self.polls else IDLE

    def _look(self, taken: Taken | None, began: float) -> None:
        changed = self.tree.look(taken.paths if taken is not None else None)
        if changed and self.tree.has_emptied:
            self.hints.pause(HALF_WRITTEN)
            changed = tuple(sorted({*changed, *self.tree.look()}))
        if changed or self.is_due():
            self._refresh(changed, began)
            self._follow()

    def _follow(self) -> None:
        reason = self.eyes.follow(self.tree.places)
        if reason:
            self.polls = True

    def _has_handled(self, number: int) -> None:
        with self._settled:
            self._handled = max(self._handled, number)
            self._settled.notify_all()
