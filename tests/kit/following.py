"""Pages that follow a preview in a browser, and whether they were loaded again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.kit.browsing import visit
from tests.kit.previews import Preview

# The machine may be busy: nothing here is measured by the clock.
expect.set_options(timeout=30_000)


@contextmanager
def shown(browser: Browser, preview: Preview, path: str, **context: Any) -> Iterator[Page]:
    """The page in a browser, once it follows the preview; it is marked, so that a full load shows."""
    settings = {"viewport": {"width": 1200, "height": 700}, **context}
    with visit(browser, preview.url, path, **settings) as page:
        settled(page, preview)
        yield page


def settled(page: Page, preview: Preview) -> None:
    """Wait until the page follows, and mark it."""
    expect(page.locator("hubgen-preview .chip[data-state]")).to_be_visible()
    preview.wait_until("the page follows", lambda: bool(preview.streams.pages()))
    page.evaluate("window.isTheSame = true")


def is_the_same(page: Page) -> bool:
    """Whether the page was never loaded again."""
    return bool(page.evaluate("window.isTheSame === true"))
