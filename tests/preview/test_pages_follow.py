"""Open pages follow what is saved, in a real browser: patched in place, restyled, or covered by what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit import Hub, site
from tests.kit.browsing import visit
from tests.kit.previews import Preview, previewed

pytestmark = pytest.mark.browser

HUB = """
-- content/members/ada.yaml --
name: Ada
headline: Weaver of rugs
bio: |
  Looms and patience.
-- content/members/bo.yaml --
name: Bo
"""
LONG = "\n\n".join(f"Paragraph {number} of a long life." for number in range(80))


@contextmanager
def shown(browser: Browser, preview: Preview, path: str) -> Iterator[Page]:
    """The page in a browser, once it follows the preview; it is marked, so that a full load shows."""
    with visit(browser, preview.url, path, viewport={"width": 1200, "height": 700}) as page:
        expect(page.locator("hubgen-preview .chip")).to_be_visible()
        page.wait_for_timeout(50)
        preview.wait_until("the page follows", lambda: bool(preview.streams.pages()))
        page.evaluate("window.isTheSame = true")
        yield page


def is_the_same(page: Page) -> bool:
    """Whether the page was never loaded again."""
    return bool(page.evaluate("window.isTheSame === true"))


@pytest.fixture
def hub() -> Hub:
    return site(HUB)


def test_an_edit_changes_the_words_and_nothing_else(browser: Browser, hub: Hub) -> None:
    hub.edit(
        "content/members/ada.yaml",
        f"name: Ada\nbio: |\n  {LONG.replace(chr(10), chr(10) + '  ')}\n",
    )
    with previewed(hub) as preview, shown(browser, preview, "members/ada/") as page:
        page.mouse.wheel(0, 1500)
        page.wait_for_timeout(300)
        before = page.evaluate("scrollY")
        assert before > 500
        text = hub.read("content/members/ada.yaml")
        hub.edit("content/members/ada.yaml", text.replace("Paragraph 50", "Chapter 50"))
        expect(page.get_by_text("Chapter 50")).to_be_visible()
        assert is_the_same(page)
        assert page.evaluate("scrollY") == before
        assert page.locator("hubgen-preview .chip").is_visible()
        assert preview.caller.changes[-1].told == ("patch",)
