"""Makes the files of a plan, as far as they aren't there already as they should be."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from time import perf_counter
from typing import Any, Protocol

from msgspec import Struct

from hubgen.diagnostics import Diagnostic, Report, Span
from hubgen.files.refusals import Unreadable
from hubgen.incremental.manifest import Made, Manifest
from hubgen.model.noting import Seen
from hubgen.model.plan import Asset, Output, Page, Plan

Ground = tuple[tuple[str, str], ...]
"""What a page stands on beside its view, part by part."""


class Renderer(Protocol):
    """Knows what a page is made of, and makes it."""

    def view_digest(self, page: Page, view: Any) -> str: ...
    def ground(self, page: Page, frame: Any) -> Mapping[str, str]: ...
    def render(self, page: Page, frame: Any, report: Report, *, view: Any) -> Output | None: ...


class Noted(Protocol):
    """Knows whom views look at."""

    def take(self) -> Seen: ...


class Folder(Protocol):
    """Where the files go."""

    def write(self, path: str, data: bytes) -> bool: ...
    def stamp(self, path: str) -> tuple[int, int]: ...


class LastTime(Struct, frozen=True):
    """What is known of the last build."""

    manifest: Manifest
    untouched: frozenset[str] = frozenset()
    """The paths of pages of which it is known without looking that their views are as they were."""


class Published(Struct, frozen=True):
    """What became of one file of the plan."""

    path: str
    made: Made | None
    """None when it could not be made."""
    rendered: bool = False
    written: bool = False
    template: str = ""
    ground: Ground = ()
    seconds: float = 0.0
    seen: Seen | None = None
    """Whom its view looked at; None when no view was made."""
    diagnostics: tuple[Diagnostic, ...] = ()


class Press:
    """One build's way from pages to files."""

    def __init__(
        self, renderer: Renderer, plan: Plan, noted: Noted, folder: Folder, last: LastTime
    ) -> None:
        self.renderer = renderer
        self.plan = plan
        self.noted = noted
        self.folder = folder
        self.manifest = last.manifest
        self.untouched = last.untouched
        # Most pages stand on the same as others; what was given is kept, so that its id stays its own.
        self._grounds: dict[int, tuple[Mapping[str, str], Ground, str]] = {}

    def sort(self, pages: Iterable[Page]) -> tuple[list[Published], list[Page]]:
        """The pages of which it is known without looking that they are as they should be, and those to be looked at."""
        standing: list[Published] = []
        others: list[Page] = []
        for page in pages:
            found = self._standing(page) if page.path in self.untouched else None
            if found is not None:
                standing.append(found)
            else:
                others.append(page)
        return standing, others

    def page(self, page: Page) -> Published:
        """Render and write the page unless its file is as the last build left it, and its digests as well."""
        started = perf_counter()
        frame = self.plan.frame_of(page)
        parts, ground = self._ground(page, frame)
        self.noted.take()
        view = self.plan.view_of(page)
        seen = self.noted.take()
        digest = self.renderer.view_digest(page, view)
        if self._stands(page.path, ground, view=digest):
            return Published(page.path, self.manifest.made[page.path], ground=parts, seen=seen)
        report = Report()
        output = self.renderer.render(page, frame, report, view=view)
        if output is None:
            return Published(page.path, None, ground=parts, diagnostics=report.found)
        written = self.folder.write(page.path, output.data)
        return Published(
            page.path,
            Made(digest, ground, *self.folder.stamp(page.path)),
            rendered=True,
            written=written,
            template=page.template or page.renderer,
            ground=parts,
            seconds=perf_counter() - started,
            seen=seen,
        )

    def asset(self, asset: Asset) -> Published:
        """Write the asset unless it is there already."""
        if self._stands(asset.url, "", view=asset.digest):
            return Published(asset.url, self.manifest.made[asset.url])
        try:
            data = asset.content()
        except Unreadable as problem:
            report = Report()
            place = asset.span or Span(asset.url)
            report.add(problem.code, place, problem.reason, help=problem.help)
            return Published(asset.url, None, diagnostics=report.found)
        written = self.folder.write(asset.url, data)
        made = Made(asset.digest, "", *self.folder.stamp(asset.url))
        return Published(asset.url, made, written=written)

    def _standing(self, page: Page) -> Published | None:
        parts, ground = self._ground(page, self.plan.frame_of(page))
        if not self._stands(page.path, ground):
            return None
        return Published(page.path, self.manifest.made[page.path], ground=parts)

    def _ground(self, page: Page, frame: Any) -> tuple[Ground, str]:
        """What the page stands on, and a short name for it; pages that share it share the same object."""
        shared = self.renderer.ground(page, frame)
        if id(shared) not in self._grounds:
            parts = tuple(sorted(shared.items()))
            self._grounds[id(shared)] = (shared, parts, ground_key(parts))
        return self._grounds[id(shared)][1:]

    def _stands(self, path: str, ground: str, *, view: str | None = None) -> bool:
        """Whether the file is as it was left, and was made of that; without a view, of whatever view it had."""
        made = self.manifest.made.get(path)
        if made is None or made.ground != ground or view not in {None, made.view}:
            return False
        return (made.size, made.mtime_ns) == self.folder.stamp(path)


def ground_key(parts: Ground) -> str:
    """A short name for what a page stands on."""
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()
