"""A small hub on disk for one test, and what one build of it gave."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from hubgen.building import BuildRequest, BuildResult, build_site
from hubgen.diagnostics import Diagnostic, Report
from hubgen.files.reading import HubFolder
from hubgen.model.options import BuildOptions
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.workshop import Workshop
from tests.kit.pages import Element, elements, main_text
from tests.kit.themes import themes_read_once
from tests.kit.txtar import split_files

TODAY = date(2026, 11, 17)
SITE = "title: Test hub\nbase_url: https://hub.example/\n"
LONG_AFTER = 4_102_444_800_000_000_000
"""The year 2100, in nanoseconds: no file of a test is so new that its time can't be trusted."""
FIRST_CHANGE = 1_700_000_000
"""Seconds at which the times of a test's files begin; each change is ten seconds after the one before."""


@dataclass(frozen=True)
class Build:
    """What one build gave."""

    result: BuildResult
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]

    @property
    def published(self) -> bool:
        """Whether the site was written."""
        return self.result.published

    @property
    def codes(self) -> list[str]:
        """The codes of its diagnostics, in their order."""
        return [diagnostic.code for diagnostic in self.diagnostics]

    @property
    def pages_rendered(self) -> set[str]:
        """The addresses of the pages that were made in this build."""
        return {path.removesuffix("index.html") for path in self.result.pages}

    def has(self, url: str) -> bool:
        """Whether there is such a page."""
        return _file_of(url) in self.files

    def html(self, url: str) -> str:
        """The page's source."""
        return self.files[_file_of(url)].decode("utf-8")

    def text(self, url: str) -> str:
        """The words of the page's `<main>`."""
        return main_text(self.html(url))

    def elements(self, url: str, *tags: str) -> list[Element]:
        """The start tags of these names on the page."""
        return list(elements(self.html(url), *tags))

    def links(self, url: str) -> list[str]:
        """The addresses to which the page's links lead."""
        return [each.attributes.get("href", "") for each in self.elements(url, "a")]

    def tree(self) -> dict[str, bytes]:
        """Every file by path, as it was when the build ended."""
        return dict(self.files)

    def mentions(self, words: str) -> list[str]:
        """The files that hold these words."""
        return [path for path, data in self.files.items() if words.encode() in data]


@dataclass
class Hub:
    """A hub in a folder of its own."""

    root: Path
    _changes: int = field(default=0, repr=False)

    @cached_property
    def out(self) -> Path:
        """Where `build` puts the site."""
        return self.root / "_site"

    @property
    def cache(self) -> Path:
        """Where `build` keeps what it remembers."""
        return self.root / ".hubgen"

    def edit(self, path: str, content: str | bytes) -> "Hub":
        """Write a file, with a time of change that no file had before."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        self._touch(target)
        return self

    def replace(self, path: str, content: bytes) -> "Hub":
        """Put another content into a file's place without moving its time on, as a restored backup does."""
        target = self.root / path
        status = target.stat()
        beside = target.with_name("restored.part")
        beside.write_bytes(content)
        os.utime(beside, ns=(status.st_atime_ns, status.st_mtime_ns))
        beside.replace(target)
        return self

    def delete(self, path: str) -> "Hub":
        """Take a file away, or a folder with all that is in it."""
        target = self.root / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
        return self

    def rename(self, old: str, new: str) -> "Hub":
        """Give a file another name; its time of change stays, as it does on disk."""
        target = self.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(target)
        return self

    def site_files(self) -> dict[str, bytes]:
        """Every file of the site as it is now."""
        return files_below(self.out)

    def read(self, path: str) -> str:
        """A file of the hub."""
        return (self.root / path).read_text("utf-8")

    def prepare(
        self, *, today: date = TODAY, jobs: int = 1, **options: Any
    ) -> tuple[Prepared, Report]:
        """The hub up to its plan, with nothing remembered and nothing written."""
        shop = self._workshop(BuildOptions(today, **options), jobs=jobs, cache=None)
        with themes_read_once():
            return prepare(shop), shop.report

    def check(self, **options: Any) -> tuple[Diagnostic, ...]:
        """What there is to say about the hub."""
        return self.prepare(**options)[1].diagnostics

    def codes(self, **options: Any) -> list[str]:
        """The codes of what there is to say about the hub."""
        return [diagnostic.code for diagnostic in self.check(**options)]

    def build(
        self,
        *,
        today: date = TODAY,
        jobs: int = 1,
        cache: bool = True,
        out: Path | None = None,
        now_ns: int = LONG_AFTER,
        **more: Any,
    ) -> Build:
        """Build the site as it is on that day."""
        asked = {name: more.pop(name) for name in ("clean", "strict") if name in more}
        shop = self._workshop(
            BuildOptions(today, **more), jobs=jobs, cache=self.cache if cache else None
        )
        place = self.out if out is None else out
        with themes_read_once():
            result = build_site(BuildRequest(place, now_ns, **asked), shop)
        return Build(result, shop.report.diagnostics, files_below(place))

    def clean_copy(self) -> "Hub":
        """The same hub in another folder, never built."""
        other = new_folder()
        for path in self.root.iterdir():
            if path.name not in {"_site", ".hubgen"}:
                target = other.root / path.name
                shutil.copytree(path, target) if path.is_dir() else shutil.copy2(path, target)
        return other

    def _workshop(self, options: BuildOptions, *, jobs: int, cache: Path | None) -> Workshop:
        return Workshop(HubFolder(self.root), options, Report(), cache=cache, jobs=jobs)

    def _touch(self, path: Path) -> None:
        self._changes += 1
        moment = FIRST_CHANGE + 10 * self._changes
        os.utime(path, (moment, moment))


def site(text: str, more: Mapping[str, bytes] | None = None) -> Hub:
    """A hub with these files."""
    hub = new_folder()
    for path, content in {"site.yaml": SITE, **split_files(text)}.items():
        hub.edit(path, content)
    for path, data in (more or {}).items():
        hub.edit(path, data)
    return hub


def hub_of(files: Mapping[str, str | bytes]) -> Hub:
    """A hub with exactly these files."""
    hub = new_folder()
    for path, content in files.items():
        hub.edit(path, content)
    return hub


def new_folder() -> Hub:
    """A hub without a file, whose folder goes when nobody knows it any more."""
    hub = Hub(Path(tempfile.mkdtemp(prefix="hub-")).resolve())
    weakref.finalize(hub, shutil.rmtree, hub.root, ignore_errors=True)
    return hub


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file by its path below the folder, sorted."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _file_of(url: str) -> str:
    return url + "index.html" if url == "" or url.endswith("/") else url
