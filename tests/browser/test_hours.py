"""The hours that people share: what the browser reckons is what Python's time zones say, in every zone and in odd weeks."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.kit.browsing import visit
from tests.kit.serving import served
from tests.kit.weeks import Person, free_minutes, noon, shared_minutes, week_of

pytestmark = pytest.mark.browser

Range = tuple[int, int, int]

# Years that are over: whatever the age of the two databases, they agree on them.
FIRST, LAST = date(2022, 1, 3), date(2025, 6, 30)
DISPUTED = {"Europe/Chisinau", "Europe/Tiraspol"}
"""Of these two the databases tell the hour of the change differently, depending on their age."""
PLACES = tuple(
    sorted(zone for zone in available_timezones() - DISPUTED if "/" in zone and zone[:3] != "Etc")
)
ODD = (
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Africa/Casablanca",
    "Asia/Tehran",
)
RANGES = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 1439), st.integers(0, 1440)), min_size=1, max_size=5
)
PEOPLE = st.fixed_dictionaries(
    {"zone": st.one_of(st.sampled_from(PLACES), st.sampled_from(ODD)), "ranges": RANGES}
)
WEEKS = st.one_of(
    st.dates(FIRST, LAST),
    # The days around which Europe, America and the south change their clocks.
    st.sampled_from([date(2024, 3, 10), date(2024, 3, 31), date(2024, 4, 7), date(2024, 10, 27)]),
    st.sampled_from([date(2024, 11, 3), date(2023, 9, 24), date(2024, 10, 6), date(2023, 10, 1)]),
)


@pytest.fixture(scope="module")
def desk(
    browser: Browser, checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """An empty page that can load the module."""
    folder = tmp_path_factory.mktemp("hours")
    script = checkout / "themes" / "commons" / "assets" / "js" / "hours.js"
    (folder / "hours.js").write_text(script.read_text("utf-8"), "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>Hours</title>", "utf-8")
    (folder / "favicon.ico").touch()
    with served(folder) as address, visit(browser, address, timezone_id="Asia/Kolkata") as page:
        page.evaluate("import('./hours.js').then((hours) => { window.hours = hours; })")
        yield page


def ask(desk: Page, expression: str, *values: Any) -> Any:
    """What the expression gives, in which `a`, `b` and `c` are the values."""
    names = "abc"[: len(values)]
    return desk.evaluate(f"([{', '.join(names)}]) => {{ {expression} }}", list(values))


@given(st.lists(st.tuples(PEOPLE, PEOPLE, WEEKS), min_size=8, max_size=8))
def test_shared_minutes_are_what_zoneinfo_says(
    desk: Page, cases: list[tuple[Person, Person, date]]
) -> None:
    questions = [[one, other, noon(one, day)] for one, other, day in cases]
    found = ask(desk, SHARED, questions)
    assert found == [shared_minutes(*case) for case in cases]


@given(PEOPLE, PEOPLE, WEEKS)
def test_within_one_week_sharing_goes_both_ways(
    desk: Page, one: Person, other: Person, day: date
) -> None:
    both = "const week = hours.weekOf(a.zone, c); return [hours.sharedMinutes(a, b, week), hours.sharedMinutes(b, a, week)];"
    there, back = ask(desk, both, one, other, noon(one, day))
    assert there == back


def test_every_zone_keeps_its_clock_when_it_changes(desk: Page) -> None:
    # The hours around the changes of clocks, every day, in every zone that changed in those years.
    nights = [(day, 0, 180) for day in range(7)]
    london = {"zone": "Europe/London", "ranges": [(day, 0, 1440) for day in range(7)]}
    cases = [
        ({"zone": zone, "ranges": nights}, london, day) for zone in PLACES for day in changes(zone)
    ]
    assert len(cases) > 500
    found = ask(desk, SHARED, [[one, other, noon(one, day)] for one, other, day in cases])
    expected = [shared_minutes(*case) for case in cases]
    wrong = [
        (one["zone"], day, had, hoped)
        for (one, _, day), had, hoped in zip(cases, found, expected, strict=True)
        if had != hoped
    ]
    assert wrong == []
    assert len(set(expected)) > 2


@pytest.mark.parametrize(
    "mine, theirs, minutes",
    [
        # An evening in Kathmandu (+5:45) is an afternoon in Berlin.
        (("Asia/Kathmandu", [(1, 1080, 1200)]), ("Europe/Berlin", [(1, 780, 840)]), 45),
        # Sunday night goes on into Monday, on both clocks.
        (("Europe/Berlin", [(6, 1380, 60)]), ("Europe/Berlin", [(0, 0, 30)]), 30),
        # Nothing is said, or of a zone that doesn't exist.
        (("Europe/Berlin", []), ("Europe/Berlin", [(0, 0, 30)]), None),
        (("Europe/Berlin", [(0, 0, 30)]), ("Europe/Atlantis", [(0, 0, 30)]), None),
        (("Europe/Berlin", [(0, 0, 30)]), ("", [(0, 0, 30)]), None),
        # Ranges that overlap count once.
        (("UTC", [(2, 600, 720), (2, 660, 780)]), ("UTC", [(2, 0, 1440)]), 180),
        # A range without length is none.
        (("UTC", [(2, 600, 600)]), ("UTC", [(2, 0, 1440)]), 0),
    ],
)
def test_shared_minutes_by_hand(
    desk: Page,
    mine: tuple[str, list[Range]],
    theirs: tuple[str, list[Range]],
    minutes: int | None,
) -> None:
    one, other = ({"zone": zone, "ranges": ranges} for zone, ranges in (mine, theirs))
    week = "return hours.sharedMinutes(a, b, hours.weekOf('Europe/Berlin', c));"
    assert ask(desk, week, one, other, 1_731_500_000_000) == minutes


@given(PEOPLE, st.sampled_from(PLACES), WEEKS)
def test_moments_are_shown_on_another_clock(
    desk: Page, person: Person, zone: str, day: date
) -> None:
    shown = """
        const week = hours.weekOf(a.zone, c);
        return hours.rangesIn(b, hours.freeMoments(a, week), week);
    """
    found = [tuple(each) for each in ask(desk, shown, person, zone, noon(person, day))]
    assert all(0 <= weekday <= 6 and 0 <= start < end <= 1440 for weekday, start, end in found)
    if not (changes(zone) & around(day)):
        free = free_minutes(person, week_of(person["zone"], day))
        walls = [datetime.fromtimestamp(each * 60, ZoneInfo(zone)) for each in free]
        minutes = {(weekday, each) for weekday, start, end in found for each in range(start, end)}
        assert minutes == {(wall.weekday(), wall.hour * 60 + wall.minute) for wall in walls}


@pytest.mark.parametrize(
    "minutes, hours", [(0, 0), (29, 0), (30, 0.5), (90, 1.5), (179, 2.5), (180, 3), (359, 5)]
)
def test_hours_are_never_more_than_there_are(desk: Page, minutes: int, hours: float) -> None:
    assert ask(desk, "return hours.shownHours(a);", minutes) == hours


def test_the_readers_zone_is_the_browsers(desk: Page) -> None:
    assert ask(desk, "return hours.guessedZone();") in {"Asia/Kolkata", "Asia/Calcutta"}
    assert ask(desk, "return hours.knowsZone('Asia/Kolkata');") is True
    assert ask(desk, "return hours.knowsZone('Not/Aplace');") is False


SHARED = """
    return a.map(([one, other, moment]) => hours.sharedMinutes(one, other, hours.weekOf(one.zone, moment)));
"""


@cache
def changes(zone: str) -> frozenset[date]:
    """The days on which the zone's clock changes, in the years of these tests."""
    days = [FIRST + timedelta(days=each) for each in range((LAST - FIRST).days)]
    ends = [datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).utcoffset() for day in days]
    return frozenset(day for day, a, b in zip(days, ends, ends[1:], strict=False) if a != b)


def around(day: date) -> frozenset[date]:
    """The days that a week around that day can touch."""
    return frozenset(day + timedelta(days=each) for each in range(-9, 10))
