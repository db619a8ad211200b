"""Dates and months: ISO 8601 is read, everything else is explained."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from hubgen.model.values import Month
from hubgen.text.calendar_words import MONTHS, WEEKDAYS
from hubgen.text.date_guesses import Guess, guess_date
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Beyond these years are typing mistakes, and the overflow of calendars."""
DATE_FORM: Final = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
"""How a day is written, whether there is such a day or not."""
MONTH_FORM: Final = r"([12][0-9]{3})-(0[1-9]|1[0-2])"
PARTIAL_DATE: Final = pattern(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
"""A year, a month or a day (ISO 8601)."""
_ISO = pattern(DATE_FORM)
_ISO_MONTH = pattern(MONTH_FORM)
_NOT_YET = frozenset(
    (
        "tba",
        "tbc",
        "tbd",
        "soon",
        "now",
        "today",
        "tomorrow",
        "unknown",
        "none",
        "never",
        "n/a",
        "?",
    )
)


@lru_cache(maxsize=8192)
def read_date(text: str, *, day_first: bool | None = None) -> Reading[date]:
    """A day, written as `2024-05-30`; `day_first` says which day is suggested for `03/04/2024`, None suggests both."""
    found = _ISO.fullmatch(text.strip())
    if found:
        return _day(text.strip(), int(found[1]), int(found[2]), int(found[3]))
    return explained(text.strip(), guess_date(text, day_first=day_first))


@lru_cache(maxsize=4096)
def read_month(text: str) -> Reading[Month]:
    """A month of a year, written as `2024-05`."""
    found = _ISO_MONTH.fullmatch(text.strip())
    if found:
        return Reading(Month(int(found[1]), int(found[2])))
    guess = guess_date(text)
    months = [str(Month(day.year, day.month)) for day in guess.days]
    if not months and guess.year and guess.month:
        months = [str(Month(guess.year, guess.month))]
    advice = "write " + " or ".join(months or [f"it as {guess.year or 2026}-03"])
    return refused("HG320", f"{quoted(text)} is not written as year-month", advice)


def explained(text: str, guess: Guess, suffix: str = "") -> Reading[date]:
    """Why a text is no date, and what to write instead, with the time of day as suffix."""
    if text.casefold() in _NOT_YET:
        return refused("HG320", f"{quoted(text)} is no date", "leave it out until the day is known")
    if guess.days and guess.weekday is not None and guess.days[0].weekday() != guess.weekday:
        return _contradiction(text, guess.days[0], guess.weekday, suffix)
    if guess.days:
        return refused(
            "HG320", f"{quoted(text)} is not written as year-month-day", _advice(guess, suffix)
        )
    if guess.is_whole:
        return refused(
            "HG321",
            f"{quoted(text)}: there is no such day",
            "look at a calendar, then write it as 2024-05-30",
        )
    example = f"{guess.year or 2024}-{guess.month or 5:02}-15"
    return refused(
        "HG320",
        f"{quoted(text)} {_missing(guess)}",
        f"write year, month and day, such as {example}",
    )


def _advice(guess: Guess, suffix: str) -> str:
    if len(guess.days) == 1:
        return f"write {guess.days[0].isoformat()}{suffix}"
    both = (f"{day.isoformat()}{suffix} for {spoken(day)}" for day in guess.days)
    return "write " + ", or ".join(both)


def _missing(guess: Guess) -> str:
    if guess.month and not guess.year:
        return "has no year"
    if guess.year:
        return "has no day" if guess.month else "has no month and day"
    return "is no date"


def day_of(value: date) -> date:
    """The day of a day or moment."""
    return value.date() if isinstance(value, datetime) else value


def spoken(day: date) -> str:
    """`30 May 2024`"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _contradiction(text: str, day: date, weekday: int, suffix: str) -> Reading[date]:
    message = (
        f"{quoted(text)}: {spoken(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}"
    )
    nearest = day + timedelta((weekday - day.weekday() + 3) % 7 - 3)
    advice = (
        f"write {day.isoformat()}{suffix} if the date is right,"
        f" or {nearest.isoformat()}{suffix} if it is the {WEEKDAYS[weekday]}"
    )
    return refused("HG322", message, advice)


def _day(text: str, year: int, month: int, day: int) -> Reading[date]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        advice = f"years go from {FIRST_YEAR} to {LAST_YEAR}"
        return refused("HG321", f"{quoted(text)} lies in the year {year}", advice)
    if not 1 <= month <= 12:
        return refused(
            "HG321",
            f"{quoted(text)} has no month: there is no month {month}",
            _swapped(year, month, day),
        )
    last = monthrange(year, month)[1]
    if 1 <= day <= last:
        return Reading(date(year, month, day))
    message = f"{quoted(text)} does not exist: {MONTHS[month - 1]} {year} has {last} days"
    return refused("HG321", message, f"the last day of that month is {year:04}-{month:02}-{last}")


def _swapped(year: int, month: int, day: int) -> str:
    if 1 <= day <= 12 and month <= monthrange(year, day)[1] and month:
        return f"the month comes before the day: write {year:04}-{day:02}-{month:02}"
    return "months go from 01 to 12"
