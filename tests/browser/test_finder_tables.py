"""A directory as a table: columns of facts on a wide screen, slips with the columns' heads on a phone; a table either way."""

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.kit.browsing import visit

pytestmark = pytest.mark.browser

DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


def test_a_table(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address, "resources/", viewport=DESK) as page:
        page.get_by_title("Table").click()
        expect(page.locator(".finder-table tbody tr")).to_have_count(24)
        heads = page.locator(".finder-table thead th").all_inner_texts()
        assert {"Name", "Type", "Level", "Cost", "Time needed"} <= set(heads)
        page.get_by_role("button", name="Show 24 more").click()
        expect(page.locator(".finder-table tbody tr").nth(24).locator("a")).to_be_focused()
        page.get_by_role("group", name="Type", exact=True).get_by_label("Book").check()
        expect(page.locator(".finder-table tbody tr").first).to_contain_text("book")


def test_a_table_on_a_phone_says_what_its_values_are(
    browser: Browser, example_address: str
) -> None:
    with visit(browser, example_address, "resources/?as=table", viewport=PHONE) as page:
        row = page.get_by_role("row").nth(1)
        expect(page.get_by_role("table")).to_be_visible()
        assert page.get_by_role("columnheader").count() >= 5
        assert row.get_by_role("rowheader").count() == 1
        value = row.get_by_role("cell").first
        label = value.get_attribute("data-label")
        written = value.evaluate("each => getComputedStyle(each, '::before').content")
        assert label
        assert label in written
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
