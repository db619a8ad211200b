"""Time zones: names by city, and the hours that clocks skip and repeat."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.timezones import read_timezone, wall_time_problem
from tests.text.readings import accepted, noted, refused, settles


@pytest.mark.parametrize(
    "text, name",
    [
        ("Europe/Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("America/New York", "America/New_York"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("UTC", "UTC"),
        ("Etc/UTC", "UTC"),
        ("Z", "UTC"),
    ],
)
def test_names_are_read(text: str, name: str) -> None:
    assert accepted(read_timezone(text)) == name


@pytest.mark.parametrize(
    "old, new",
    [
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("US/Eastern", "America/New_York"),
        ("Africa/Asmera", "Africa/Asmara"),
        ("Pacific/Truk", "Pacific/Chuuk"),
    ],
)
def test_old_names_get_the_new_one(old: str, new: str) -> None:
    assert noted(read_timezone(old)) == (new, "HG327", f"write {new}")


@pytest.mark.parametrize(
    "text, likely",
    [
        ("CET", "such as Europe/Paris"),
        ("EST", "such as America/New_York"),
        ("bst", "such as Europe/London"),
        ("GMT+1", "such as Europe/Paris"),
        ("UTC+05:30", "such as Asia/Kolkata"),
        ("-08:00", "such as America/Los_Angeles"),
        ("Etc/GMT-3", "such as Africa/Nairobi"),
        ("Japan", "such as Asia/Tokyo"),
        ("Iceland", "such as Atlantic/Reykjavik"),
        ("Paris", "did you mean 'Europe/Paris'?"),
        ("Europe/Pariss", "did you mean 'Europe/Paris'?"),
        ("Factory", "such as Europe/Paris"),
        ("UTC+27", "such as Europe/Paris"),
        ("../../etc/passwd", "such as Europe/Paris"),
        ("", "such as Europe/Paris"),
    ],
)
def test_other_names_get_the_likely_zone(text: str, likely: str) -> None:
    code, advice = refused(read_timezone(text))
    assert code == "HG326"
    assert advice.endswith(likely)


@given(st.text(max_size=60) | st.from_regex(r"(UTC|GMT|Etc/GMT)?[+-][0-9]{1,2}(:?[0-9]{2})?"))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_timezone, text, str)
    reading = read_timezone(text)
    if reading.value:
        assert (
            ZoneInfo(reading.value).utcoffset(datetime.fromisoformat("2026-01-01T00:00"))
            is not None
        )


@pytest.mark.parametrize(
    "moment, zone, problem",
    [
        (datetime.fromisoformat("2026-03-29T02:30"), "Europe/Paris", "skipped"),
        (datetime.fromisoformat("2026-03-29T03:00"), "Europe/Paris", ""),
        (datetime.fromisoformat("2026-10-25T02:30"), "Europe/Paris", "twice"),
        (datetime.fromisoformat("2026-10-25T03:00"), "Europe/Paris", ""),
        (datetime.fromisoformat("2026-03-08T02:00"), "America/New_York", "skipped"),
        (datetime.fromisoformat("2026-03-29T02:30"), "Asia/Tokyo", ""),
        (datetime.fromisoformat("2026-03-29T02:30"), "UTC", ""),
        # A half hour on Lord Howe Island, and a whole day that Samoa left out.
        (datetime.fromisoformat("2026-10-04T02:15"), "Australia/Lord_Howe", "skipped"),
        (datetime.fromisoformat("2011-12-30T12:00"), "Pacific/Apia", "skipped"),
        (datetime.fromisoformat("1000-01-01T00:00"), "Europe/Paris", ""),
        (datetime.fromisoformat("2999-12-31T23:59"), "Pacific/Apia", ""),
    ],
)
def test_skipped_and_doubled_hours(moment: datetime, zone: str, problem: str) -> None:
    assert wall_time_problem(moment, zone) == problem


@given(
    st.datetimes(
        datetime.fromisoformat("2000-01-01T00:00"), datetime.fromisoformat("2040-01-01T00:00")
    ),
    st.sampled_from(["Europe/Paris", "America/New_York", "Africa/Casablanca", "Asia/Kolkata"]),
)
def test_a_time_without_problem_is_one_instant(moment: datetime, zone: str) -> None:
    clock = ZoneInfo(zone)
    utc = ZoneInfo("UTC")
    shown = [
        instant
        for hours in range(-3, 4)
        if (instant := moment.replace(tzinfo=clock).astimezone(utc) + timedelta(hours=hours))
        .astimezone(clock)
        .replace(tzinfo=None)
        == moment
    ]
    expected = {"": 1, "skipped": 0, "twice": 2}[wall_time_problem(moment, zone)]
    assert len(shown) == expected
