"""Extras where a browser has them: the page under the pointer is loaded early, and pages pass into each other."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.kit.browsing import visit

pytestmark = pytest.mark.browser

SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
PASSING = """addEventListener("pagereveal", (event) => {
    sessionStorage.setItem("passing", String(Boolean(event.viewTransition)));
})"""
PASSING_BY = """(link) => {
    const over = () => new PointerEvent("pointerover", { bubbles: true });
    link.dispatchEvent(over());
    document.body.dispatchEvent(over());
}"""
LONGER = 400
"""Milliseconds after which a pointer that rests has had its effect."""


def early(page: Page) -> list[str]:
    """The pages that are loaded early from now on."""
    seen: list[str] = []
    page.on(
        "request",
        lambda each: seen.append(each.url) if "prefetch" in each.headers.values() else None,
    )
    return seen


def by_pointer(page: Page) -> None:
    page.get_by_role("banner").get_by_role("link", name="Mentors").hover()


def by_keyboard(page: Page) -> None:
    page.get_by_role("banner").get_by_role("link", name="Mentors").focus()


@pytest.mark.parametrize("reach", [by_pointer, by_keyboard])
def test_a_page_is_loaded_when_somebody_is_about_to_open_it(
    browser: Browser, example_address: str, reach: Callable[[Page], None]
) -> None:
    with visit(browser, example_address) as page:
        seen = early(page)
        page.wait_for_timeout(LONGER)
        assert seen == []
        reach(page)
        page.wait_for_timeout(LONGER)
        assert seen == [f"{example_address}mentors/"]
        page.mouse.move(0, 0)
        by_pointer(page)
        page.wait_for_timeout(LONGER)
        assert len(seen) == 1, "each page once"


def test_a_pointer_that_only_passes_loads_nothing(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address) as page:
        seen = early(page)
        page.get_by_role("banner").get_by_role("link", name="Mentors").evaluate(PASSING_BY)
        page.wait_for_timeout(LONGER)
        assert seen == []


def test_whoever_saves_data_loads_nothing_early(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address) as page:
        page.add_init_script(SAVING)
        page.reload()
        seen = early(page)
        by_pointer(page)
        page.wait_for_timeout(LONGER)
        assert seen == []


@pytest.mark.parametrize("motion, passes", [("no-preference", "true"), ("reduce", "false")])
def test_pages_pass_into_each_other(
    browser: Browser, example_address: str, motion: str, passes: str
) -> None:
    with visit(browser, example_address, reduced_motion=motion) as page:
        page.add_init_script(PASSING)
        page.get_by_role("banner").get_by_role("link", name="Mentors").click()
        page.wait_for_url("**/mentors/")
        page.wait_for_function("sessionStorage.getItem('passing')")
        assert page.evaluate("sessionStorage.getItem('passing')") == passes
