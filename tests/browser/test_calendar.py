"""The calendar where and when it is read: past and next by the reader's clock, filters, months, keyboard, no script at all."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit import TODAY, site
from tests.kit.browsing import visit
from tests.kit.serving import served

pytestmark = pytest.mark.browser

NOON = "2026-11-17T12:00:00Z"
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def look(browser: Browser, example_address: str) -> Any:
    """Opens a page of the example hub, which was built for 17 November 2026."""

    def open_page(path: str, now: str = NOON, **context: Any) -> AbstractContextManager[Page]:
        chosen = {"viewport": DESK, "timezone_id": "UTC", **context}
        return visit(browser, example_address, path, now=now, **chosen)

    return open_page


def row(page: Page, slug: str) -> Any:
    return page.locator(f".date:has(a[href*='/{slug}/'])").first


def shown(page: Page) -> list[str]:
    """The titles of the dates that can be seen."""
    return page.locator(".date:visible .date-title").all_inner_texts()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f".calendar-tools select[name='{name}']").select_option(value)


MARATHON = "advent-of-queries"
"""12 December 2026, 9:00 to 15:00 in Kolkata: half past three to half past nine in UTC."""


@pytest.mark.parametrize(
    "now, says, is_past",
    [
        ("2026-12-12T03:29:00Z", "Next", False),
        ("2026-12-12T03:31:00Z", "On now", False),
        ("2026-12-12T09:29:00Z", "On now", False),
        ("2026-12-12T09:31:00Z", "Past", True),
    ],
)
def test_before_during_and_after(look: Any, now: str, says: str, is_past: bool) -> None:
    with look("events/", now) as page:
        marathon = row(page, MARATHON)
        badges = marathon.locator(".badge:not([hidden])").all_text_contents()
        assert badges == [says]
        assert ("is-past" in str(marathon.get_attribute("class"))) == is_past
        assert page.locator(".badge-now", has_text="Next").count() == 1
    with look(f"events/{MARATHON}/", now) as page:
        assert page.locator("article.entry > header .badge-past").is_visible() == is_past
        assert page.locator("a[href$='advent-of-queries.ics']").is_visible() != is_past


def test_a_page_that_was_built_long_ago_is_right_all_the_same(look: Any) -> None:
    with look("events/", "2026-12-13T12:00:00Z") as page:
        first = page.locator(".agenda-month .agenda-day:visible").first
        assert str(first.get_attribute("data-day")) > "2026-12-12"
        aside = page.locator(".agenda-over")
        expect(aside).to_be_visible()
        number = aside.locator(".date").count()
        assert aside.locator("summary").inner_text() == f"{number} dates are over already"
        aside.locator("summary").click()
        assert row(page, MARATHON).is_visible()
        month = page.locator("[data-view=month]").get_attribute("href")
        assert str(month).endswith("/events/calendar/2026-12/")


def test_the_first_page_shows_nothing_as_coming_that_is_over(look: Any) -> None:
    with look("", "2026-11-17T12:00:00Z") as page:
        before = page.locator("[data-coming] > li:visible").count()
    with look("", "2026-11-27T12:00:00Z") as page:
        places = page.locator("[data-coming]").first
        ends = places.locator("li:visible [data-end]").evaluate_all(
            "all => all.map(each => each.dataset.end)"
        )
        assert len(ends) == before
        for end in ends:
            assert page.evaluate("end => Date.parse(end) > Date.now()", end)
        in_order = page.evaluate("all => [...all].sort((a, b) => new Date(a) - new Date(b))", ends)
        assert ends == in_order, "a series has gone on to a later date"
    with look("", "2031-01-01T12:00:00Z") as page:
        assert page.locator("[data-coming] > li:visible").count() == 0
        assert page.locator(".coming-empty").is_visible()


def test_a_series_goes_on_to_its_next_date(look: Any) -> None:
    slug = "sql-before-breakfast-wednesdays"
    with look(f"events/{slug}/", "2026-11-20T12:00:00Z") as page:
        assert "November 25" in page.locator(".main-date").inner_text()
        assert page.locator(".leaf-day").first.inner_text() == "25"
    with look(f"events/{slug}/", "2026-12-18T12:00:00Z") as page:
        main = page.locator(".main-date").inner_text()
        assert "December 31" in main, "the 23rd is cancelled, the 30th is moved"
        assert page.locator(".leaf-day").first.inner_text() == "31"
        assert not page.locator("article.entry > header .badge-past").is_visible()
        cancelled = page.locator(".schedule-date.is-cancelled")
        assert "December 23" in cancelled.inner_text()


def test_a_cancelled_date_is_never_the_next_one(look: Any) -> None:
    with look("events/calendar/2026-12/", "2026-12-22T22:00:00Z") as page:
        breakfast = page.locator("[data-day='2026-12-23'] .date")
        assert "is-cancelled" in str(breakfast.get_attribute("class"))
        assert breakfast.locator("s").count() == 1
        assert breakfast.locator(".badge-now").count() == 0
        assert page.locator(".badge-now", has_text="Next").count() == 1


@pytest.fixture(scope="module")
def festival() -> Iterator[str]:
    """A hub with one event of three whole days, and one by the clock of Nairobi late in the evening."""
    hub = site("""
        -- content/events/festival.yaml --
        title: Festival
        start: 2026-12-04
        end: 2026-12-06
        all_day: true
        mode: onsite
        -- content/events/late.yaml --
        title: Late show
        start: 2026-12-10T00:30
        duration: 1h
        timezone: Africa/Nairobi
        mode: online
        registration: {url: https://example.org/r, opens: 2026-11-20, deadline: 2026-12-01}
        join_url: https://example.org/j
        join_public: true
    """)
    assert hub.build().diagnostics == ()
    with served(hub.out, "/deep/down/") as address:
        yield address


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
@pytest.mark.parametrize("hour, is_past", [("2026-12-06T23:59", False), ("2026-12-07T00:01", True)])
def test_whole_days_end_at_the_readers_midnight(
    browser: Browser, festival: str, zone: str, hour: str, is_past: bool
) -> None:
    offset = {"Pacific/Kiritimati": "+14:00", "America/Los_Angeles": "-08:00"}[zone]
    now = f"{hour}:00{offset}"
    with visit(browser, festival, "events/", now=now, timezone_id=zone) as page:
        assert ("is-past" in str(row(page, "festival").get_attribute("class"))) == is_past


def test_the_readers_day_is_named_where_it_is_another(browser: Browser, festival: str) -> None:
    with visit(browser, festival, "events/", now=NOON, timezone_id="America/Bogota") as page:
        late = row(page, "late")
        assert (
            late.locator("xpath=ancestor::section[@data-day]").first.get_attribute("data-day")
            == "2026-12-10"
        )
        assert late.locator(".your-time").inner_text() == "Wed, Dec 9, 4:30 PM your time"
        choose(page, "clock", "mine")
        late = row(page, "late")
        assert (
            late.locator("xpath=ancestor::section[@data-day]").first.get_attribute("data-day")
            == "2026-12-09"
        )
        heading = page.locator("[data-day='2026-12-09'] h3")
        assert heading.inner_text().split() == ["Wednesday", "December", "9"]
        assert "4:30" in late.locator(".date-start").inner_text()
        assert "Nairobi time" in late.locator(".zone").inner_text()
        assert "clock=mine" in page.url
        choose(page, "clock", "")
        assert (
            row(page, "late")
            .locator("xpath=ancestor::section[@data-day]")
            .first.get_attribute("data-day")
            == "2026-12-10"
        )
        assert not page.locator("[data-day='2026-12-09']").is_visible()


@pytest.mark.parametrize(
    "now, seen",
    [
        ("2026-11-18T12:00:00Z", "Registration opens on Friday, November 20."),
        ("2026-11-25T12:00:00Z", "Register by Tuesday, December 1."),
        ("2026-12-03T12:00:00Z", "Registration has closed."),
    ],
)
def test_registration_is_open_while_it_is(
    browser: Browser, festival: str, now: str, seen: str
) -> None:
    with visit(browser, festival, "events/late/", now=now, timezone_id="UTC") as page:
        box = page.locator(".registration")
        assert seen in box.inner_text()
        assert box.get_by_role("link", name="Register").is_visible() == seen.startswith(
            "Register by"
        )
        assert page.get_by_role("link", name="Join online").is_visible()
    with visit(browser, festival, "events/late/", now="2026-12-20T12:00:00Z") as page:
        assert not page.locator(".registration").is_visible()
        assert not page.get_by_role("link", name="Join online").is_visible()


def test_times_in_kolkata(look: Any) -> None:
    with look("events/", timezone_id="Asia/Kolkata") as page:
        thursday = page.locator("[data-day='2026-12-03'] .date", has_text="Le jeudi du Cercle")
        assert thursday.locator(".your-time").inner_text() == "Fri, Dec 4, 12:00 AM your time"
        marathon = row(page, MARATHON)
        assert marathon.locator(".your-time").count() == 0, "it is on that clock already"


def test_in_arabic_for_a_reader_in_kolkata(look: Any) -> None:
    with look("ar/events/", timezone_id="Asia/Kolkata", locale="ar") as page:
        assert page.locator("html").get_attribute("dir") == "rtl"
        thursday = page.locator("[data-day='2026-12-03'] .date", has_text="Le jeudi du Cercle")
        assert thursday.locator(".your-time").inner_text() == "الجمعة، 4 ديسمبر، 12:00 ص بتوقيتك"
        choose(page, "type", "hackathon")
        expect(page.locator(".calendar-result output")).to_have_text("موعد واحد يطابق")
        choose(page, "clock", "mine")
        assert shown(page) == ["Twelve queries of December"]


def test_filters_look_through_all_pages(look: Any) -> None:
    with look("events/") as page:
        everything = page.locator(".calendar-result output").inner_text()
        assert int(everything.split()[0]) > page.locator(".date").count(), "there are more pages"
        choose(page, "type", "book club")
        expect(page.locator(".calendar-result output")).to_contain_text("fit")
        titles = shown(page)
        assert set(titles) == {"The Slow Readers: western evening"}
        assert page.locator(".calendar-result output").inner_text() == f"{len(titles)} dates fit"
        assert str(page.locator(".date:visible").last.get_attribute("data-end")) > "2027-03"
        choose(page, "skills", "sql")
        assert shown(page) == []
        assert page.get_by_text("Nothing fits all of that.").is_visible()
        page.get_by_role("button", name="Show all").click()
        assert page.locator(".calendar-result output").inner_text() == everything
        link = page.locator(".date:visible .date-title").last
        link.click()
        assert page.locator("article.entry").count() == 1, (
            "links of other pages lead where they should"
        )


def test_the_choice_is_in_the_address(look: Any) -> None:
    with look("events/?type=hackathon") as page:
        expect(page.locator(".calendar-result output")).to_have_text("1 date fits")
        assert shown(page) == ["Twelve queries of December"]
        choose(page, "mode", "onsite")
        expect(page.locator(".agenda-nothing")).to_be_visible()
        assert "mode=onsite" in page.url
        page.go_back()
        expect(page.locator(".agenda-nothing")).to_be_hidden()
        expect(page.locator(".calendar-result output")).to_have_text("1 date fits")
        assert shown(page) == ["Twelve queries of December"]
        assert page.locator("select[name=mode]").input_value() == ""
        page.locator("[data-view=month]").click()
        assert page.url.endswith("/events/calendar/2026-11/?type=hackathon")
        page.locator(".month-step-next").click()
        assert page.url.endswith("/events/calendar/2026-12/?type=hackathon")
        assert shown(page) == ["Twelve queries of December"]


def test_a_later_page_leads_back_to_the_first_when_it_is_narrowed(look: Any) -> None:
    with look("events/page/2/") as page:
        choose(page, "type", "hackathon")
        page.wait_for_url("**/events/?type=hackathon")
        expect(page.locator(".calendar-result output")).to_have_text("1 date fits")
        assert shown(page) == ["Twelve queries of December"]


def test_a_month_by_the_readers_calendar(look: Any) -> None:
    with look("events/calendar/2026-11/", "2026-11-17T22:00:00Z", timezone_id="Asia/Tokyo") as page:
        assert page.get_by_role("table", name="Events, November 2026").is_visible()
        assert page.locator("[aria-current=date]").get_attribute("data-day") == "2026-11-18"
        assert page.get_by_role("columnheader").count() == 7
    with look("events/calendar/2026-11/", viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.get_by_text("Tuesday, November 24").is_visible()


def test_a_month_on_a_phone_is_a_table_still(look: Any) -> None:
    with look("events/calendar/2026-12/", viewport={"width": 390, "height": 800}) as page:
        assert page.get_by_role("table", name="Events, December 2026").is_visible()
        heads = page.get_by_role("columnheader").all_inner_texts()
        assert len(heads) == 7
        for cell in page.locator(".month-day:visible").all():
            place = int(cell.get_attribute("aria-colindex") or 0)
            day = cell.locator(".month-label").inner_text()
            assert day.startswith(heads[place - 1].strip()[:3])
        assert page.get_by_role("row").count() <= 7


def test_a_month_by_the_readers_days(look: Any) -> None:
    days = """() => Object.fromEntries([...document.querySelectorAll(".month .date")]
        .filter((row) => row.querySelector("time"))
        .map((row) => [`${new Date(row.querySelector("time").dateTime).toISOString()} ${row.querySelector("a").href}`, row.closest("[data-day]").dataset.day]))"""
    with look(
        "events/calendar/2026-12/", "2026-12-01T00:00:00Z", timezone_id="Pacific/Kiritimati"
    ) as page:
        theirs = page.evaluate(days)
        assert not page.locator(".month-edges").is_visible()
        choose(page, "clock", "mine")
        mine = page.evaluate(days)
        assert page.locator(".month-edges").is_visible()
        assert mine.keys() == theirs.keys()
        assert mine != theirs
        for moment, day in mine.items():
            there = datetime.fromisoformat(moment.split()[0]).astimezone(
                ZoneInfo("Pacific/Kiritimati")
            )
            assert day in {there.date().isoformat(), theirs[moment]}
            assert there.month != 12 or day == there.date().isoformat()
        free = page.locator(".month-day-free .date").count()
        assert free == 0
        choose(page, "clock", "")
        assert page.evaluate(days) == theirs


def test_all_of_it_by_keyboard(look: Any) -> None:
    with look("events/") as page:
        press_until(page, "Tab", "summary.calendar-summary")
        assert page.locator("select[name=type]").is_visible()
        page.keyboard.press("Enter")
        assert not page.locator("select[name=type]").is_visible()
        page.keyboard.press("Enter")
        press_until(page, "Tab", "select[name=type]")
        page.keyboard.type("hack")
        expect(page.locator(".calendar-result output")).to_have_text("1 date fits")
        press_until(page, "Tab", ".calendar-result button")
        page.keyboard.press("Enter")
        expect(page.locator(".calendar-result output")).to_contain_text("to come")
        assert page.evaluate("document.activeElement.matches('summary')")
        press_until(page, "Shift+Tab", "[data-view=month]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/events/calendar/2026-11/")
        press_until(page, "Tab", ".month .date-title")
        page.keyboard.press("Enter")
        expect(page.locator("article.entry")).to_have_count(1)


def press_until(page: Page, key: str, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} never reaches {selector}")


def test_without_a_script_the_list_is_honest(look: Any) -> None:
    with look("events/", java_script_enabled=False) as page:
        assert not page.locator(".calendar-tools").is_visible()
        seen = [str(each.get_attribute("data-day")) for each in page.locator(".agenda-day").all()]
        assert seen == sorted(seen)
        assert seen[0] >= TODAY.isoformat()
        heading = page.locator(".agenda-day h3").first.inner_text()
        first = date.fromisoformat(seen[0])
        assert str(first.day) in heading
        assert f"{first:%A}" in heading
        assert page.locator(".agenda-month h2").first.inner_text() == f"{first:%B %Y}"
        assert not page.locator(".agenda-over").is_visible()
        page.locator("[data-view=past]").click()
        assert page.locator(".date-links a", has_text="Recording").count() > 3
        page.go_back()
        page.locator(".pagination [rel=next]").click()
        assert page.locator(".date").count() > 0


def test_an_open_page_looks_again(browser: Browser, festival: str) -> None:
    with visit(browser, festival, "events/", now=NOON, timezone_id="UTC") as page:
        assert page.locator(".badge-now", has_text="Next").count() == 1
        page.clock.set_fixed_time(f"{TODAY + timedelta(days=60)}T12:00:00Z")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert page.locator(".agenda-over .date").count() == 2
        assert page.get_by_text("Nothing is planned at the moment.").is_visible()
