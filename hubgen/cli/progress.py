"""Shows how far a run has come: a bar for whoever watches a terminal, lines for a log, nothing while it is quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from hubgen.cli.voice import Voice

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0
"""Seconds after which people want to know whether anything happens."""
LOG_PATIENCE = 10.0
"""Seconds after which a log is told of each new stage: whoever reads it later has no use for more."""
TICK = 0.1
"""Seconds between two looks of the bar."""


@dataclass
class Progress:
    """Watches one run; keeps the time of each stage."""

    voice: Voice
    times: dict[str, float] = field(default_factory=dict)
    """Seconds by stage, in their order."""
    _began: float = field(default_factory=perf_counter)
    _stage: str = ""
    _drawn: float = 0.0
    _done: int = 0
    _total: int = 0
    _bar: "Bar | None" = None
    _task: "TaskID | None" = None

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return perf_counter() - self._began

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """One stage of the run; its work is counted from nothing."""
        started = perf_counter()
        self._stage, self._done, self._total = name, 0, 0
        if self.seconds > LOG_PATIENCE and not self.voice.on_terminal:
            self.voice.note(f"{name} ...")
        self._draw()
        try:
            yield
        finally:
            spent = perf_counter() - started
            self.times[name] = self.times.get(name, 0.0) + spent
            self.voice.detail(f"{name}: {spent:.2f} s")

    def expect(self, total: int) -> None:
        """So many pieces of work are to come in this stage."""
        self._done, self._total = 0, total
        self._draw()

    def done(self, count: int) -> None:
        """So many of them are done."""
        self._done += count
        if perf_counter() - self._drawn > TICK:
            self._draw()

    def stop(self) -> None:
        """Take the bar away: what is said next stands where it was."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _draw(self) -> None:
        self._drawn = perf_counter()
        if not self.voice.on_terminal or self.voice.quiet or self.seconds < PATIENCE:
            return
        if self._bar is None:
            self._open()
        if self._bar is not None and self._task is not None:
            self._bar.update(
                self._task,
                description=self._stage,
                completed=self._done,
                total=self._total or None,
            )
            self._bar.refresh()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as NewBar

        # Refreshed by hand: a thread of its own would keep workers from being forked safely.
        self._bar = NewBar(
            TextColumn("{task.description:8}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True, force_terminal=True),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._bar.add_task(self._stage)
        self._bar.start()
