"""Durations as people write them; what has no fixed length is refused."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.durations import iso_duration, read_duration
from tests.text.readings import accepted, refused, settles


@pytest.mark.parametrize(
    "text, minutes",
    [
        ("40m", 40),
        ("40 min", 40),
        ("1h30", 90),
        ("1 h 30", 90),
        ("1h30m", 90),
        ("1:30", 90),
        ("PT40M", 40),
        ("pt1h30m", 90),
        ("P1DT2H", 1560),
        ("P2W", 20160),
        ("2 hours", 120),
        ("1 hour and 15 minutes", 75),
        ("1.5 hours", 90),
        ("1,5 h", 90),
        ("2 heures", 120),
        ("3 days", 4320),
        ("90 seconds", 1.5),
    ],
)
def test_durations_are_read(text: str, minutes: float) -> None:
    assert accepted(read_duration(text)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("P40M", "P40M means 40 months: write PT40M for minutes"),
        ("P1Y", "P1Y means 1 years, which differ in length: write weeks or days"),
        ("40", "say of what: 40m for minutes, 40h for hours"),
        ("3 months", "months and years differ in length: write 13 weeks"),
        ("1 year", "months and years differ in length: write 52 weeks"),
        ("30-60 min", "write one number: 60 min"),
        ("6 to 8 weeks", "write one number: 8 weeks"),
        ("P", "write 40m, 1h30, 3 days or 2 weeks"),
        ("PT", "write 40m, 1h30, 3 days or 2 weeks"),
        ("P1DT", "write 40m, 1h30, 3 days or 2 weeks"),
        ("a while", "write 40m, 1h30, 3 days or 2 weeks"),
        ("1:75", "write 40m, 1h30, 3 days or 2 weeks"),
    ],
)
def test_other_durations_are_explained(text: str, advice: str) -> None:
    assert refused(read_duration(text)) == ("HG325", advice)


@pytest.mark.parametrize("text", ["0m", "PT0S", "P9999W", "99999 days"])
def test_nothing_and_eternity_are_refused(text: str) -> None:
    assert refused(read_duration(text))[0] == "HG325"


@given(st.timedeltas(timedelta(seconds=1), timedelta(days=36_000)))
def test_the_iso_form_is_read_back(duration: timedelta) -> None:
    whole = timedelta(seconds=round(duration.total_seconds()))
    assert accepted(read_duration(iso_duration(whole))) == whole


@given(st.text(max_size=80) | st.from_regex(r"[0-9]{0,4} ?(h|m|min|days|P|T|:|W){0,4}[0-9]*"))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_duration, text, iso_duration)
