"""Rules for repeating: what calendars write, what parts make, and nothing that never comes or never ends."""

from datetime import date, datetime
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.model.values import Recurrence
from hubgen.text.recurrence import read_rule, rule_of, until_part
from hubgen.text.series import occurrences
from tests.text.readings import accepted, refused, settles


@pytest.mark.parametrize(
    "text, rule",
    [
        ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
        ("RRULE:byday=tu;freq=weekly", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;UNTIL=20261215T235959Z;", "FREQ=WEEKLY;UNTIL=20261215"),
        ("FREQ=WEEKLY;UNTIL=2026-12-15", "FREQ=WEEKLY;UNTIL=20261215"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=03", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1"),
        ("weekly", "FREQ=WEEKLY"),
    ],
)
def test_rules_are_read(text: str, rule: str) -> None:
    assert accepted(read_rule(text)) == rule


@pytest.mark.parametrize(
    "text, reason",
    [
        ("FREQ=HOURLY", "FREQ can't be 'HOURLY'"),
        ("BYDAY=TU", "how often"),
        ("FREQ=WEEKLY;BYHOUR=1", "'BYHOUR' is no part"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ is said twice"),
        ("FREQ=WEEKLY;COUNT=5;UNTIL=20260101", "it ends twice"),
        ("FREQ=WEEKLY;COUNT=100000", "COUNT can't be"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL can't be"),
        ("FREQ=WEEKLY;UNTIL=20260230", "UNTIL can't be"),
        ("FREQ=WEEKLY;BYDAY=1MO", "no first or last weekday"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "no days of the month"),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "no day fits it"),
        ("FREQ=MONTHLY;BYSETPOS=6;BYDAY=MO", "no day fits it"),
        ("FREQ=MONTHLY;BYMONTHDAY=15;BYDAY=1TU", "both by number and by weekday"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", "can't name weekdays"),
        ("FREQ=DAILY;BYSETPOS=1;BYDAY=MO", "BYSETPOS is for monthly series"),
        ("=;=", "'' is no part"),
        ("", "is no rule"),
    ],
)
def test_other_rules_are_refused(text: str, reason: str) -> None:
    assert refused(read_rule(text))[0] == "HG330"
    assert reason in read_rule(text).remarks[0].message


@pytest.mark.parametrize(
    "text, rule",
    [
        ("every tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("Every other week on Tuesday and Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ("every month on first friday", "FREQ=MONTHLY;BYDAY=1FR"),
    ],
)
def test_words_get_the_rule_that_they_mean(text: str, rule: str) -> None:
    assert refused(read_rule(text)) == ("HG330", f"write {rule}")


@pytest.mark.parametrize(
    "every, interval, on, rule",
    [
        ("week", 1, ("tuesday",), "FREQ=WEEKLY;BYDAY=TU"),
        ("Weeks", 2, ("Tue", "thursdays"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ("two weeks", 1, (), "FREQ=WEEKLY;INTERVAL=2"),
        ("tuesday", 1, (), "FREQ=WEEKLY;BYDAY=TU"),
        ("quarter", 1, (), "FREQ=MONTHLY;INTERVAL=3"),
        ("month", 1, ("first tuesday", "last friday"), "FREQ=MONTHLY;BYDAY=1TU,-1FR"),
        ("month", 1, ("15", "-1"), "FREQ=MONTHLY;BYMONTHDAY=15,-1"),
        ("week", 1, ("mardi", "TH"), "FREQ=WEEKLY;BYDAY=TU,TH"),
    ],
)
def test_parts_make_a_rule(every: str, interval: int, on: tuple[str, ...], rule: str) -> None:
    assert accepted(rule_of(every, interval, on)) == rule


@pytest.mark.parametrize(
    "every, on",
    [("fortnight", ()), ("week", ("first tuesday",)), ("week", ("15",)), ("month", ("someday",)),
     ("month", ("",)), ("² weeks", ()), ("month", ("²",)), ("", ())],
)  # fmt: skip
def test_other_parts_are_refused(every: str, on: tuple[str, ...]) -> None:
    assert refused(rule_of(every, 1, on))[0] == "HG330"


def test_a_series_keeps_its_last_evening() -> None:
    rule = accepted(rule_of("week", 1, ("tuesday",), until_part(date(2026, 12, 15))))
    days = list(occurrences(Recurrence(rule), datetime.fromisoformat("2026-12-01T18:00")))
    assert days == [datetime.fromisoformat(f"2026-12-{day}T18:00") for day in ("01", "08", "15")]


_PARTS = st.sampled_from(
    ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "INTERVAL=12", "INTERVAL=7",
     "BYDAY=TU", "BYDAY=5MO", "BYDAY=-1FR,SU", "BYMONTH=2", "BYMONTH=12,1", "BYMONTHDAY=31",
     "BYMONTHDAY=-1,15", "BYSETPOS=-1", "BYSETPOS=5", "WKST=SU", "COUNT=3", "UNTIL=20300101"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=6).map(";".join) | st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_rule, text, str)


@given(st.lists(_PARTS, max_size=6, unique=True), st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_what_is_read_comes_soon_enough(parts: list[str], start: date) -> None:
    rule = read_rule(";".join(parts)).value
    if rule is not None:
        first = datetime.combine(start, datetime.min.time())
        assert all(moment >= first for moment in islice(occurrences(Recurrence(rule), first), 3))
