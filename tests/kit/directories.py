"""A directory of a built site in a browser: what stands there, and what people do with its finder."""

import re

from playwright.sync_api import Page, expect


def status(page: Page, words: str | re.Pattern[str]) -> None:
    """Waits until the finder says that."""
    expect(page.locator(".finder-status")).to_have_text(words)


def shows(page: Page, *names: str) -> None:
    """Waits until these are listed, as cards or in a table, and no others. What is found is drawn little by little, and until then
    what was found before may stand there, and be as much.
    """
    listed = page.locator(".card-title:visible, .finder-results th a:visible")
    expect(listed).to_have_text(names)


def tick(page: Page, facet: str, choice: str) -> None:
    """Ticks a box, or the first of those that begin alike."""
    page.get_by_role("group", name=facet, exact=True).get_by_label(choice).first.check()
