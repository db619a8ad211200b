"""Pages of things, and how to add one, in a browser: they fit a small phone, their headings are in order, and doors close when they close."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit import site
from tests.kit.browsing import visit
from tests.kit.serving import served

pytestmark = pytest.mark.browser

PATHS = (
    "resources/how-to-ask-good-questions/",
    "paths/first-open-source-contribution/",
    "projects/caption-commons/",
    "programs/first-mentor/",
    "opportunities/gathering-2027-call/",
    "news/coimbra-call/",
    "organizations/casa-do-farol/",
    "thanks/haruka-to-adaeze/",
    "contribute/",
    "contribute/members/",
)

PHONE = {"width": 320, "height": 640}


@pytest.mark.parametrize("path", [*PATHS, *(f"ar/{path}" for path in PATHS)])
def test_nothing_is_wider_than_a_small_phone(
    browser: Browser, example_address: str, path: str
) -> None:
    with visit(browser, example_address, path, viewport=PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", PATHS)
def test_headings_are_in_order(browser: Browser, example_address: str, path: str) -> None:
    with visit(browser, example_address, path) as page:
        levels = [int(name[1]) for name in _names(page)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def _names(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "main :is(h1, h2, h3, h4, h5, h6)", "all => all.map((each) => each.localName)"
    )
    return found


@pytest.mark.parametrize(
    "path", ["resources/how-to-ask-good-questions/", "opportunities/gathering-2027-call/"]
)
@pytest.mark.parametrize("locale, side", [("", "right"), ("ar/", "left")])
def test_the_facts_stand_in_the_margin_beside_the_title(
    browser: Browser, example_address: str, path: str, locale: str, side: str
) -> None:
    with visit(
        browser, example_address, locale + path, viewport={"width": 1440, "height": 900}
    ) as page:
        title = page.locator("main h1").bounding_box()
        facts = page.locator(".facts").bounding_box()
    assert title
    assert facts
    assert facts["y"] <= title["y"]
    assert (facts["x"] > title["x"]) == (side == "right")


# ---------------------------------------------------------------- doors

DOORS = """
    -- content/programs/spring.yaml --
    name: Spring round
    start: 2027-03-01
    end: 2027-05-31
    apply: {url: https://apply.example/, opens: 2027-01-01, deadline: 2027-02-01}
    -- content/opportunities/archive.yaml --
    title: Archivist
    url: https://archive.example/jobs
    posted: 2026-11-02
    deadline: 2027-01-31
"""


@pytest.fixture(scope="module")
def doors() -> Iterator[str]:
    hub = site(DOORS)
    assert hub.build().published
    with served(hub.out) as address:
        yield address


@pytest.mark.parametrize(
    "now, state, words",
    [
        ("2026-12-31T23:30:00Z", "before", "Applications open on January 1, 2027."),
        ("2027-01-01T00:30:00Z", "open", "You can apply until February 1, 2027."),
        ("2027-02-01T23:30:00Z", "open", "You can apply until February 1, 2027."),
        ("2027-02-02T00:30:00Z", "over", "Applications closed on February 1, 2027."),
    ],
)
def test_one_can_apply_while_the_door_is_open(
    browser: Browser, doors: str, now: str, state: str, words: str
) -> None:
    with visit(browser, doors, "programs/spring/", now=now, timezone_id="UTC") as page:
        door = page.locator(f'.doorway[data-state="{state}"]')
        expect(door.get_by_text(words)).to_be_visible()
        expect(door.get_by_role("link")).to_have_count(int(state == "open"))
        assert door.locator("p:visible").count() == (2 if state == "open" else 1)


def test_without_a_script_the_days_and_the_way_in_are_there(browser: Browser, doors: str) -> None:
    with visit(browser, doors, "programs/spring/", java_script_enabled=False) as page:
        expect(page.get_by_role("link", name="Apply at apply.example")).to_be_visible()
        expect(page.locator(".milestone")).to_have_count(4)
        expect(page.get_by_text("Applications closed")).to_be_hidden()


def test_the_days_of_a_program_that_are_over_stand_back(browser: Browser, doors: str) -> None:
    with visit(
        browser, doors, "programs/spring/", now="2027-02-10T12:00:00Z", timezone_id="UTC"
    ) as page:
        expect(page.locator(".milestone.is-past")).to_have_count(2)


@pytest.mark.parametrize(
    "now, open_", [("2027-01-31T20:00:00Z", True), ("2027-02-01T01:00:00Z", False)]
)
def test_an_opportunity_closes_after_its_deadline(
    browser: Browser, doors: str, now: str, open_: bool
) -> None:
    with visit(browser, doors, "opportunities/archive/", now=now, timezone_id="UTC") as page:
        expect(page.get_by_role("link", name="Read more and apply")).to_be_visible(visible=open_)
        expect(page.get_by_text("Open until January 31, 2027")).to_be_visible(visible=open_)
        expect(page.get_by_text("The deadline has passed.")).to_be_visible(visible=not open_)
