"""Search in a real browser: the page and the box, by mouse and by keyboard alone, whatever the content holds."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.kit import Hub
from tests.kit.browsing import visit
from tests.kit.making import HOSTILE
from tests.kit.search_hub import WILD, hub_with
from tests.kit.searching import search, search_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hub() -> Hub:
    return hub_with("minisearch")


@pytest.fixture(scope="module")
def home(hub: Hub) -> Iterator[str]:
    with served(hub.out, "/deep/hub/") as address:
        yield address


@pytest.fixture(scope="module")
def large() -> Iterator[str]:
    hub = hub_with("index")
    with served(hub.out, "/deep/hub/") as address:
        yield address


@pytest.fixture(params=["home", "large"])
def either(request: pytest.FixtureRequest) -> str:
    """The hub with either engine."""
    address: str = request.getfixturevalue(request.param)
    return address


def after(page: Page, route: Route) -> None:
    """A slow network."""
    page.wait_for_timeout(300)
    route.continue_()


def titles(page: Page) -> list[str]:
    """What is found, as people read it."""
    return page.locator(".found :is(.card-title, .found-title)").all_inner_texts()


def chosen(page: Page) -> str:
    """The option of the box on which the arrow keys are."""
    return page.locator(".search-box [aria-selected=true] .found-title").inner_text()


MEANT = {
    "jose ibanez": "José Ibáñez",
    "JOSÉ": "José Ibáñez",
    "strasse": "José Ibáñez",
    "facade": "José Ibáñez",
    "giving talks": "Public speaking",
    "publc speaking": "Public speaking",
    "lukasz": "The loom, a beginning",
    "معلم": "مُعَلِّمٌ العقد",
    "lantern river": "José Ibáñez",
    "loo": "The loom, a beginning",
}


def test_words_find_what_they_mean(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        for text, title in MEANT.items():
            search(page, text)
            assert titles(page)[:1] == [title], text


def test_what_was_found_is_marked(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "lantern")
        assert page.locator(".found mark").all_inner_texts() == ["lantern"]
        search(page, "jos")
        assert page.locator(".card-title mark").all_inner_texts() == ["José"]


def test_hostile_words_stay_words(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "wild")
        assert titles(page) == [f"Wild {WILD}"]
        assert page.locator(".found img, .found b").count() == 0
        for text in HOSTILE:
            search(page, text.replace("\x00", "") or "x")
        assert page.locator(".search-results img, .search-results script").count() == 0


def test_nobody_finds_what_is_not_listed(browser: Browser, home: str, hub: Hub) -> None:
    with search_page(browser, home) as page:
        for text in ("zzunlisted", "zzhidden", "zzdraft", "lee weaver"):
            search(page, text)
            assert not {"Lee Weaver", "May Weaver", "Kim Weaver"} & set(titles(page))
    told = b"".join(data for path, data in hub.site_files().items() if path.startswith("search/"))
    for words in (b"zzunlisted", b"zzhidden", b"zzdraft", b"Lee Weaver", b"members/lee"):
        assert words not in told


def test_filters_narrow_and_stand_in_the_address(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "weaving")
        assert len(titles(page)) == 4
        page.get_by_label("Level").select_option("beginner")
        expect(page.locator(".search-status")).to_have_text("1 result")
        assert titles(page) == ["The loom, a beginning"]
        assert "level=beginner" in page.url
        page.reload()
        expect(page.locator(".search-status")).to_have_text("1 result")
        page.go_back()
        expect(page.locator(".search-status")).to_have_text("4 results")
        options = page.get_by_label("Kind").locator("option").all_inner_texts()
        assert options == ["Any", "Resources (2)", "Members (1)", "Skills (1)"]
        page.get_by_label("Language").select_option("de")
        expect(page.locator(".found")).to_have_count(1)
        page.get_by_role("button", name="Remove filters").click()
        expect(page.locator(".search-status")).to_have_text("4 results")


def test_results_stand_in_groups_that_open(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "yarn")
        expect(page.locator(".search-status")).to_have_text("40 results")
        assert page.locator(".found").count() == 3 + 4
        page.get_by_role("button", name="News: all 40 results").click()
        expect(page.locator(".found")).to_have_count(30)
        page.get_by_role("button", name="News: all 40 results").click()
        expect(page.locator(".found")).to_have_count(40)


def test_where_nothing_is_found_there_are_ways_on(browser: Browser, either: str) -> None:
    with search_page(browser, either) as page:
        search(page, "qqqqqqqqq")
        assert page.locator(".search-ways a").all_inner_texts()[0] in {"Weaving", "Public speaking"}
        page.locator(".search-ways a").first.click()
        expect(page.locator("h1")).to_have_text(re.compile("Weaving|Public speaking"))


def test_the_box_by_keyboard_alone(browser: Browser, hub: Hub) -> None:
    with served(hub.out) as home, visit(browser, home, "members/") as page:
        page.keyboard.press("/")
        field = page.get_by_role("combobox", name="What are you looking for?")
        expect(field).to_be_focused()
        page.keyboard.type("weaving")
        expect(page.locator(".search-box [role=status]")).to_have_text("4 results")
        expect(field).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("ArrowDown")
        # When the texts have come, the answer is a better one; whoever chose a result keeps it.
        page.wait_for_load_state("networkidle")
        expect(page.locator(".search-box [aria-selected=true] .found-title")).to_have_text(
            "Weaving"
        )
        page.keyboard.press("ArrowDown")
        second = chosen(page)
        page.keyboard.press("ArrowUp")
        assert chosen(page) == "Weaving"
        page.keyboard.press("ArrowUp")
        assert field.get_attribute("aria-activedescendant") is None
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert chosen(page) == second
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url("**/skills/weaving/")
        assert page.locator("h1").inner_text() == "Weaving"


def test_the_box_gives_the_focus_back(browser: Browser, home: str) -> None:
    with visit(browser, home, "members/") as page:
        link = page.locator("main a").first
        link.focus()
        page.keyboard.press("Control+k")
        page.keyboard.type("loom")
        expect(page.locator(".search-box .found")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator(".search-box .found")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator("dialog.search-box")).to_be_hidden()
        expect(link).to_be_focused()


def test_the_box_by_mouse(browser: Browser, either: str) -> None:
    with visit(browser, either, "ar/") as page:
        page.locator(".tool-search").click()
        page.locator(".search-box input[type=search]").fill("loom")
        page.locator(".search-box .found").click()
        page.wait_for_url("**/ar/resources/loom/")
        page.locator(".tool-search").click()
        assert page.locator(".search-box-side button").first.inner_text() != "loom"
        page.locator(".search-box-side li button").click()
        expect(page.locator(".search-box .found")).to_have_count(1)
        page.locator(".search-box-all a").click()
        page.wait_for_url("**/ar/search/?q=loom")
        expect(page.locator(".found")).to_have_count(1)


def test_the_key_can_be_turned_off(browser: Browser, home: str) -> None:
    with visit(browser, home, "members/") as page:
        page.keyboard.press("Control+k")
        page.get_by_label("The key / opens this box").uncheck()
        page.keyboard.press("Escape")
        page.reload()
        page.keyboard.press("/")
        assert page.locator("dialog.search-box").count() == 0
        page.keyboard.press("Control+k")
        expect(page.locator("dialog.search-box")).to_be_visible()


def test_letters_typed_too_early_are_not_lost(browser: Browser, home: str) -> None:
    with visit(browser, home, "members/") as page:
        page.route("**/box.*.js", lambda route: after(page, route))
        page.keyboard.press("/")
        page.keyboard.type("weaving")
        expect(page.locator(".search-box input[type=search]")).to_have_value("weaving")


def test_a_slash_in_a_field_is_a_slash(browser: Browser, home: str) -> None:
    with search_page(browser, home) as page:
        page.locator(".search-page input[type=search]").focus()
        page.keyboard.type("a/b")
        assert page.locator(".search-page input[type=search]").input_value() == "a/b"


def test_recent_searches_stay_here_until_they_are_cleared(browser: Browser, home: str) -> None:
    with search_page(browser, home) as page:
        search(page, "loom")
        page.keyboard.press("Enter")
        page.goto(home + "search/")
        expect(page.locator(".search-ways button")).to_have_text(["loom"])
        kept = page.evaluate("Object.keys(localStorage).concat(document.cookie)")
        assert [each.split()[0] for each in kept if each] == ["hubgen.searches"]
        page.get_by_role("button", name="Forget these").click()
        assert page.evaluate("localStorage.length") == 0
        page.reload()
        assert page.locator(".search-ways button").count() == 0


def test_what_is_here_stands_there_until_somebody_asks(browser: Browser, home: str) -> None:
    with visit(browser, home, "search/") as page:
        around = page.get_by_role("navigation", name="What is here")
        expect(around.get_by_role("link", name="Members")).to_be_visible()
        field = page.get_by_role("main").get_by_role("searchbox")
        field.fill("loom")
        expect(page.locator(".found").first).to_be_visible()
        expect(around).to_be_hidden()
        field.fill("")
        expect(around).to_be_visible()
        page.goto(f"{home}search/?q=loom")
        expect(page.locator(".found").first).to_be_visible()
        expect(around).to_be_hidden()


def test_without_scripts_the_page_says_so(browser: Browser, home: str) -> None:
    with visit(browser, home, "search/", java_script_enabled=False) as page:
        assert "JavaScript" in page.locator("main .notice").inner_text()
        page.locator("main").get_by_role("link", name="Members").click()
        expect(page.locator("h1")).to_have_text("Members")


def test_on_a_disk_the_page_says_so(browser: Browser, hub: Hub) -> None:
    page = browser.new_page()
    page.goto((hub.out / "search" / "index.html").as_uri() + "?q=loom")
    # Chromium runs no module from a disk: then the page is as it is without scripts, and a plain script speaks.
    expect(page.locator(".search-status")).to_contain_text("web server")
    page.close()


def test_typing_waits_for_nobody(browser: Browser, home: str) -> None:
    """The index is made in another thread: letters arrive while it is."""
    with search_page(browser, home) as page:
        assert page.evaluate("performance.getEntriesByName('search').length") == 0
        search(page, "weav")
        assert any("worker" in each.url for each in page.workers)


def test_it_fits_a_small_phone(browser: Browser, home: str) -> None:
    for path in ("search/?q=weaving", "ar/search/?q=weaving"):
        with visit(browser, home, path, viewport={"width": 320, "height": 640}) as page:
            expect(page.locator(".found").first).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            page.goto(home)
            page.keyboard.press("Control+k")
            page.keyboard.type("weaving")
            expect(page.locator(".search-box .found").first).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            box = page.locator("dialog.search-box").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
