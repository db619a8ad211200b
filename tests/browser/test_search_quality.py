"""Search quality: the table of queries on the example hub, in a real browser, with either engine."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.kit import Hub
from tests.kit.searching import missed, queries
from tests.kit.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def minisearch(example_address: str) -> str:
    """The example hub as it is."""
    return example_address


@pytest.fixture(scope="module")
def index(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example hub with the engine for large ones."""
    hub = Hub(tmp_path_factory.mktemp("large"))
    shutil.copytree(checkout / "content", hub.root / "content")
    settings = (checkout / "site.yaml").read_text("utf-8")
    hub.edit("site.yaml", settings.replace("engine: auto", "engine: index"))
    build = hub.build()
    assert build.published, build.diagnostics
    assert build.has("search/index.en.json")
    with served(hub.out, "/my-hub/") as address:
        yield address


@pytest.mark.parametrize("engine", ["minisearch", "index"])
def test_every_query_finds_what_was_meant(
    browser: Browser,
    engine: str,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = queries()
    assert len(asked) >= 60
    wrong = missed(browser, request.getfixturevalue(engine))
    found = len(asked) - len(wrong)
    with capsys.disabled():
        sys.stdout.write(f"\n{engine}: {found} of {len(asked)} queries, {found / len(asked):.0%}\n")
    assert wrong == []
