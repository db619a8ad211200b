"""One page of each type can be used by everybody: by day and night, on a small phone and a desk, in both directions of script.

Axe runs once over each page in each direction. Light or dark and narrow or wide take turns from page to page, so that
every component is met in all of them; what is cheap to ask is asked in all variants of all pages.
"""

from collections.abc import Iterator
from itertools import product
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.kit import TODAY
from tests.kit.axe import findings
from tests.kit.browsing import watch

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES = ({"width": 1280, "height": 800}, {"width": 320, "height": 640})
VARIANTS = tuple(product(SCHEMES, SIZES))
NOON = f"{TODAY}T12:00:00Z"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
IN_THE_WAY = """() => [...document.querySelectorAll("body *")].filter((each) =>
    ["fixed", "sticky"].includes(getComputedStyle(each).position)
    && each.checkVisibility() && each.getBoundingClientRect().height > innerHeight / 2
).map((each) => each.className)"""
OPENED = """() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """One page that goes from address to address."""
    room = browser.new_context(reduced_motion="reduce")
    page = room.new_page()
    page.clock.set_fixed_time(NOON)
    yield page
    room.close()


def show(page: Page, variant: tuple[Literal["light", "dark"], Any]) -> None:
    scheme, size = variant
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)


@pytest.mark.parametrize("prefix, shift", [("", 0), ("ar/", 3)], ids=["ltr", "rtl"])
def test_every_page_type_is_accessible(
    page: Page, example_address: str, example_types: dict[str, str], prefix: str, shift: int
) -> None:
    wrong: list[str] = []
    watch(page, example_address, wrong)
    for turn, (name, url) in enumerate(example_types.items()):
        if name != "missing" or not prefix:
            show(page, VARIANTS[(turn + shift) % len(VARIANTS)])
            page.goto(example_address + prefix + url)
            wrong += [f"{prefix}{name}: {found}" for found in findings(page)]
            page.set_viewport_size({"width": 320, "height": 256})
            wrong += [f"{prefix}{name}: wider than a phone"] * page.evaluate(TOO_WIDE)
            wrong += [f"{prefix}{name}: in the way: {it}" for it in page.evaluate(IN_THE_WAY)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("variant", VARIANTS, ids=["light", "light-320", "dark", "dark-320"])
def test_what_can_be_opened_is_accessible_too(
    page: Page, example_address: str, example_types: dict[str, str], variant: tuple[Any, Any]
) -> None:
    show(page, variant)
    wrong: list[str] = []
    for name in ("mentors-directory", "event-recurring"):
        page.goto(example_address + example_types[name])
        page.evaluate(OPENED)
        wrong += [f"{name}: {found}" for found in findings(page)]
        wrong += [f"{name}: too wide"] * page.evaluate(TOO_WIDE)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("variant", [VARIANTS[1], VARIANTS[2]], ids=["light-320", "dark"])
def test_what_scripts_show_is_accessible_too(
    page: Page, example_address: str, variant: tuple[Any, Any]
) -> None:
    show(page, variant)
    wrong: list[str] = []
    watch(page, example_address, wrong)
    page.goto(f"{example_address}members/")
    page.keyboard.press("/")
    page.keyboard.type("listening")
    page.locator("dialog[open] [role=option]").first.wait_for()
    wrong += [f"search box: {found}" for found in findings(page)]
    page.goto(f"{example_address}search/?q=listening")
    page.locator(".found").first.wait_for()
    wrong += [f"search: {found}" for found in findings(page)]
    page.goto(f"{example_address}mentors/")
    page.locator(".match-skills input").first.check()
    page.locator(".match-count").wait_for()
    wrong += [f"mentor finder: {found}" for found in findings(page)]
    wrong += ["too wide"] * page.evaluate(TOO_WIDE)
    assert not wrong, "\n".join(wrong)
