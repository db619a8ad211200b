"""Whatever page of the example hub a browser opens: it shows, speaks its language, and asks nobody else for anything."""

import pytest
from playwright.sync_api import Browser, expect

from tests.kit.browsing import visit

pytestmark = pytest.mark.browser

PATHS = (
    "",
    "members/",
    "events/",
    "skills/",
    "search/",
    "pages/field-guide/",
    "fr/",
    "ar/members/",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_shows(browser: Browser, example_address: str, path: str) -> None:
    with visit(browser, example_address, path) as page:
        assert page.locator("main h1").inner_text()
        language = path.partition("/")[0] if path[:3] in {"fr/", "ar/"} else "en"
        assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_small_phone(
    browser: Browser, example_address: str, path: str
) -> None:
    with visit(browser, example_address, path, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_missing_page_is_the_hubs_own(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address, "members/nobody/") as page:
        assert page.locator("main h1").is_visible()
        page.locator(".site-title").click()
        # The way there is to its end: a browser that is closed on it may never be.
        page.wait_for_url(example_address, wait_until="load")
        expect(page.locator("main h1")).to_be_visible()
