"""What search finds, as people see it: the cards of its collections, with the words that were looked for marked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.kit.browsing import visit
from tests.kit.search_hub import hub_with
from tests.kit.searching import search, search_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    hub = hub_with("minisearch")  # Its folder is there as long as it is.
    with served(hub.out, "/deep/hub/") as address:
        yield address


@pytest.fixture(scope="module")
def large() -> Iterator[str]:
    hub = hub_with("index")  # Its folder is there as long as it is.
    with served(hub.out, "/deep/hub/") as address:
        yield address


@pytest.fixture(params=["home", "large"])
def either(request: pytest.FixtureRequest) -> str:
    """The hub with either engine."""
    address: str = request.getfixturevalue(request.param)
    return address


def test_each_result_is_the_card_of_its_collection(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "ibanez")
        card = page.locator(".found .card-members")
        assert card.locator(".avatar-letters").text_content() == "JI"
        assert card.locator(".card-kind").inner_text() == "Member"
        assert card.locator(".chip-offers").inner_text() == "offers:\nPublic speaking"
        assert card.locator(".card-facts dd").all_inner_texts() == ["Spanish", "English"]
        search(page, "kitchen")
        leaf = page.locator(".found .card-events .leaf span").all_inner_texts()
        assert leaf == ["Dec", "1", "Tue"]
        assert "18:00" in (page.locator(".card-time time").get_attribute("datetime") or "")
        search(page, "loom")
        assert page.locator(".found .card-resources .chip-about").inner_text() == "Weaving"
        card.wait_for(state="detached")


def test_a_skill_that_was_found_is_marked_on_its_chip(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "speaking")
        assert page.locator(".chip-offers mark, .chip-seeks mark").all_inner_texts() == [
            "speaking",
            "speaking",
        ]
        wild = page.locator(".found", has_text="Wild")
        assert wild.locator(".chip").first.inner_text() == "seeks:\nPublic speaking"
        # Found by another name of the skill: all of it is meant.
        search(page, "giving talks")
        assert page.locator(".chip-offers mark").all_inner_texts() == ["Public speaking"]
        assert page.locator(".card-skills .card-facts mark").all_inner_texts() == [
            "giving",
            "talks",
        ]


def test_an_excerpt_stands_only_where_it_says_more(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "lantern")
        assert page.locator(".card-excerpt mark").all_inner_texts() == ["lantern"]
        search(page, "facade")
        assert page.locator(".found .card-summary mark").count() == 1
        assert page.locator(".card-excerpt").count() == 0


def test_groups_look_like_their_directories(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "yarn")
        section = page.locator(".found-section", has_text="News").last
        assert section.locator("ol.cards-rows .card-news").count() == 4
        expect(section.locator(".card-singular").first).to_be_hidden()
        expect(page.locator(".found-best .card-singular").first).to_be_visible()


def test_the_best_ones_wait_for_nobody(browser: Browser, large: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with search_page(browser, large) as page:
        page.route("**/en/texts/*.json", hold)
        page.locator(".search-page input[type=search]").fill("yarn")
        expect(page.locator(".found")).to_have_count(3)
        expect(page.locator(".search-status")).to_have_text("40 results")
        expect(page.locator(".search-filters")).to_be_hidden()
        second = page.locator(".found .card-title a").nth(1)
        second.focus()
        title = second.inner_text()
        assert len(held) == 1
        held[0].continue_()
        expect(page.locator(".found")).to_have_count(3 + 4)
        expect(page.get_by_label("Kind")).to_be_visible()
        assert page.evaluate("document.activeElement.textContent") == title


def test_the_box_shows_faces(browser: Browser, either: str) -> None:
    with visit(browser, either, "members/") as page:
        page.keyboard.press("Control+k")
        page.keyboard.type("speaking")
        jose = page.locator(".search-box .found", has_text="José")
        expect(jose.locator(".found-face .avatar-letters")).to_have_text("JI")
        skill = page.locator(".search-box .found[data-collection=skills]")
        expect(skill.locator(".found-face .icon")).to_be_visible()
        page.locator(".search-box input[type=search]").fill("kitchen")
        expect(page.locator(".search-box .found-leaf .found-day")).to_have_text("1")


def test_without_marks_the_box_has_results(browser: Browser, home: str) -> None:
    with visit(browser, home, "members/") as page:
        page.route("**/search/", lambda route: route.fulfill(status=200, body=""))
        page.keyboard.press("Control+k")
        page.keyboard.type("ibanez")
        expect(page.locator(".search-box .found .found-initials")).to_have_text("JI")
