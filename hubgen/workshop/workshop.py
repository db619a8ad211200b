"""The tools of one run: the hub's folder, what is remembered of earlier runs, how work is spread, who watches."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from hubgen.diagnostics import Diagnostic, Report
from hubgen.files.reading import HubFolder
from hubgen.model.options import BuildOptions

if TYPE_CHECKING:
    from hubgen.config.site import Site
    from hubgen.incremental.memory import Memory

T = TypeVar("T")
R = TypeVar("R")


class Watch(Protocol):
    """Whoever wants to know how far a run has come."""

    def stage(self, name: str, /) -> AbstractContextManager[None]: ...
    def expect(self, total: int, /) -> None: ...
    def done(self, count: int, /) -> None: ...


class NobodyWatches:
    """For runs that nobody looks at."""

    def stage(self, _name: str, /) -> AbstractContextManager[None]:
        """Nothing to tell."""
        return nullcontext()

    def expect(self, total: int) -> None:
        """Nothing to tell."""

    def done(self, count: int) -> None:
        """Nothing to tell."""


@dataclass(frozen=True)
class Workshop:
    """Everything that one run works with."""

    folder: HubFolder
    options: BuildOptions
    report: Report
    cache: Path | None = None
    """Where caches are kept; None: nothing is remembered and nothing is written."""
    keeps: bool = True
    """Whether the run may write there; a run that only looks uses what earlier ones left."""
    indexes: bool = True
    """Whether a large hub gets a search index; without, the browser looks through all texts itself."""
    jobs: int = 1
    """Processes that work at the same time."""
    watch: Watch = field(default_factory=NobodyWatches)
    started_ns: int = 0
    """The moment at which the run began: files that changed shortly before are read again next time; 0: all are."""

    @property
    def store(self) -> Path | None:
        """Where this run may keep what it made."""
        return self.cache if self.keeps else None

    handed_on: "Memory | None" = None
    """What an earlier run of the same process read, and still holds."""
    said: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """By stage: what it had to say in this run."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """One stage of the run: whoever watches is told, and what the stage says is kept apart."""
        known = len(self.report.found)
        with self.watch.stage(name):
            yield
        self.said[name] = self.report.found[known:]

    def repeat(self, said: Mapping[str, tuple[Diagnostic, ...]], *stages: str) -> None:
        """Say again what these stages said in an earlier run: this one needn't do their work."""
        for name in stages:
            self.said[name] = said[name]
            self.report.include(said[name])

    def weigh(self, site: "Site") -> None:
        """From here on the hub's own severities hold."""
        self.report.weigh({"HG203": site.skills.unknown, **site.severities})

    @cached_property
    def memory(self) -> "Memory":
        """What earlier runs read; loaded when first asked for, because an unchanged build never asks."""
        if self.handed_on is not None:
            return self.handed_on
        from hubgen.incremental.memory import Memory

        return Memory(self.cache)

    def each(
        self,
        work: Callable[[T], R],
        items: Sequence[T],
        kin: Callable[[T], Hashable] = lambda _: None,
        *,
        weight: int = 1,
    ) -> list[R]:
        """`work` of each item in the items' order, on as many processes as it is worth; those of the same kin in one of them.

        `weight` is how many times as long an item takes as reading an entry or making a page.
        """
        # What it needs takes longer to load than an unchanged hub to build.
        from hubgen.parallel import spread

        self.watch.expect(len(items))
        return spread(work, items, jobs=self.jobs, kin=kin, weight=weight, done=self.watch.done)
