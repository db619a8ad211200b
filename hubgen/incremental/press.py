"""Makes the files of a plan, as far as they aren't there already as they should be."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from time import perf_counter
from typing import Any, Protocol

from hubgen.diagnostics import Diagnostic, Report, Span
from hubgen.files.refusals import Unreadable
from hubgen.incremental.manifest import Made, Manifest
from hubgen.model.plan import Asset, Output, Page, Plan

Ground = tuple[tuple[str, str], ...]
"""What a page stands on beside its view, part by part."""


class Renderer(Protocol):
    """Knows what a page is made of, and makes it."""

    def view_digest(self, page: Page, view: Any) -> str: ...
    def ground(self, page: Page, frame: Any) -> Mapping[str, str]: ...
    def render(self, page: Page, frame: Any, report: Report, *, view: Any) -> Output | None: ...


class Folder(Protocol):
    """Where the files go."""

    def write(self, path: str, data: bytes) -> bool: ...
    def stamp(self, path: str) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True)
class Published:
    """What became of one file of the plan."""

    path: str
    made: Made | None
    """None when it could not be made."""
    rendered: bool = False
    written: bool = False
    template: str = ""
    ground: Ground = ()
    seconds: float = 0.0
    diagnostics: tuple[Diagnostic, ...] = ()


class Press:
    """One build's way from pages to files."""

    def __init__(self, renderer: Renderer, plan: Plan, folder: Folder, manifest: Manifest) -> None:
        self.renderer = renderer
        self.plan = plan
        self.folder = folder
        self.manifest = manifest
        # Most pages stand on the same as others: each ground is kept once.
        self._grounds: dict[Ground, Ground] = {}

    def page(self, page: Page) -> Published:
        """Render and write the page unless its digests and its file are as the last build left them."""
        started = perf_counter()
        view, frame = self.plan.view_of(page), self.plan.frame_of(page)
        parts = tuple(sorted(self.renderer.ground(page, frame).items()))
        parts = self._grounds.setdefault(parts, parts)
        digest, ground = self.renderer.view_digest(page, view), ground_key(parts)
        if self._stands(page.path, digest, ground):
            return Published(page.path, self.manifest.made[page.path], ground=parts)
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
        )

    def asset(self, asset: Asset) -> Published:
        """Write the asset unless it is there already."""
        if self._stands(asset.url, asset.digest, ""):
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

    def _stands(self, path: str, view: str, ground: str) -> bool:
        made = self.manifest.made.get(path)
        if made is None or (made.view, made.ground) != (view, ground):
            return False
        return (made.size, made.mtime_ns) == self.folder.stamp(path)


def ground_key(parts: Ground) -> str:
    """A short name for what a page stands on."""
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()
