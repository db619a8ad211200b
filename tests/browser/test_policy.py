"""What slips into a page all the same doesn't run: the browser holds the site to its policy, by tag and by header."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kit import Hub, site
from tests.kit.browsing import visit
from tests.kit.serving import served

pytestmark = pytest.mark.browser

SLIPPED = (
    "<script>window.slipped = 'script'</script>",
    "<img src=x onerror=\"window.slipped = 'handler'\">",
    '<iframe srcdoc="<script>parent.slipped = 1</script>"></iframe>',
    "<script src='data:text/javascript,window.slipped=1'></script>",
    "<style>h1 { color: rgb(1, 2, 3) }</style>",
    "<h1 style='color: rgb(1, 2, 3)'>x</h1>",
    "<base href='https://evil.example/'>",
    "<img src='https://evil.example/x.png'>",
)
TAG = rb"<meta http-equiv[^>]*>"
ROOM = b"<h1"


@pytest.fixture(scope="module")
def hub() -> Hub:
    hub = site("-- content/pages/about.md --\n# Hello\n")
    assert hub.build().published
    return hub


@pytest.fixture(params=["tag", "header"])
def address(request: pytest.FixtureRequest, hub: Hub, tmp_path: Path) -> Iterator[str]:
    """A page into which all that has slipped, with only one of the two defences up."""
    host = tmp_path / "host"
    shutil.copytree(hub.out, host)
    page = (host / "index.html").read_bytes().replace(ROOM, "".join(SLIPPED).encode() + ROOM, 1)
    if request.param == "tag":
        (host / "_headers").unlink()
    else:
        page = re.sub(TAG, b"", page)
    (host / "slipped.html").write_bytes(page)
    with served(host) as home:
        yield home


def test_nothing_that_slips_in_has_an_effect(browser: Browser, address: str) -> None:
    room = browser.new_context()
    page = room.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.goto(f"{address}slipped.html")
    assert page.evaluate("window.slipped") is None
    assert page.locator("h1").first.evaluate("e => getComputedStyle(e).color") != "rgb(1, 2, 3)"
    assert _base(page).startswith(address)
    assert all(url.startswith((address, "data:")) for url in asked)
    assert sum("Content Security Policy" in text for text in said) >= len(SLIPPED) - 1
    room.close()


def test_nobody_shows_the_site_inside_theirs(browser: Browser, hub: Hub) -> None:
    (hub.out / "elsewhere").mkdir(exist_ok=True)
    with served(hub.out) as home:
        room = browser.new_context()
        page = room.new_page()
        page.route(
            "http://elsewhere.example/",
            lambda route: route.fulfill(
                content_type="text/html", body=f'<iframe src="{home}"></iframe>'
            ),
        )
        page.goto("http://elsewhere.example/")
        page.wait_for_timeout(200)
        inside = [frame.url for frame in page.frames if frame is not page.main_frame]
        assert home not in inside
        room.close()


def test_the_pages_themselves_keep_within_it(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address) as page:
        assert page.locator("h1").is_visible()


def _base(page: Page) -> str:
    return str(page.evaluate("document.baseURI"))
