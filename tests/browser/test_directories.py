"""Directories: a list that is whole without a script, and a finder that a mouse, a keyboard and an address can drive."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.kit import Hub, site
from tests.kit.browsing import visit
from tests.kit.directories import shows, status, tick
from tests.kit.serving import served

pytestmark = pytest.mark.browser

DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


# A small hub whose every answer can be read off its source.
MEMBERS: dict[str, dict[str, Any]] = {
    "ada": {"languages": ["en", "fr"], "offers": ["sql"], "zone": "Asia/Kolkata"},
    "bob": {"languages": ["en"], "offers": ["python"], "zone": "Europe/Paris"},
    "cleo": {"languages": ["fr", "ar"], "offers": ["sql"], "zone": "Africa/Cairo"},
    "dora": {"languages": ["ar"], "offers": ["sql"], "zone": "Asia/Kolkata"},
    "eve": {"languages": ["en"], "offers": ["knitting"], "zone": "Pacific/Auckland"},
    "finn": {"languages": ["de"], "offers": ["python"], "zone": ""},
    "gül": {"languages": ["de", "tr"], "offers": ["knitting"], "zone": "Asia/Istanbul"},
}


@pytest.fixture(scope="module")
def hub() -> Hub:
    made = site("")
    for number, (name, one) in enumerate(MEMBERS.items()):
        zone = f"timezone: {one['zone']}\n" if one["zone"] else ""
        text = (
            f"name: {name.title()}\nlanguages: {one['languages']}\noffers: {one['offers']}\n{zone}"
        )
        made.edit(f"content/members/m{number}.yaml", f"{text}joined: 20{20 - number}-01\n")
    made.build()
    return made


@pytest.fixture(scope="module")
def address(hub: Hub) -> Iterator[str]:
    with served(hub.out, "/deep/down/") as where:
        yield where


def names(**wanted: str) -> list[str]:
    """Who has these, in list order; everybody where none are wanted."""
    return [
        name.title()
        for name, one in MEMBERS.items()
        if all(value in one[field] for field, value in wanted.items())
    ]


def test_without_a_script_the_list_is_whole_and_nothing_pretends(
    browser: Browser, address: str
) -> None:
    with visit(browser, address, "members/", java_script_enabled=False) as page:
        shows(page, *names())
        assert page.locator("main :is(input, select, button):visible").count() == 0
        status(page, "7 entries")


def test_facets_say_or_inside_and_and_between(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK) as page:
        tick(page, "Offers", "sql")
        status(page, "3 matches")
        tick(page, "Languages", "French")
        status(page, "2 matches")
        shows(page, "Ada", "Cleo")
        tick(page, "Languages", "Arabic")
        status(page, "3 matches")
        shows(page, "Ada", "Cleo", "Dora")
        # Beside each language stands how many there would be with it: of those who offer SQL.
        choices = page.get_by_role("group", name="Languages").locator(".choice").all_inner_texts()
        counts = dict(re.findall(r"(\w+)\s+(\d+)", "\n".join(choices)))
        assert counts == {
            "Arabic": "2",
            "English": "1",
            "French": "2",
            "German": "0",
            "Turkish": "0",
        }


def test_chips_say_what_is_asked_for_and_take_it_away(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/?offers=sql&languages=ar&q=d", viewport=DESK) as page:
        status(page, "1 match")
        shows(page, "Dora")
        page.get_by_role("button", name="Remove: Languages Arabic").click()
        expect(page).to_have_url(re.compile(r"/members/\?q=d&offers=sql$"))
        expect(page.get_by_role("button", name="Remove: Offers sql")).to_be_focused()
        page.get_by_role("button", name="Clear all").click()
        expect(page).to_have_url(re.compile(r"/members/$"))
        status(page, "7 entries")
        expect(page.locator(".finder-status")).to_be_focused()
        assert page.locator(".directory-all").is_visible()
        assert page.locator("#finder input:checked:not([type=radio])").count() == 0


def test_the_address_says_it_all_and_back_goes_back(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK) as page:
        tick(page, "Offers", "sql")
        status(page, "3 matches")
        tick(page, "Languages", "French")
        status(page, "2 matches")
        expect(page).to_have_url(re.compile(r"\?languages=fr&offers=sql$"))
        page.reload()
        status(page, "2 matches")
        page.go_back()
        status(page, "3 matches")
        assert not page.get_by_label("French").is_checked()
        page.locator(".card-title:visible a").first.click()
        expect(page.locator("h1")).to_have_text("Ada")
        page.go_back()
        status(page, "3 matches")
        page.go_back()
        status(page, "7 entries")
        page.go_forward()
        status(page, "3 matches")


def test_a_field_finds_beginnings_of_words_without_accents(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK) as page:
        field = page.get_by_role("searchbox", name="Words to look for")
        field.fill("GUL")
        status(page, "1 match")
        shows(page, "Gül")
        field.fill("sql fre")
        status(page, "2 matches")
        expect(page).to_have_url(re.compile(r"\?q=sql\+fre$"))
        field.fill("")
        status(page, "7 entries")


def test_nothing_left_says_what_to_drop(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/?offers=knitting&languages=ar", viewport=DESK) as page:
        expect(page.locator(".finder-nothing p")).to_have_text(
            "Nobody matches all of these at once."
        )
        ways = page.locator(".finder-nothing button")
        expect(ways).to_have_text(["Without Arabic: 2 matches", "Without knitting: 2 matches"])
        ways.first.click()
        status(page, "2 matches")
        shows(page, *names(offers="knitting"))
        field = page.get_by_role("searchbox", name="Words to look for")
        field.fill("zzz")
        expect(ways).to_have_text(["Without “zzz”: 2 matches"])


def test_orders(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK) as page:
        page.get_by_label("Order").select_option(label="Newest first")
        expect(page).to_have_url(re.compile(r"\?sort=newest$"))
        expect(page.locator(".finder-results .card-title").first).to_have_text("Ada")
        page.get_by_label("Order").select_option(label="By name")
        expect(page).to_have_url(re.compile(r"/members/$"))
        assert page.locator(".directory-all").is_visible()


def test_the_look_is_in_the_address(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK) as page:
        page.get_by_title("List").click()
        expect(page).to_have_url(re.compile(r"\?as=rows$"))
        assert page.locator(".directory-all .cards-rows").count()
        page.reload()
        expect(page.locator(".directory-all .cards-rows").first).to_be_visible()
        tick(page, "Offers", "sql")
        expect(page.locator(".finder-results .cards-rows")).to_be_visible()
        page.go_back()
        page.go_back()
        expect(page.locator(".directory-all .cards-faces").first).to_be_visible()


def test_a_later_page_looks_through_the_whole_directory(
    browser: Browser, example_address: str
) -> None:
    with visit(browser, example_address, "resources/page/2/", viewport=DESK) as page:
        own = page.locator(".card-title:visible").all_text_contents()
        tick(page, "Type", "Book")
        status(page, re.compile(r"\d+ matches"))
        expect(page).to_have_url(re.compile(r"/resources/page/2/\?type=book$"))
        number = int(page.locator(".finder-status").inner_text().split()[0])
        page.goto(f"{example_address}resources/?type=book")
        status(page, f"{number} matches")
        page.goto(f"{example_address}resources/page/2/?type=book")
        page.get_by_role("button", name="Remove: Type Book").click()
        expect(page.locator(".directory-all")).to_be_visible()
        shows(page, *own)


def test_by_keyboard_alone(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=DESK) as page:
        press = page.keyboard.press
        page.get_by_role("searchbox", name="Words to look for").focus()
        for _ in range(20):
            press("Tab")
            name = page.evaluate("document.activeElement.closest('.choice')?.innerText ?? ''")
            if name.casefold().startswith("sql"):
                break
        press("Space")
        status(page, "3 matches")
        for _ in range(20):
            press("Tab")
            if page.evaluate("document.activeElement.matches('.pick')"):
                break
        # After what was found comes the foot of the page: the list that isn't shown is nobody's way.
        seen = set()
        for _ in range(40):
            press("Tab")
            seen.add(page.evaluate("document.activeElement.closest('.directory-all') !== null"))
            if page.evaluate("document.activeElement === document.body"):
                break
        assert seen == {False}
        page.locator(".pick").focus()
        press("Enter")
        status(page, "7 entries")
        expect(page.locator(".finder-status")).to_be_focused()
        press("Tab")
        assert page.evaluate("document.activeElement.closest('.directory-all') !== null")


def test_a_phone_has_a_panel_that_opens(browser: Browser, address: str) -> None:
    with visit(browser, address, "members/", viewport=PHONE) as page:
        panel = page.locator(".finder-panel")
        assert not panel.is_visible()
        opener = page.get_by_role("button", name="Filter")
        opener.click()
        assert opener.get_attribute("aria-expanded") == "true"
        box = panel.bounding_box()
        assert box is not None
        assert box["width"] > 340
        tick(page, "Offers", "sql")
        expect(page.locator(".finder-chosen")).to_have_text("1")
        page.get_by_role("button", name="Show 3 matches").click()
        assert not panel.is_visible()
        expect(page.locator(".finder-status")).to_be_focused()
        opener.click()
        page.keyboard.press("Escape")
        assert not panel.is_visible()
        expect(opener).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_near_my_time(browser: Browser, address: str) -> None:
    with visit(
        browser,
        address,
        "members/",
        viewport=DESK,
        timezone_id="Asia/Kolkata",
        now="2026-11-17T10:00Z",
    ) as page:
        page.get_by_label("Near my time").check()
        # Kolkata is 12 hours with itself, 9 with Istanbul (+3), 8.5 with Cairo (+2), 7.5 with Paris (+1), 4.5 with Auckland (+13).
        status(page, "6 matches")
        shows(page, "Ada", "Dora", "Gül", "Cleo", "Bob", "Eve")
        shared = page.locator(".finder-results .card-reasons").all_inner_texts()
        assert [float(text.split()[0]) for text in shared] == [12, 12, 9.5, 8.5, 7.5, 4.5]
        assert page.get_by_label("My time zone").input_value() == ""
        page.get_by_label("My time zone").select_option("Pacific/Auckland")
        expect(page).to_have_url(re.compile(r"\?near=1&zone=Pacific%2FAuckland$"))
        expect(page.locator(".finder-results .card-title").first).to_have_text("Eve")


def test_a_long_list_of_choices_opens(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address, "members/", viewport=DESK) as page:
        facet = page.get_by_role("group", name="Location", exact=True)
        more = facet.get_by_role("button", name="Show all 46")
        more.click()
        expect(facet.locator(".choice")).to_have_count(46)
        field = facet.get_by_role("searchbox")
        expect(field).to_be_focused()
        field.fill("fr")
        expect(facet.locator(".choice:visible")).to_have_text([re.compile("France")])
        facet.get_by_label("France").check()
        expect(page).to_have_url(re.compile(r"\?location=FR$"))
        status(page, "1 match")
        page.reload()
        expect(facet.get_by_label("France")).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_right_to_left(browser: Browser, example_address: str, scheme: Any) -> None:
    context: dict[str, Any] = {"viewport": DESK, "color_scheme": scheme, "locale": "ar"}
    with visit(browser, example_address, "ar/members/?languages=ar", **context) as page:
        status(page, re.compile(r"\d نتائج"))
        panel, listed = (
            page.locator(".finder-panel").bounding_box(),
            page.locator(".card:visible").first.bounding_box(),
        )
        assert panel is not None
        assert listed is not None
        assert panel["x"] > listed["x"]
        href = page.locator(".finder-results .card-title a").first.get_attribute("href")
        assert href is not None
        assert "/my-hub/ar/members/" in href


MOVED = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) moved.push([each.value, ...each.sources.map(({ node }) => node?.className ?? node?.nodeName)]);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("path", ["members/", "resources/"])
@pytest.mark.parametrize("viewport", [DESK, PHONE])
def test_nothing_moves_while_the_page_loads(
    browser: Browser, example_address: str, path: str, viewport: ViewportSize
) -> None:
    room = browser.new_context(viewport=viewport)
    page = room.new_page()
    # Letters that come late are the typeface's matter.
    page.route("**/*.woff2", lambda route: route.fulfill(status=404))
    page.add_init_script(MOVED)
    page.goto(example_address + path, wait_until="networkidle")
    page.locator("#finder input").first.focus()
    page.wait_for_timeout(300)
    moved = page.evaluate("moved")
    room.close()
    assert sum(value for value, *_ in moved) < 0.01, moved


def test_what_people_wrote_stays_words(browser: Browser) -> None:
    hostile = "<img src=x onerror=document.title=1>"
    made = site("")
    for number in range(7):
        text = f"name: '{hostile} {number}'\nroles: ['{hostile}', a{number}]\noffers: ['<b>{number}']\n"
        made.edit(f"content/members/m{number}.yaml", text)
    assert made.build().published
    with served(made.out) as where, visit(browser, where, "members/", viewport=DESK) as page:
        tick(page, "Roles", hostile)
        status(page, "7 matches")
        assert page.locator("main :is(img, b)").count() == 0
        shows(page, *(f"{hostile} {number}" for number in range(7)))
        page.get_by_role("searchbox", name="Words to look for").fill(f"{hostile} zzz")
        expect(page.locator(".finder-nothing button").first).to_contain_text(hostile)
        assert page.locator("main :is(img, b)").count() == 0


def test_when_the_data_does_not_come_the_list_stays(
    browser: Browser, hub: Hub, address: str
) -> None:
    room = browser.new_context(viewport=DESK)
    page = room.new_page()
    page.route("**/finder.json", lambda route: route.abort())
    page.goto(f"{address}members/")
    tick(page, "Offers", "sql")
    status(page, re.compile("could not be loaded"))
    shows(page, *names())
    page.unroute("**/finder.json")
    tick(page, "Languages", "French")
    status(page, "2 matches")
    room.close()


def test_on_a_disk_nothing_pretends(browser: Browser, hub: Hub) -> None:
    page = browser.new_page()
    page.goto((Path(hub.out) / "members/index.html").as_uri())
    assert page.locator("main :is(input, select, button):visible").count() == 0
    shows(page, *names())
    page.close()
