"""A large directory's finder loads what it shows: of cards, words and columns those that are asked for, and no others."""

import re
from collections.abc import Iterator
from random import Random
from unicodedata import category

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from hubgen.stages.plan.finder_words import words_of
from tests.kit import Hub, site
from tests.kit.browsing import visit
from tests.kit.directories import shows, status, tick
from tests.kit.dividing import divided
from tests.kit.mentors import mentors_hub
from tests.kit.modules import in_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser

DESK: ViewportSize = {"width": 1440, "height": 900}
LANGUAGES = ("en", "fr", "de", "tr")
CRAFTS = ("weaving", "knots", "felting")
WORDS = ("quilting", "lace-making", "Łódź", "spinning", "dyeing")
NOW = "2026-11-17T10:00Z"
PEOPLE = 120
PART = re.compile(r"/finder/(?:(title|zone|words)-)?[0-9a-f]+(?:-(\d+))?\.json$")


def people() -> Hub:
    """Members whose names are in order and who joined in none; news beside them, the newest first."""
    hub, chance = site(""), Random(3)
    months = [f"{2000 + number // 12}-{number % 12 + 1:02}" for number in range(PEOPLE)]
    chance.shuffle(months)
    for number in range(PEOPLE):
        hub.edit(
            f"content/members/m{number:03}.yaml",
            f"name: Member {number:03}\nlanguages: [{LANGUAGES[number % 4]}]\noffers: [{CRAFTS[number % 3]}]\n"
            f"headline: Likes {WORDS[number % 5]}.\njoined: {months[number]}\ntimezone: Asia/Kolkata\n",
        )
    for number, name in enumerate(("Émile", "Alma", "Zoé", "Dora", "Cleo", "Bob", "Finn")):
        hub.edit(
            f"content/news/n{number}.md",
            f"---\ntitle: {name}\ndate: 2026-0{number + 1}-01\n---\nWhat happened.\n",
        )
    return hub


@pytest.fixture(scope="module")
def whole_address() -> Iterator[str]:
    """The hub as it is when no directory is large."""
    hub = people()
    assert hub.build().published
    with served(hub.out, "/deep/down/") as where:
        yield where


@pytest.fixture(scope="module")
def divided_hub() -> Hub:
    """The same with its directories in parts."""
    hub = people()
    with divided(reach=3):
        assert hub.build().published
    return hub


@pytest.fixture(scope="module")
def address(divided_hub: Hub) -> Iterator[str]:
    """Where its site is."""
    with served(divided_hub.out, "/deep/down/") as where:
        yield where


class Asked:
    """The parts of finders that a page asked for."""

    def __init__(self, page: Page) -> None:
        """From now on."""
        self.paths: list[str] = []
        page.on("request", lambda each: self.paths.append(each.url))

    def take(self) -> dict[str, int]:
        """How many of each kind since this was last asked; none twice."""
        found = [each for path in self.paths if (each := PART.search(path))]
        assert len({each[0] for each in found}) == len(found)
        kinds = [each[1] or "shards" for each in found]
        self.paths.clear()
        return {kind: kinds.count(kind) for kind in kinds}


def members(*numbers: int) -> list[str]:
    return [f"Member {number:03}" for number in numbers]


def test_only_what_is_shown_is_loaded(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK) as page:
        asked = Asked(page)
        # One in twelve: ten people, in as many shards at the most.
        tick(page, "Languages", "French")
        tick(page, "Offers", "knots")
        status(page, "10 matches")
        shows(page, *members(*range(1, PEOPLE, 12)))
        loaded = asked.take()
        assert loaded.keys() == {"shards"}
        # More than eight of twenty were needed for the first answer alone: thirty, of which the first two dozen were shown.
        assert 4 <= loaded["shards"] < PEOPLE / 4
        page.get_by_role("button", name="Clear all").click()
        status(page, f"{PEOPLE} entries")
        assert asked.take() == {}
        # A word that stands in summaries alone.
        field = page.get_by_role("searchbox", name="Words to look for")
        field.fill("ŁODZ")
        status(page, "24 matches")
        shows(page, *members(*range(2, PEOPLE, 5)))
        assert asked.take()["words"] == 1
        expect(page.locator(".finder-results .card-summary").first).to_have_text("Likes Łódź.")
        # Words that begin with the same letter come together, and once.
        field.fill("lace like")
        status(page, "24 matches")
        shows(page, *members(*range(1, PEOPLE, 5)))
        assert asked.take()["words"] == 1
        field.fill("lik lac zz")
        expect(page.locator(".finder-nothing")).to_be_visible()
        assert asked.take() == {"words": 1}
        page.go_back()
        status(page, "10 matches")
        shows(page, *members(*range(1, PEOPLE, 12)))
        assert asked.take() == {}


def test_a_screenful_after_the_other(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/?languages=en&languages=fr", viewport=DESK) as page:
        some = [each for each in range(PEOPLE) if each % 4 < 2]
        status(page, "60 matches")
        shows(page, *members(*some[:24]))
        asked = Asked(page)
        page.get_by_role("button", name="Show 24 more").click()
        expect(page.locator(".finder-results li:nth-child(25) .card-title a")).to_be_focused()
        shows(page, *members(*some[:48]))
        assert 1 < asked.take()["shards"] < 16
        more = page.get_by_role("button", name="Show 12 more")
        more.click()
        shows(page, *members(*some))
        expect(more).to_be_hidden()


def test_words_are_folded_alike_when_they_are_written_and_asked_for(
    browser: Browser, divided_hub: Hub, address: str
) -> None:
    signs = [chr(code) for code in range(0x20000) if category(chr(code))[0] in "LMNPSZ"]
    texts = [
        f"a{''.join(signs[start : start + 5])} {signs[start]}" for start in range(0, len(signs), 25)
    ]
    with visit(browser, address, "members/") as page:
        body = "return given.map(finder_text.wordsOf);"
        found = in_page(page, divided_hub.out, ("finder-text",), body, texts)
    assert found == [words_of(text) for text in texts]


QUESTIONS = (
    "members/?offers=felting&sort=newest&q=m+english+lik",
    "members/?as=table&q=quilt",
    "members/?near=1&languages=de&languages=tr",
)


def test_answers_are_those_of_a_directory_in_one_file(
    browser: Browser, address: str, whole_address: str
) -> None:
    found: list[list[str]] = []
    for where in (whole_address, address):
        with visit(browser, where, "members/", viewport=DESK, timezone_id="Europe/Paris") as page:
            found.append([answer(page, where + question) for question in QUESTIONS])
    assert found[0] == found[1]


def answer(page: Page, where: str) -> str:
    """The words of the page when all is drawn."""
    page.goto(where)
    page.locator(".finder-results:visible").wait_for()
    expect(page.locator(".finder-more")).not_to_be_empty()
    return page.locator(".directory").inner_text()


def test_columns_come_when_somebody_asks_for_them(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK, timezone_id="Asia/Kolkata") as page:
        asked = Asked(page)
        page.get_by_label("Near my time").check()
        status(page, f"{PEOPLE} matches")
        assert asked.take()["zone"] == 1
    with visit(browser, address, "news/", viewport=DESK) as page:
        asked = Asked(page)
        page.get_by_label("Order").select_option(label="By name")
        shows(page, "Alma", "Bob", "Cleo", "Dora", "Émile", "Finn", "Zoé")
        assert asked.take()["title"] == 1


def test_what_cannot_be_loaded_is_said_and_the_rest_shown(browser: Browser, address: str) -> None:
    room = browser.new_context(viewport=DESK)
    page = room.new_page()
    refused: list[str] = []

    def refuse_one(route: Route) -> None:
        refused[:] = refused or [route.request.url]
        if route.request.url in refused:
            route.abort()
        else:
            route.continue_()

    page.route(PART, refuse_one)
    page.goto(f"{address}members/")
    tick(page, "Offers", "knots")
    expect(page.locator(".finder-more")).to_have_text("Show 16 more")
    status(page, re.compile("could not be loaded"))
    shown = page.locator(".finder-results .card-title").all_inner_texts()
    wanted = members(*range(1, PEOPLE, 3))[:24]
    assert 0 < len(shown) < 24
    assert [each for each in wanted if each in shown] == shown
    page.unroute(PART)
    tick(page, "Languages", "French")
    status(page, "10 matches")
    shows(page, *members(*range(1, PEOPLE, 12)))
    room.close()


def test_nothing_can_be_loaded_and_the_list_stays(browser: Browser, address: str) -> None:
    room = browser.new_context(viewport=DESK)
    page = room.new_page()
    page.route(PART, lambda route: route.abort())
    page.goto(f"{address}members/")
    tick(page, "Offers", "knots")
    status(page, re.compile("could not be loaded"))
    expect(page.locator(".directory-all .card-title").first).to_be_visible()
    page.unroute(PART)
    page.get_by_role("searchbox", name="Words to look for").fill("spin")
    status(page, "8 matches")
    room.close()


def test_an_answer_that_was_overtaken_is_not_drawn(browser: Browser, address: str) -> None:
    waiting: list[Route] = []
    is_late = True

    def hold(route: Route) -> None:
        if is_late:
            waiting.append(route)
        else:
            route.continue_()

    with visit(browser, address, "members/", viewport=DESK) as page:
        page.route(PART, hold)
        tick(page, "Offers", "knots")
        # Beside the choices stands already what there is; the list waits, and says so after a while.
        expect(page.locator(".finder-done button")).to_have_text("Show 40 matches")
        status(page, re.compile("Loading"))
        expect(page.locator(".directory-all .card-title").first).to_be_visible()
        is_late = False
        page.get_by_role("searchbox", name="Words to look for").fill("119")
        status(page, "0 matches")
        page.get_by_role("button", name="Remove: Offers knots").click()
        status(page, "1 match")
        shows(page, *members(119))
        for route in waiting:
            route.continue_()
        page.wait_for_load_state("networkidle")
        shows(page, *members(119))
        status(page, "1 match")


WISHES = ("want=sql&speak=en", "name=bo&free=weekday-evenings")


def test_mentors_fit_as_they_do_in_one_file(browser: Browser) -> None:
    found = []
    hub = mentors_hub()
    for large in (1000, 3):
        with divided(large=large):
            assert hub.build(clean=True).published
        with served(hub.out) as where, visit(browser, where, now=NOW) as page:
            for number, wishes in enumerate(WISHES):
                page.goto(f"{where}mentors/?{number}#{wishes}")
                page.locator(".match-results .card-title").first.wait_for()
                found.append(page.locator(".match-answers").inner_text())
    assert found[: len(WISHES)] == found[len(WISHES) :]
