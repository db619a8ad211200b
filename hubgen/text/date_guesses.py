"""What somebody probably meant who wrote a date in another way than year-month-day."""

from datetime import date

from msgspec import Struct

from hubgen.text.calendar_words import month_called, weekday_called
from hubgen.text.patterns import pattern

TIME_OF_DAY = pattern(
    r"(?i)(?:\b|(?<=[0-9])T)[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,9})?(?:\s?[ap]\.?m\b)?"
    r"|\s?[ap]\.?m\b|h[0-9]{0,2}\b)"
)
_THREE_NUMBERS = pattern(
    r"(?<![0-9])([0-9]{1,4})\s?[-/.\u2010-\u2015]\s?([0-9]{1,2})\s?[-/.\u2010-\u2015]\s?([0-9]{1,4})(?![0-9])"
)
_TWO_NUMBERS = pattern(r"(?<![0-9])([0-9]{1,4})\s?[-/.]\s?([0-9]{1,4})(?![0-9])")
_EIGHT_DIGITS = pattern(r"(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])")
_PIECE = pattern(r"[^\W\d_]+|[0-9]+")
_CENTURY_TURN = 70


class Guess(Struct, frozen=True):
    """The parts of a date that a text holds."""

    days: tuple[date, ...] = ()
    """What it may mean, the likelier first; two for `03/04/2024`."""
    weekday: int | None = None
    """As named beside the date, Monday is 0."""
    year: int | None = None
    month: int | None = None
    """Year and month where the day is missing or doesn't exist."""
    is_whole: bool = False
    """Whether year, month and day were all there."""


def guess_date(text: str, *, day_first: bool | None = None) -> Guess:
    """The day or days that the text may mean; `day_first` decides between the two of `03/04/2024`."""
    plain = TIME_OF_DAY.sub(" ", text[:100])
    words = _PIECE.findall(plain)
    weekday = next((day for word in words if (day := weekday_called(word)) is not None), None)
    days = _from_numbers(plain, day_first=day_first) or _from_words(words)
    named = tuple(day for day in days if day.weekday() == weekday)
    year, month = _year_and_month(plain, words)
    return Guess(named or days, weekday, year, month, bool(days) or _has_three_parts(plain, words))


def _from_numbers(text: str, *, day_first: bool | None) -> tuple[date, ...]:
    found = _EIGHT_DIGITS.search(text)
    if found:
        return _valid((int(found[1]), int(found[2]), int(found[3])))
    found = _THREE_NUMBERS.search(text)
    if not found:
        return ()
    first, middle, last = int(found[1]), int(found[2]), int(found[3])
    if len(found[1]) == 4:
        return _valid((first, middle, last)) or _valid((first, last, middle))
    year = _whole_year(found[3])
    day_month, month_day = (year, middle, first), (year, first, middle)
    if day_first is None and "." not in found.group():
        return _valid(day_month, month_day)
    if day_first is False:
        return _valid(month_day) or _valid(day_month)
    return _valid(day_month) or _valid(month_day)


def _from_words(words: list[str]) -> tuple[date, ...]:
    month = next((number for word in words if (number := month_called(word))), None)
    years = [int(word) for word in words if len(word) == 4 and word.isdecimal()]
    days = [int(word) for word in words if len(word) <= 2 and word.isdecimal()]
    if month is None or len(years) != 1 or len(days) != 1:
        return ()
    return _valid((years[0], month, days[0]))


def _year_and_month(text: str, words: list[str]) -> tuple[int | None, int | None]:
    month = next((number for word in words if (number := month_called(word))), None)
    year = next((int(word) for word in words if len(word) == 4 and word.isdecimal()), None)
    found = _TWO_NUMBERS.search(text)
    if month is None and found:
        number = int(found[2] if len(found[1]) == 4 else found[1])
        month = number if 1 <= number <= 12 else None
    return year, month


def _has_three_parts(text: str, words: list[str]) -> bool:
    if _THREE_NUMBERS.search(text) or _EIGHT_DIGITS.search(text):
        return True
    return any(map(month_called, words)) and sum(map(str.isdecimal, words)) > 1


def _whole_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _valid(*parts: tuple[int, int, int]) -> tuple[date, ...]:
    days = []
    for year, month, day in parts:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))
