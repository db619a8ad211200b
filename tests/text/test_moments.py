"""Times of day, and days with a time: wall time, and nothing that says where the wall stands."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.clock_times import read_time
from hubgen.text.moments import has_time, read_moment
from tests.text.readings import accepted, refused, settles


@pytest.mark.parametrize(
    "text, value",
    [("12:30", time(12, 30)), ("9:00", time(9)), ("18:00:00", time(18)), (" 00:00 ", time(0))],
)
def test_times_are_read(text: str, value: time) -> None:
    assert accepted(read_time(text)) == value


@pytest.mark.parametrize(
    "text, advice",
    [
        ("7 pm", "write 19:00"),
        ("12 am", "write 00:00"),
        ("12:15 PM", "write 12:15"),
        ("7:00 PM to 8:00 PM BST", "write 19:00"),
        ("18h", "write 18:00"),
        ("18h30", "write 18:30"),
        ("18.30", "write 18:30"),
        ("18 Uhr", "write 18:00"),
        ("1800", "write 18:00"),
        ("noon", "write 12:00"),
        ("24:00", "write 00:00 and the next day"),
        ("25:00", "hours go from 00 to 23, minutes to 59"),
        ("750", "write it as 18:00"),
        ("", "write it as 18:00"),
        ("²:00", "write it as 18:00"),
    ],
)
def test_other_times_are_told_the_time_that_was_meant(text: str, advice: str) -> None:
    assert refused(read_time(text)) == ("HG323", advice)


@pytest.mark.parametrize(
    "text, value",
    [
        ("2026-03-03T18:00", datetime.fromisoformat("2026-03-03T18:00")),
        ("2026-03-03 18:00", datetime.fromisoformat("2026-03-03T18:00")),
        ("2026-03-03 9:05:30", datetime.fromisoformat("2026-03-03T09:05:30")),
        ("2026-03-03T18:00:00.000", datetime.fromisoformat("2026-03-03T18:00")),
        ("2026-03-03", datetime.fromisoformat("2026-03-03T00:00")),
    ],
)
def test_moments_are_read(text: str, value: datetime) -> None:
    assert accepted(read_moment(text)) == value
    assert has_time(text) == (value.hour > 0)


@pytest.mark.parametrize(
    "text, code, advice",
    [
        ("2026-03-03T18:00Z", "HG324", "write 2026-03-03T18:00, and the place's zone"),
        ("2026-03-03 18:00:00 +01:00", "HG324", "write 2026-03-03T18:00, and the place's zone"),
        ("THU, MAY 30, 2024 7:00 PM", "HG320", "write 2024-05-30T19:00"),
        ("30 May 2024 at 7pm", "HG320", "write 2024-05-30T19:00"),
        ("3 March 2026, 18h30", "HG320", "write 2026-03-03T18:30"),
        ("FRI, MAY 30, 2024 7:00 PM", "HG322", "write 2024-05-30T19:00 if the date is right"),
        ("2026-02-30T18:00", "HG321", "the last day of that month is 2026-02-28"),
        ("2026-03-03 25:00", "HG323", "hours go from 00 to 23"),
    ],
)
def test_other_moments_are_told_the_moment_that_was_meant(
    text: str, code: str, advice: str
) -> None:
    assert refused(read_moment(text))[0] == code
    assert refused(read_moment(text))[1].startswith(advice)


def test_a_wrong_day_and_a_wrong_hour_are_both_told() -> None:
    codes = [remark.code for remark in read_moment("2026-02-30 25:00").remarks]
    assert codes == ["HG321", "HG323"]


@given(st.text(max_size=100) | st.from_regex(r"[0-9T:. -]{0,25}(Z|PM|h)?", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    settles(read_time, text, time.isoformat)
    settles(read_moment, text, datetime.isoformat)
