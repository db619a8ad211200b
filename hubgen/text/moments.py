"""Dates with a time of day: what the clock on the wall shows, without a distance from UTC."""

from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from hubgen.text.clock_times import guess_time, read_time
from hubgen.text.date_guesses import TIME_OF_DAY, guess_date
from hubgen.text.dates import DATE_FORM, explained, read_date
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

MOMENT_FORM: Final = rf"{DATE_FORM}(?:(?:[Tt]|\s{{1,3}})(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{{1,9}})?)?)?"
"""How a day and a time are written; the time is one, the day may not exist."""
_ISO = pattern(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:(?:[Tt]|\s{1,3})([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)"
    r"(\s?(?:[Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?)?"
)


@lru_cache(maxsize=8192)
def read_moment(text: str, *, day_first: bool | None = None) -> Reading[datetime]:
    """A day and a time, written as `2024-05-30T18:00` or with a space; a day alone is its midnight."""
    word = text.strip()
    found = _ISO.fullmatch(word)
    if not found:
        return _explained(word, day_first=day_first)
    if found[3]:
        advice = (
            f"write {found[1]}T{found[2][:5]}, and the place's zone in the field for the time zone"
        )
        return refused("HG324", f"{quoted(text)} carries its own distance from UTC", advice)
    day = read_date(found[1])
    clock = read_time((found[2] or "00:00").partition(".")[0])
    if day.value is None or clock.value is None:
        return Reading(None, day.remarks + clock.remarks)
    return Reading(datetime.combine(day.value, clock.value))


def has_time(text: str) -> bool:
    """Whether a readable moment says more than its day."""
    return ":" in text


def _explained(text: str, *, day_first: bool | None) -> Reading[datetime]:
    guess = guess_date(text, day_first=day_first)
    clock = _clock(text)
    suffix = f"T{clock:%H:%M}" if clock is not None else ""
    return Reading(None, explained(text, guess, suffix).remarks)


def _clock(text: str) -> time | None:
    found = TIME_OF_DAY.search(text)
    return guess_time(found.group().lstrip("tT")) if found else None


def is_before(one: date, other: date) -> bool:
    """Whether a day or moment lies before another, a day without a time counting as its midnight."""
    return _moment(one) < _moment(other)


def _moment(value: date) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time())
