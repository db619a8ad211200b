"""A real browser for tests, and a watch over what pages do in it.

Fixtures stand in `tests/conftest.py`: `browser` (one Chromium for each process of a test run), `example_site` (the example
hub's output folder, built for 17 November 2026) and `example_address` (where a browser finds it). Small hubs are served
by `tests.kit.serving.served(hub.out)`.

    def test_the_menu_opens(browser, example_address):
        with visit(browser, example_address, "members/", viewport={"width": 390, "height": 844}) as page:
            page.get_by_role("button", name="Menu").click()

`visit` takes whatever Playwright's `new_context` does (`timezone_id`, `locale`, `color_scheme`, `java_script_enabled`), and
`now`, the moment that the page's clock shows. When the block ends, the page must have made no request to anybody else,
thrown nothing, and written no error to the console; the answers 404 and 500 of the page itself aside.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--no-first-run"),
)
ANSWERS = ("a status of 404", "a status of 500")
"""What browsers write to the console of a page that is itself such an answer."""
FADES = ("ViewTransition opt-in disabled", "Transition was aborted because of invalid state")
"""What browsers say where they give up the fade from page to page that the stylesheets ask for: a page that is left while
it comes in, or is shown before the picture of the last one has arrived. No script of ours begins one, and nothing else
happens but that the page is there at once."""
NAMES = ("chromium", "chromium-browser", "google-chrome")
"""Browsers with windows."""
WITHOUT_WINDOWS = "chromium-headless-shell"
"""The same engine alone: shows a page in half of the time."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """This machine's Chromium, preferably the one that has no windows."""
    found = next((path for name in (WITHOUT_WINDOWS, *NAMES) if (path := shutil.which(name))), None)
    assert found, f"these tests need Chromium: apt-get install {WITHOUT_WINDOWS} (or chromium)"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def visit(
    browser: Browser,
    home: str,
    path: str = "",
    *,
    now: str | datetime | None = None,
    **context: Any,
) -> Iterator[Page]:
    """The page at that path of the site, in a context of its own; what it does wrong fails the test at the end."""
    room = browser.new_context(**context)
    page = room.new_page()
    seen: list[str] = []
    watch(page, home, seen)
    if now is not None:
        page.clock.set_fixed_time(now)
    page.goto(home + path)
    try:
        yield page
    finally:
        room.close()
    assert not seen, seen


def watch(page: Page, home: str, seen: list[str]) -> None:
    """Write down what the page does wrong from now on."""

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(each in message.text for each in ANSWERS):
            seen.append(f"console: {message.text}")

    def request(url: str) -> None:
        if not url.startswith((home, "data:", "blob:")):
            seen.append(f"request: {url}")

    page.on("console", console)
    page.on("request", lambda each: request(each.url))

    def thrown(error: Exception) -> None:
        if not any(each in str(error) for each in FADES):
            seen.append(f"error: {error}")

    page.on("pageerror", thrown)
