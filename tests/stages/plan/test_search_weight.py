"""What search weighs before its first result, in a hub of a thousand entries and in one of ten thousand."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from bench.corpus import write_hub
from hubgen.diagnostics import Report
from hubgen.prepared import Prepared
from tests.kit import Hub

SCRIPTS = ("assets/js/search/", "assets/js/vendor/", "assets/js/cards", "assets/js/finder-data")
BUDGET, OF_LARGE_HUBS = 150_000, 400_000
"""Bytes on their way until the first result."""


def weight(data: bytes) -> int:
    """As hosts send it."""
    return len(gzip.compress(data, 6, mtime=0))


@dataclass(frozen=True)
class Made:
    """A hub's files, made when they are weighed."""

    prepared: Prepared
    report: Report

    def weight(self, *paths: str) -> int:
        """All of them together."""
        return sum(map(self._weight, paths))

    def heaviest(self, folder: str, count: int) -> int:
        """The heaviest ones there."""
        return sum(sorted(map(self._weight, self._below(folder)))[-count:])

    @cached_property
    def scripts(self) -> int:
        """Those of search, whether its engine needs them or not."""
        scripts = [
            asset.content()
            for path, asset in self.prepared.plan.assets.items()
            if path.startswith(SCRIPTS) and path.endswith(".js")
        ]
        assert len(scripts) > 10
        return sum(map(weight, scripts))

    def _below(self, folder: str) -> Iterator[str]:
        return (path for path in self.prepared.plan.pages if path.startswith(folder))

    def _weight(self, path: str) -> int:
        plan = self.prepared.plan
        page = plan.pages[path]
        view, frame = plan.view_of(page), plan.frame_of(page)
        output = self.prepared.renderer.render(page, frame, self.report, view=view)
        assert output is not None
        return weight(output.data)


def made(folder: Path, engine: str) -> Made:
    """A hub of a thousand with that engine."""
    write_hub(folder, 1000)
    hub = Hub(folder)
    hub.edit("site.yaml", hub.read("site.yaml") + f"\nsearch: {engine}\n")
    prepared, report = hub.prepare()
    assert not report.has_errors
    found = "minisearch" if engine == "auto" else engine
    assert prepared.plan.frames["en"].search_engine == found
    return Made(prepared, report)


def test_the_first_result_comes_early(tmp_path: Path) -> None:
    site = made(tmp_path / "hub", "auto")
    data = ("search/documents.en.json", "search/cards.en.json", "search/index.html")
    first = site.weight(*data) + site.scripts
    assert first < BUDGET
    # The texts, which come after, would not have fitted in.
    assert first + site.weight("search/texts.en.json") > BUDGET


@pytest.mark.parametrize("words", [2, 4])
def test_it_comes_earlier_out_of_an_index(tmp_path: Path, words: int) -> None:
    """Words and a choice that lie in the heaviest drawers, found in the heaviest rows."""
    site = made(tmp_path / "hub", "index")
    first = site.weight("search/index.en.json", "search/index.html") + site.scripts
    first += site.heaviest("search/en/names/", words) + site.heaviest("search/en/rows/", 3)
    first += site.heaviest("search/en/choices/", 1)
    assert first < BUDGET * 2 / 3
    assert first + site.heaviest("search/en/texts/", words) < BUDGET


def test_four_words_of_ten_thousand_entries_fit(large_site: Path) -> None:
    """Words that lie in the heaviest drawers of names and of texts, or in those of common words."""
    search = large_site / "search"
    scripts = [
        path for path in large_site.rglob("assets/js/**/*.js") if is_of_search(path, large_site)
    ]
    first = sum(weight(path.read_bytes()) for path in scripts)
    first += weight((search / "index.en.json").read_bytes())
    first += weight((search / "index.html").read_bytes())
    first += heaviest(search / "en/rows", 3) + heaviest(search / "en/names", 4)
    assert len(scripts) > 10
    for words in ("texts", "common"):
        assert 0 < heaviest(search / "en" / words, 4) < OF_LARGE_HUBS - first


def is_of_search(path: Path, site: Path) -> bool:
    return path.relative_to(site).as_posix().startswith(SCRIPTS)


def heaviest(folder: Path, count: int) -> int:
    """The heaviest files there."""
    return sum(sorted(weight(path.read_bytes()) for path in folder.iterdir())[-count:])
