"""The mentor finder in a real browser: by mouse, by keyboard alone, without a script, in other zones and languages."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.kit import Hub, site
from tests.kit.axe import findings
from tests.kit.browsing import visit
from tests.kit.mentors import MENTORS, mentors_hub
from tests.kit.modules import in_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser

NOW = "2026-11-18T12:00:00Z"
ADAS_REASONS = [
    "Offers SQL and Public speaking, which you want",
    "Speaks English, as you do",
    "6 shared hours a week",
    "Works the way you like: one-to-one",
    "Helps people at your level",
    "2 places free",
]


class Visit(Protocol):
    """Opens a page of the small hub."""

    def __call__(self, path: str = "mentors/", **context: Any) -> AbstractContextManager[Page]: ...


@pytest.fixture(scope="module")
def hub() -> Hub:
    hub = mentors_hub()
    assert hub.build().published
    return hub


@pytest.fixture(scope="module")
def go(browser: Browser, hub: Hub) -> Iterator[Visit]:
    with served(hub.out, "/a/hub/") as address:

        def open_page(path: str = "mentors/", **context: Any) -> AbstractContextManager[Page]:
            settings: dict[str, Any] = {"now": NOW, "timezone_id": "Europe/Berlin", **context}
            return visit(browser, address, path, **settings)

        yield open_page


def found(page: Page) -> list[str]:
    """Those who are shown as fitting, in order."""
    expect(page.locator(".match-results")).to_be_visible()
    return page.locator(".match-found .card-title").all_inner_texts()


def reasons(page: Page, name: str) -> list[str]:
    card = page.locator(".match-found .card", has=page.get_by_role("link", name=name, exact=True))
    return card.locator(".card-reasons li").all_inner_texts()


def announced(page: Page, text: str) -> None:
    """Waits until that is what a screen reader was told last."""
    expect(page.locator(".match-status")).to_contain_text(text)


def test_ticking_orders_the_list_and_says_why(go: Visit) -> None:
    with go() as page:
        assert page.locator(".match-everybody .card").count() == 6
        for label in ("SQL", "Public speaking", "English", "one-to-one", "beginner"):
            page.locator(".match").get_by_label(label, exact=True).check()
        announced(page, "mentors fit")
        # Ed offers what is broader than public speaking; he pauses and stands behind. Di is stale.
        assert found(page) == ["Ada Stitch", "Bo Loom", "Ed Reed"]
        assert reasons(page, "Ada Stitch") == ADAS_REASONS
        assert reasons(page, "Ed Reed") == [
            "Offers Communication, which is close to Public speaking",
            "Speaks English, as you do",
            "Takes a break",
        ]
        assert page.locator(".match-waiting").inner_text() == "Without a free place now"
        assert not page.locator(".match-everybody").is_visible()
        match = page.locator(".match-found .chip-match").all_inner_texts()
        assert [each.splitlines()[-1].removeprefix("offers: ") for each in match][:2] == [
            "SQL",
            "Public speaking",
        ]


def test_the_address_holds_the_wishes_and_back_works(go: Visit) -> None:
    with go() as page:
        start = page.url
        page.get_by_label("SQL", exact=True).check()
        assert found(page)[:2] == ["Ada Stitch", "Bo Loom"]
        assert page.url == f"{start}#want=sql"
        page.get_by_label("Asynchronous").check()
        expect(page.locator(".match-found .card-title").first).to_have_text("Bo Loom")
        page.go_back()
        expect(page.locator(".match-found .card-title").first).to_have_text("Ada Stitch")
        assert page.url == f"{start}#want=sql"
        assert not page.get_by_label("Asynchronous").is_checked()
        page.go_back()
        page.locator(".match-everybody").wait_for(state="visible")
        assert page.url == start


def test_a_name_leads_to_its_mentor(go: Visit) -> None:
    with go() as page:
        start = page.url
        field = page.get_by_role("searchbox", name="Part of a mentor’s name")
        field.press_sequentially("lo BO")
        announced(page, "1 mentor")
        assert found(page) == ["Bo Loom"]
        assert page.url == f"{start}#name=lo+BO"
        page.locator(".match").get_by_label("Public speaking", exact=True).check()
        page.reload()
        assert field.input_value() == "lo BO"
        field.fill("nobody is called so")
        announced(page, "Nobody")
        page.get_by_role("button", name="whatever their name").click()
        assert "Ada Stitch" in found(page)
        assert field.input_value() == ""
        page.get_by_role("button", name="Start over").click()
        expect(page.locator(".match-everybody")).to_be_visible()


@pytest.mark.parametrize("path", ["mentors/", "ar/mentors/"])
def test_on_a_phone_the_list_is_near(go: Visit, path: str) -> None:
    screen = {"viewport": {"width": 390, "height": 844}}
    with go(path, **screen) as page:
        wishes = page.locator(".match-wishes")
        assert wishes.get_attribute("open") is None
        first = page.locator(".match-everybody .card").first.bounding_box()
        assert first is not None
        assert first["y"] < 2 * 844
        page.locator(".match-wishes > summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator("[name=how]").first).to_be_visible()
        page.locator("[name=how]").first.check()
        page.reload()
        expect(page.locator("[name=how]").first).to_be_checked()
        expect(page.locator("[name=how]").first).to_be_visible()


def test_a_shared_address_shows_the_same(go: Visit) -> None:
    path = (
        "mentors/#want=sql&speak=fr&free=weekday-evenings&how=one-to-one&level=beginner&places=free"
    )
    with go(path) as page:
        assert found(page) == ["Ada Stitch"]
        form = page.locator(".match-form")
        ticked = form.locator(":checked").evaluate_all("all => all.map((each) => each.value)")
        assert set(ticked) - {"Europe/Berlin"} == {
            *("sql", "fr", "weekday-evenings", "one-to-one", "beginner", "free")
        }


def test_by_keyboard_alone(go: Visit) -> None:
    with go() as page:
        field = page.get_by_role("combobox", name="Look for a skill")
        while not field.evaluate("each => each === document.activeElement"):
            page.keyboard.press("Tab")
        page.keyboard.type("giving t", delay=20)
        page.get_by_role("option", name="Public speaking").wait_for()
        page.keyboard.press("ArrowDown")
        active = field.get_attribute("aria-activedescendant") or "-"
        assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
        page.keyboard.press("Enter")
        announced(page, "Public speaking: added to what you want to learn. 2 mentors fit")
        assert field.input_value() == ""
        assert field.get_attribute("aria-expanded") == "false"
        while page.evaluate("document.activeElement.value") != "sql":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        announced(page, "4 mentors fit")
        while page.evaluate("document.activeElement.type") != "submit":
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.innerText") == "Show 4 mentors"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.className") == "match-count"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.innerText") == "Ada Stitch"


def test_a_word_that_is_no_skill_is_said_to_be_none(go: Visit) -> None:
    with go() as page:
        page.get_by_role("combobox", name="Look for a skill").press_sequentially("<b>zzz")
        page.get_by_text("No skill here is called “<b>zzz”.").wait_for()
        page.keyboard.press("Escape")
        assert page.get_by_role("combobox", name="Look for a skill").input_value() == ""


def test_what_nobody_offers_is_said_with_a_way_on(go: Visit, hub: Hub) -> None:
    with go("mentors/#want=knots&want=sql") as page:
        assert found(page)[:2] == ["Ada Stitch", "Bo Loom"]
        note = page.locator(".match-unheard")
        assert "Nobody here offers Knots yet." in note.inner_text()
        note.get_by_role("link").click()
        page.wait_for_url("**/a/hub/skills/knots/")


def test_what_is_no_skill_here_is_left_out(go: Visit) -> None:
    with go("mentors/#want=juggling&want=weaving") as page:
        assert found(page) == ["Flo Heddle", "Cy Warp"]
        assert page.locator(".match-unheard").count() == 0
        assert page.locator("[value=juggling]").count() == 0
    with go("mentors/#want=juggling") as page:
        expect(page.locator("[value=juggling]")).to_have_count(0)
        assert page.locator(".match-everybody").is_visible()
        assert page.url.endswith("/mentors/")


def test_when_nobody_fits_a_wish_can_be_taken_back(go: Visit) -> None:
    with go("mentors/#want=weaving&speak=en") as page:
        assert found(page) == []
        assert page.locator(".match-count").inner_text() == "Nobody fits all of that at the moment."
        ways = page.locator(".match-ways button")
        assert ways.all_inner_texts() == [
            "whatever they offer: 3 mentors",
            "in any language: 2 mentors",
        ]
        ways.nth(1).click()
        announced(page, "2 mentors fit")
        assert found(page) == ["Flo Heddle", "Cy Warp"]
        assert page.evaluate("document.activeElement.className") == "match-count"
        assert page.url.endswith("#want=weaving")


def test_an_offer_that_is_over_is_not_suggested(go: Visit) -> None:
    with go("mentors/#want=weaving", now="2026-12-01T12:00:00Z") as page:
        assert found(page) == ["Cy Warp"]


@pytest.mark.parametrize(
    "day, hours",
    [
        # Six in the evening in Berlin is half past ten in India, and an hour earlier in summer.
        ("2026-03-25", "No hour in common in a usual week"),
        ("2026-03-31", "1 shared hour a week"),
        ("2026-10-21", "1 shared hour a week"),
        ("2026-10-28", "No hour in common in a usual week"),
    ],
)
def test_hours_follow_the_clocks(go: Visit, day: str, hours: str) -> None:
    path = "mentors/#want=public-speaking&free=weekday-evenings"
    with go(path, now=f"{day}T12:00:00Z", timezone_id="Asia/Kolkata") as page:
        found(page)
        assert hours in reasons(page, "Ada Stitch")


def test_the_zone_is_guessed_and_can_be_changed(go: Visit) -> None:
    path = "mentors/#want=public-speaking&free=weekday-evenings"
    with go(path, timezone_id="Asia/Kolkata") as page:
        found(page)
        zone = page.get_by_label("Your time zone")
        assert zone.input_value() in {"Asia/Kolkata", "Asia/Calcutta"}
        # 18:00 in Berlin is 22:30 in India.
        assert "No hour in common in a usual week" in reasons(page, "Ada Stitch")
        zone.select_option("Europe/Berlin")
        announced(page, "fit")
        expect(page.locator(".card-reasons").first).to_contain_text("6 shared hours a week")
        assert page.url.endswith("zone=Europe%2FBerlin")


def test_in_arabic(go: Visit) -> None:
    with go("ar/mentors/#want=sql&speak=en", locale="ar") as page:
        assert found(page)[:2] == ["Ada Stitch", "Bo Loom"]
        assert page.locator("html").get_attribute("dir") == "rtl"
        said = reasons(page, "Ada Stitch")
        assert "يقدّم ما تبحث عنه: SQL" in said
        assert "6 ساعات مشتركة في الأسبوع" in said
        assert "مكانان شاغران" in said
        link = page.locator(".match-found .card-title a").first
        assert (link.get_attribute("href") or "").endswith(
            "/a/hub/ar/mentors/ada/#want=sql&speak=en"
        )


def test_without_a_script_everybody_is_listed(go: Visit) -> None:
    with go(java_script_enabled=False) as page:
        assert not page.locator(".match-form").is_visible()
        assert page.locator(".match noscript .notice").is_visible()
        assert page.locator(".card-title").all_inner_texts() == [
            *("Ada Stitch", "Bo Loom", "Cy Warp", "Di Weft", "Ed Reed", "Flo Heddle")
        ]


def test_nothing_is_asked_but_the_data_and_the_page_itself(go: Visit) -> None:
    with go() as page:
        asked: list[Request] = []

        def keep(request: Request) -> None:
            asked.append(request)

        page.on("request", keep)
        page.get_by_label("SQL", exact=True).check()
        found(page)
        page.get_by_label("Public speaking", exact=True).check()
        announced(page, "fit")
        data = [each.url for each in asked if each.resource_type == "fetch"]
        assert [url.partition("/a/hub/")[2] for url in data] == ["mentors/finder.json"]
        assert page.context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_when_the_data_is_missing_everybody_stays(go: Visit) -> None:
    with go() as page:
        page.route("**/finder.json", lambda route: route.fulfill(status=404, body="gone"))
        page.get_by_label("SQL", exact=True).check()
        announced(page, "could not be loaded")
        assert page.locator(".match-failed").is_visible()
        assert page.locator(".match-everybody").is_visible()


STATES = (
    "mentors/#want=sql&want=public-speaking&speak=en&how=one-to-one",
    "mentors/#want=knots&want=weaving&speak=en",
    "ar/mentors/#want=sql&free=weekday-mornings",
    "mentors/ada/#want=sql&speak=en",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_state_is_accessible(go: Visit, scheme: str, width: int) -> None:
    screen = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    for path in STATES:
        with go(path, reduced_motion="reduce", **screen) as page:
            if "/#" in path.replace("ada/#", ""):
                found(page)
                page.locator("#match-skill").press_sequentially("w")
                page.get_by_role("option").first.wait_for()
                page.keyboard.press("ArrowDown")
            assert findings(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_ten_thousand_mentors_are_ordered_at_once(go: Visit, hub: Hub) -> None:
    with go() as page:
        count, slug = in_page(page, hub.out, ("match", "wishes"), MANY)
        assert (count, slug) == (10_000, "s00000")


MANY = """
    const few = await (await fetch("finder.json")).json();
    const rows = Array.from({ length: 15000 }, (_, row) => row);
    const data = Object.fromEntries(Object.entries(few).map(([name, column]) =>
        [name, Array.isArray(column) && column.length === few.count ? rows.map((row) => column[row % few.count]) : column]));
    data.count = rows.length;
    data.slug = rows.map((row) => `s${String(row).padStart(5, "0")}`);
    data.facets = few.facets.map((facet) => ({ ...facet, rows: rows.map((row) => facet.rows.split(",")[row % few.count]).join(",") }));
    const asked = { ...wishes.noWishes(), skills: ["sql", "public-speaking"], free: ["weekday-evenings"] };
    const market = match.marketOf(data);
    const found = match.matches(market, asked, Date.now());
    return [found.length, data.slug[found[0].row]];
"""

HOSTILE = MENTORS.replace("name: Ada Stitch", 'name: "<img src=x onerror=alert(1)>{n}"').replace(
    "{name: SQL, aliases: [databases]}", '{name: "<script>alert(2)</script>", aliases: [databases]}'
)


def test_hostile_words_stay_words(browser: Browser) -> None:
    hub = site(HOSTILE)
    assert hub.build().published
    hash_ = "#want=sql&want=%3Cimg%20src%3Dx%20onerror%3Dalert(3)%3E&speak=%22%3E&zone=x%3Cb%3E&level=%22%5D"
    with served(hub.out) as address, visit(browser, address, f"mentors/{hash_}", now=NOW) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.locator(".match-count").wait_for()
        page.goto(f"{address}mentors/{hash_.replace('&speak=%22%3E', '')}")
        page.reload()
        assert "<img src=x onerror=alert(1)>{n}" in found(page)
        assert page.locator(".match-results img, .match script, .match img").count() == 0
        assert (
            "Offers <script>alert(2)</script>, which you want"
            in page.locator(".match-found").inner_text()
        )
