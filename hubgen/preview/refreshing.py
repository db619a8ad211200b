"""The one thread that reads: woken by hints, it looks at the tree, reads what changed, and has the open pages told."""

from collections.abc import Callable, Iterable
from threading import Condition, Thread
from time import monotonic
from typing import NamedTuple

from hubgen.preview.caller import Caller
from hubgen.preview.heap import Heap
from hubgen.preview.watching.eyes import Eyes
from hubgen.preview.watching.hints import CALM, LONGEST, STORM, Hints, Taken
from hubgen.preview.watching.tree import Tree

SOON = 0.4
"""Seconds after the last hint until everything is compared: an event may have been missed."""
IDLE = 30.0
"""Seconds between two looks at the day."""
POLL = 0.5
"""Seconds at least between two comparisons where the system tells of nothing."""
SHARE = 10
"""Polling takes at most one part in so many of the time."""


class Patience(NamedTuple):
    """How long somebody is let finish, where the system doesn't tell."""

    calm: float
    """Seconds without a change after which they have."""
    longest: float
    """Seconds after which even what is still being written is read."""


A_FILE = Patience(0.03, 1.0)
A_STORM = Patience(CALM, LONGEST)

Refresh = Callable[[tuple[str, ...], float], None]
"""Reads the hub after a change of these files, first hinted at that moment."""


class Refresher:
    """Keeps the current hub current."""

    def __init__(
        self,
        tree: Tree,
        hints: Hints,
        eyes: Eyes,
        refresh: Refresh,
        caller: Caller,
    ) -> None:
        """`refresh` must not raise."""
        self.tree = tree
        self.hints = hints
        self.eyes = eyes
        self.polls = False
        """Whether the files are looked at again and again."""
        self.is_due: Callable[[], bool] = bool
        """Whether the hub would be another one although no file changed."""
        self._refresh = refresh
        self._caller = caller
        self._heap = Heap()
        self._whole_at = 0.0
        """When everything is compared next, hints or not."""
        self._handled = -1
        self._settled = Condition()
        self._thread = Thread(target=self._run, name="hubgen-refresher", daemon=True)

    def start(self) -> None:
        """Look at everything, read it, and go on doing so."""
        self._thread.start()

    def poll_because(self, reason: str) -> None:
        """The system can't tell of changes any more."""
        self.polls = True
        self._caller.note(f"{reason}; the files are looked at twice a second instead")

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
        self._whole_at = monotonic() + SOON
        while not self.hints.is_closed:
            try:
                self._step()
            except Exception as problem:
                self._recover(problem)

    def _recover(self, problem: Exception) -> None:
        """After a bug of ours the preview goes on: in a moment everything is compared, and nobody waits till then."""
        self._caller.bug(problem)
        self._has_handled(self.hints.number)
        self._whole_at = monotonic() + SOON
        self.hints.pause(SOON)

    def _step(self) -> None:
        """One look at what was hinted at, or at everything when that is due."""
        if self.hints.wait(max(0.0, self._whole_at - monotonic())):
            began = monotonic()
            taken = self.hints.gather()
            if not self.hints.is_closed:
                self._read(self._all_of(self.tree.look(taken.paths), taken), began)
                self._has_handled(taken.number)
        if monotonic() >= self._whole_at and not self.hints.is_closed:
            self._look_at_everything()

    def _look_at_everything(self) -> None:
        self.hints.let_finish()
        self._follow()
        began = monotonic()
        changed = self.tree.look()
        pause = max(POLL, SHARE * (monotonic() - began)) if self.polls else IDLE
        self._read(self._all_of(changed), began)
        self._heap.give_back(monotonic())
        self._whole_at = monotonic() + pause

    def _read(self, changed: set[str], began: float) -> None:
        if changed or self.is_due():
            self._refresh(tuple(sorted(changed)), began)
            self._follow()
        self._whole_at = min(self._whole_at, monotonic() + SOON)

    def _all_of(self, found: Iterable[str], taken: Taken | None = None) -> set[str]:
        """What was found, and what else belongs to it."""
        changed = set(found)
        # Without events nobody knows whether a file is finished.
        may_go_on = self.polls or self.tree.has_emptied
        if len(changed) > STORM or (taken is not None and taken.is_storm):
            # Of so many files the system tells late: what it hasn't told of yet is there already.
            later = self.tree.look()
            changed.update(later)
            may_go_on = may_go_on or bool(later)
        if changed and may_go_on:
            self._add_the_rest(changed)
        return changed

    def _add_the_rest(self, changed: set[str]) -> None:
        """Whoever is at it has finished when everything stays as it is."""
        patience = A_STORM if len(changed) > STORM else A_FILE
        latest, more = monotonic() + patience.longest, changed
        while more and monotonic() < latest:
            self.hints.pause(patience.calm)
            more = set(self.tree.look())
            changed |= more

    def _follow(self) -> None:
        if reason := self.eyes.follow(self.tree.places):
            self.poll_because(reason)

    def _has_handled(self, number: int) -> None:
        with self._settled:
            self._handled = max(self._handled, number)
            self._settled.notify_all()
