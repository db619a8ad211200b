"""How things repeat: rules as calendars write them (RFC 5545), and the parts from which such a rule is made."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from hubgen.text.calendar_words import weekday_called
from hubgen.text.dates import read_date
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

MOST_TIMES = 1_000
MOST_BETWEEN = 366
UNITS = {
    **dict.fromkeys(("day", "days", "daily"), "DAILY"),
    **dict.fromkeys(("week", "weeks", "weekly"), "WEEKLY"),
    **dict.fromkeys(("month", "months", "monthly"), "MONTHLY"),
    **dict.fromkeys(("year", "years", "yearly", "annually"), "YEARLY"),
}
_EXAMPLE = "write {every: week, on: [tuesday]}, or a rule such as FREQ=WEEKLY;BYDAY=TU"
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINALS = {
    **dict.fromkeys(("first", "1st"), 1),
    **dict.fromkeys(("second", "2nd"), 2),
    **dict.fromkeys(("third", "3rd"), 3),
    **dict.fromkeys(("fourth", "4th"), 4),
    **dict.fromkeys(("fifth", "5th"), 5),
    "last": -1,
}
_NUMBER = pattern(r"[0-9]{1,4}")
_UNTIL = pattern(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T[0-9]{6}Z?)?")
_WORDED = pattern(
    r"(?i)every\s+(?:(?P<other>other|[0-9]{1,3}|two|three)\s+)?(?P<unit>[^\W\d_]+)(?:\s+on\s+(?P<on>.+))?"
)
_COUNTS = {"other": 2, "two": 2, "three": 3}


@lru_cache(maxsize=2048)
def read_rule(text: str) -> Reading[str]:
    """An RRULE without the `RRULE:` in front, in a fixed order of its parts."""
    word = text.strip()
    if word.casefold() in UNITS:
        return Reading(f"FREQ={UNITS[word.casefold()]}")
    if "=" not in word:
        return refused("HG330", f"{quoted(text)} is no rule for repeating", _worded_advice(word))
    parts: dict[str, str] = {}
    for piece in word.upper().removeprefix("RRULE:").replace(" ", "").strip(";").split(";"):
        name, _, value = piece.partition("=")
        problem = _part_problem(name, value, parts)
        if problem:
            return refused("HG330", f"{quoted(text)}: {problem}", _EXAMPLE)
        parts[name] = _tidied(name, value)
    return _whole(text, parts)


def rule_of(every: str, interval: int, on: tuple[str, ...], limit: str = "") -> Reading[str]:
    """The rule that repeats every so many units on certain days; `limit` is `COUNT=...` or `UNTIL=...`."""
    unit, interval, on = _unit(every, interval, on)
    if not unit:
        advice = "write every: day, week, month or year"
        return refused("HG330", f"{quoted(every)} is no span of time that comes again", advice)
    parts = {"FREQ": unit}
    if interval > 1:
        parts["INTERVAL"] = str(interval)
    days = [_day(word, unit) for word in on]
    if "" in days:
        return refused(
            "HG330",
            f"{quoted(on[days.index('')])} is no day of a {unit.lower()} series",
            _days_advice(unit),
        )
    weekdays = [day for day in days if not day.lstrip("-").isdecimal()]
    numbers = [day for day in days if day.lstrip("-").isdecimal()]
    if weekdays:
        parts["BYDAY"] = ",".join(dict.fromkeys(weekdays))
    if numbers:
        parts["BYMONTHDAY"] = ",".join(dict.fromkeys(numbers))
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    return read_rule(f"{rule};{limit}" if limit else rule)


def until_part(day: date) -> str:
    """The part of a rule that ends it on a day, that day included."""
    return f"UNTIL={day:%Y%m%d}"


def _worded_advice(word: str) -> str:
    found = _WORDED.fullmatch(word)
    if not found:
        return _EXAMPLE
    count = (found["other"] or "").casefold()
    every = " ".join(part for part in ("two" if count == "other" else count, found["unit"]) if part)
    days = tuple(re.split(r"\s*,\s*|\s+and\s+", found["on"])) if found["on"] else ()
    rule = rule_of(every, 1, days)
    return f"write {rule.value}" if rule.value else _EXAMPLE


def _unit(every: str, interval: int, on: tuple[str, ...]) -> tuple[str, int, tuple[str, ...]]:
    """`2 weeks`, `two weeks`, `other week` and `tuesday`, taken apart."""
    words = every.casefold().split()
    if len(words) == 2 and (words[0].isdecimal() or words[0] in _COUNTS):
        interval, words = int(_COUNTS.get(words[0], 0) or words[0][:4]), words[1:]
    if words == ["quarter"]:
        return "MONTHLY", interval * 3, on
    if (
        len(words) == 1
        and words[0] not in UNITS
        and weekday_called(words[0].removesuffix("s")) is not None
    ):
        return "WEEKLY", interval, (words[0], *on)
    return UNITS.get(" ".join(words), ""), interval, on


def _day(word: str, unit: str) -> str:
    """`TU`, `2TU`, `-1FR` or `15`; empty when the unit has no such day."""
    words = word.casefold().replace("-", " ").split() if not word.startswith("-") else [word]
    if len(words) == 1 and words[0].lstrip("-").isdecimal():
        number = int(words[0][:4])
        return str(number) if unit == "MONTHLY" and 1 <= abs(number) <= 31 else ""
    ordinal = _ORDINALS.get(words[0], 0) if len(words) == 2 else 0
    weekday = weekday_called(words[-1].removesuffix("s")) if len(words) in {1, 2} else None
    if weekday is None and words and words[-1].upper() in _DAYS:
        weekday = _DAYS.index(words[-1].upper())
    if weekday is None or (len(words) == 2) != bool(ordinal) or (ordinal and unit != "MONTHLY"):
        return ""
    return f"{ordinal or ''}{_DAYS[weekday]}"


def _days_advice(unit: str) -> str:
    if unit == "MONTHLY":
        return "write days such as first tuesday, last friday or 15"
    return "write weekdays such as tuesday"


def _part_problem(name: str, value: str, parts: dict[str, str]) -> str:
    check = _PARTS.get(name)
    if check is None:
        known = ", ".join(_PARTS)
        return f"'{name[:40]}' is no part of a rule that can be used here ({known})"
    if name in parts:
        return f"{name} is said twice"
    return "" if check(value) else f"{name} can't be '{value[:40]}'"


def _is_number(most: int) -> Callable[[str], bool]:
    return lambda value: bool(_NUMBER.fullmatch(value)) and 1 <= int(value) <= most


def _is_list(form: re.Pattern[str], most: int = 0) -> Callable[[str], bool]:
    def check(value: str) -> bool:
        items = value.split(",")
        if len(items) > 31 or not all(map(form.fullmatch, items)):
            return False
        return not most or all(abs(int(item)) <= most for item in items)

    return check


def _is_until(value: str) -> bool:
    found = _UNTIL.fullmatch(value)
    return found is not None and read_date("-".join(found.groups())).value is not None


def _tidied(name: str, value: str) -> str:
    if name == "UNTIL":
        # The day decides: a time in UTC would cut off the last evening west of Greenwich.
        return value.replace("-", "").partition("T")[0]
    return str(int(value)) if name in {"COUNT", "INTERVAL"} else value.replace("+", "")


def _whole(text: str, parts: dict[str, str]) -> Reading[str]:
    problem = _contradiction(parts)
    rule = ";".join(f"{name}={parts[name]}" for name in _PARTS if name in parts)
    if not problem and not _comes_ever(parts):
        problem = "no day fits it"
    return refused("HG330", f"{quoted(text)}: {problem}", _EXAMPLE) if problem else Reading(rule)


def _contradiction(parts: dict[str, str]) -> str:
    frequency = parts.get("FREQ", "")
    if not frequency:
        return "it doesn't say how often (FREQ)"
    if "COUNT" in parts and "UNTIL" in parts:
        return "it ends twice, by COUNT and by UNTIL"
    if frequency == "WEEKLY" and "BYMONTHDAY" in parts:
        return "a weekly series has no days of the month"
    if frequency in {"DAILY", "WEEKLY"} and any(map(str.isdecimal, parts.get("BYDAY", ""))):
        return f"a {frequency.lower()} series has no first or last weekday"
    if "BYMONTHDAY" in parts and any(map(str.isdecimal, parts.get("BYDAY", ""))):
        return "it names days of the month both by number and by weekday"
    if "BYSETPOS" in parts and (
        frequency != "MONTHLY" or not {"BYDAY", "BYMONTHDAY"} & parts.keys()
    ):
        return "BYSETPOS is for monthly series with BYDAY or BYMONTHDAY"
    return _endless_search(frequency, parts)


def _endless_search(frequency: str, parts: dict[str, str]) -> str:
    """Steps that may pass over every day that fits, so that looking for the next one would take very long."""
    if parts.get("INTERVAL", "1") == "1":
        return ""
    if frequency == "DAILY" and {"BYDAY", "BYMONTH", "BYMONTHDAY"} & parts.keys():
        return "a series of every so many days can't name weekdays, months or days of the month"
    return "use FREQ=YEARLY with BYMONTH" if frequency == "MONTHLY" and "BYMONTH" in parts else ""


def _comes_ever(parts: dict[str, str]) -> bool:
    """Whether a day fits within four years, in which every date comes.

    For a rule without any day, calendars' libraries search until the year 9999.
    """
    places = [abs(int(place)) for place in parts.get("BYSETPOS", "1").split(",")]
    months = ((year, month) for year in range(2024, 2028) for month in range(1, 13))
    return any(_days_in(*month, parts) >= min(places) for month in months)


def _days_in(year: int, month: int, parts: dict[str, str]) -> int:
    if "BYMONTH" in parts and str(month) not in parts["BYMONTH"].split(","):
        return 0
    last = monthrange(year, month)[1]
    numbers = (
        {int(day) for day in parts["BYMONTHDAY"].split(",")} if "BYMONTHDAY" in parts else None
    )
    weekdays = {day[-2:] for day in parts.get("BYDAY", ",".join(_DAYS)).split(",")}
    return sum(
        (numbers is None or day in numbers or day - last - 1 in numbers)
        and _DAYS[date(year, month, day).weekday()] in weekdays
        for day in range(1, last + 1)
    )


_PARTS: dict[str, Callable[[str], bool]] = {
    "FREQ": frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}).__contains__,
    "INTERVAL": _is_number(MOST_BETWEEN),
    "BYMONTH": _is_list(pattern("[1-9]|1[0-2]")),
    "BYMONTHDAY": _is_list(pattern(r"-?[1-9][0-9]?"), 31),
    "BYDAY": _is_list(pattern(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)")),
    "BYSETPOS": _is_list(pattern(r"-?[1-9][0-9]?"), 31),
    "WKST": frozenset(_DAYS).__contains__,
    "COUNT": _is_number(MOST_TIMES),
    "UNTIL": _is_until,
}
"""The parts of a rule that hubs use, in the order in which they are kept."""
