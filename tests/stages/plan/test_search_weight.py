"""What search weighs before its first result, in a hub of a thousand entries."""

import gzip
from pathlib import Path

from bench.corpus import write_hub
from tests.kit import Hub

SCRIPTS = ("assets/js/search/", "assets/js/vendor/", "assets/js/cards", "assets/js/finder-data")
BUDGET = 150_000
"""Bytes on their way until the first result."""


def weight(data: bytes) -> int:
    """As hosts send it."""
    return len(gzip.compress(data, 6, mtime=0))


def test_the_first_result_comes_early(tmp_path: Path) -> None:
    write_hub(tmp_path / "hub", 1000)
    prepared, report = Hub(tmp_path / "hub").prepare()
    assert not report.has_errors
    assert prepared.plan.frames["en"].search_engine == "minisearch"

    def made(path: str) -> bytes:
        plan = prepared.plan
        page = plan.pages[path]
        output = prepared.renderer.render(
            page, plan.frame_of(page), report, view=plan.view_of(page)
        )
        assert output is not None
        return output.data

    scripts = [
        asset.content()
        for path, asset in prepared.plan.assets.items()
        if path.startswith(SCRIPTS) and path.endswith(".js")
    ]
    assert len(scripts) > 10
    data = ("search/documents.en.json", "search/cards.en.json", "search/index.html")
    first = sum(weight(made(path)) for path in data) + sum(map(weight, scripts))
    assert first < BUDGET
    # The texts, which come after, would not have fitted in.
    assert first + weight(made("search/texts.en.json")) > BUDGET
