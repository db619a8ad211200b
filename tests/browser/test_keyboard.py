"""The frame of every page by keyboard alone: skip link, menu, language switch; and one sees where one is."""

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import visit

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
FOCUSED = "document.activeElement"
RING = f"""() => {{
    // The ring of a card's title is drawn around the whole card.
    const drawn = [{FOCUSED}, {FOCUSED}.closest(".card")].filter(Boolean).map((each) => {{
        const {{ outlineStyle, outlineWidth }} = getComputedStyle(each);
        return outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
    }});
    const box = {FOCUSED}.getBoundingClientRect();
    return {{ width: Math.max(...drawn), inside: box.bottom > 0 && box.top < innerHeight,
        name: {FOCUSED}.outerHTML.slice(0, 80) }};
}}"""


@pytest.mark.parametrize("path", ["", "ar/members/", "mentors/", "events/gathering-2027/"])
def test_the_first_key_leads_past_the_frame(
    browser: Browser, example_address: str, path: str
) -> None:
    with visit(browser, example_address, path) as page:
        skip = page.locator(".skip-link")
        assert not _in_sight(page)
        page.keyboard.press("Tab")
        assert skip.evaluate(f"e => e === {FOCUSED}")
        assert _in_sight(page)
        page.keyboard.press("Enter")
        assert page.evaluate(f"{FOCUSED}.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate(f"document.querySelector('main').contains({FOCUSED})")


def _in_sight(page: Page) -> bool:
    box = page.locator(".skip-link").bounding_box()
    return bool(box and box["y"] >= 0 and box["x"] >= 0 and box["width"] > 20)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["", "members/", "search/", "ar/events/"])
def test_one_sees_where_one_is(
    browser: Browser, example_address: str, path: str, size: dict[str, int]
) -> None:
    with visit(browser, example_address, path, viewport=size, reduced_motion="reduce") as page:
        for _ in range(25):
            page.keyboard.press("Tab")
            if page.evaluate(f"{FOCUSED} === document.body"):
                break
            ring = page.evaluate(RING)
            assert ring["inside"], ring
            assert ring["width"] >= 2, ring


def test_the_menu_of_a_phone_opens_leads_on_and_marks_the_place(
    browser: Browser, example_address: str
) -> None:
    with visit(browser, example_address, viewport=PHONE) as page:
        menu = page.locator(".menu summary")
        links = page.locator(".menu-items a")
        assert not links.first.is_visible()
        menu.focus()
        page.keyboard.press("Enter")
        assert links.first.is_visible()
        page.keyboard.press("Tab")
        assert links.first.evaluate(f"e => e === {FOCUSED}")
        page.keyboard.press("Enter")
        page.wait_for_url("**/members/")
        assert page.locator(".menu-items [aria-current=page]").count() == 1


def test_the_menu_of_a_desk_is_open_for_tabs(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address, viewport=DESK) as page:
        assert page.locator(".menu-items a").first.is_visible()
        page.locator(".site-title").focus()
        reached: set[str] = set()
        for _ in range(15):
            page.keyboard.press("Tab")
            reached.add(page.evaluate(f"{FOCUSED}.closest('ul')?.className ?? ''"))
        assert "menu-items" in reached


@pytest.mark.parametrize("path", ["members/", "events/gathering-2027/", "search/", "field-guide/"])
def test_the_language_switch_stays_on_the_page(
    browser: Browser, example_address: str, path: str
) -> None:
    with visit(browser, example_address, path) as page:
        page.locator(".switch summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        while page.evaluate(f"{FOCUSED}.lang") != "ar":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/ar/{path}")
        assert page.locator("html").get_attribute("dir") == "rtl"
        page.locator(".switch summary").click()
        page.locator(".switch a[lang=en]").click()
        page.wait_for_url(example_address + path)
