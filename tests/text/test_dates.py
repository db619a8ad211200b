"""Dates and months: what is read, and what everybody else is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.model.values import Month
from hubgen.text.calendar_words import WEEKDAYS
from hubgen.text.dates import read_date, read_month
from tests.text.readings import accepted, refused, settles

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@given(DAYS)
def test_iso_dates_are_read(day: date) -> None:
    assert accepted(read_date(f" {day.isoformat()} ")) == day


@pytest.mark.parametrize(
    "text, advice",
    [
        ("30/05/2024", "write 2024-05-30"),
        ("05/30/2024", "write 2024-05-30"),
        ("30.05.2024", "write 2024-05-30"),
        ("3.4.2024", "write 2024-04-03"),
        ("30/05/24", "write 2024-05-30"),
        ("2024/05/30", "write 2024-05-30"),
        ("2024-5-3", "write 2024-05-03"),
        ("2024–05–30", "write 2024-05-30"),
        ("20240530", "write 2024-05-30"),
        ("THU, MAY 30, 2024", "write 2024-05-30"),
        ("Thursday 30th of May, 2024", "write 2024-05-30"),
        ("January 17, 2020", "write 2020-01-17"),
        ("17 Jan. 2020", "write 2020-01-17"),
        ("1er juin 2024", "write 2024-06-01"),
        ("30. März 2024", "write 2024-03-30"),
        ("2024-05-30T10:00:00Z", "write 2024-05-30"),
        ("2024-05-30 19:00", "write 2024-05-30"),
        ("03/04/2024", "write 2024-04-03 for 3 April 2024, or 2024-03-04 for 4 March 2024"),
        ("Wed 03/04/2024", "write 2024-04-03"),
        ("Mon 03/04/2024", "write 2024-03-04"),
        ("TBD", "leave it out until the day is known"),
    ],
)
def test_other_forms_are_told_the_date_that_was_meant(text: str, advice: str) -> None:
    assert refused(read_date(text)) == ("HG320", advice)


@pytest.mark.parametrize(
    "text, day_first, advice",
    [
        ("03/04/2024", True, "write 2024-04-03"),
        ("03/04/2024", False, "write 2024-03-04"),
        ("30/04/2024", False, "write 2024-04-30"),
    ],
)
def test_the_order_of_day_and_month_decides_where_it_can(
    text: str, day_first: bool, advice: str
) -> None:
    assert refused(read_date(text, day_first=day_first)) == ("HG320", advice)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("2026-02-30", "the last day of that month is 2026-02-28"),
        ("2024-02-30", "the last day of that month is 2024-02-29"),
        ("2024-04-31", "the last day of that month is 2024-04-30"),
        ("2024-30-05", "the month comes before the day: write 2024-05-30"),
        ("2024-13-31", "months go from 01 to 12"),
        ("2024-00-10", "months go from 01 to 12"),
        ("0024-05-30", "years go from 1000 to 2999"),
        ("31/02/2024", "look at a calendar, then write it as 2024-05-30"),
        ("20240231", "look at a calendar, then write it as 2024-05-30"),
        ("30 Feb 2024", "look at a calendar, then write it as 2024-05-30"),
    ],
)
def test_days_that_do_not_exist(text: str, advice: str) -> None:
    assert refused(read_date(text)) == ("HG321", advice)


@pytest.mark.parametrize(
    "text", ["", "2024", "May 2024", "30 May", "someday", "1/2", "٢٠٢٤-٠٥-٣٠", "May ² 2024"]
)
def test_incomplete_dates_are_told_what_a_date_is(text: str) -> None:
    code, advice = refused(read_date(text))
    assert code == "HG320"
    accepted(read_date(advice.rpartition(" ")[2]))


@given(DAYS.filter(lambda day: day.year > 1900), st.integers(0, 6))
def test_a_weekday_is_compared_with_the_date(day: date, weekday: int) -> None:
    text = f"{WEEKDAYS[weekday]}, {day.day} {day:%b} {day.year}"
    code, advice = refused(read_date(text))
    if weekday == day.weekday():
        assert (code, advice) == ("HG320", f"write {day.isoformat()}")
        return
    assert code == "HG322"
    assert WEEKDAYS[day.weekday()] in read_date(text).remarks[0].message
    nearest = date.fromisoformat(advice.split(" or ")[1].split()[0])
    assert nearest.weekday() == weekday
    assert abs((nearest - day).days) <= 3


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%A %d %B %Y", "%b %d, %Y", "%Y%m%d", "%d.%m.%Y"]))
def test_every_advice_can_be_followed(day: date, form: str) -> None:
    reading = read_date(day.strftime(form))
    assert reading.value is None
    for word in reading.remarks[0].help.split():
        if word[:1].isdigit() and word.count("-") == 2:
            accepted(read_date(word))
    assert day.isoformat() in reading.remarks[0].help


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_date, text, date.isoformat)
    settles(read_month, text, str)


def test_months_are_read() -> None:
    assert accepted(read_month("2026-03")) == Month(2026, 3)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("03/2026", "write 2026-03"),
        ("March 2026", "write 2026-03"),
        ("2026/3", "write 2026-03"),
        ("2026-03-15", "write 2026-03"),
        ("mars 2026", "write 2026-03"),
        ("2026-13", "write it as 2026-03"),
        ("soon", "write it as 2026-03"),
    ],
)
def test_other_months_are_told_the_month_that_was_meant(text: str, advice: str) -> None:
    assert refused(read_month(text)) == ("HG320", advice)
