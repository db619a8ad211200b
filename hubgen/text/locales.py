"""How each language writes dates, numbers, lists and names: what CLDR knows, by way of Babel.

Everything here is a pure function of its arguments and is remembered; Babel is imported when first needed, because it
takes longer to load than most commands take to run.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

FALLBACK = "en"
REMEMBERED = 65536


def direction(locale: str) -> str:
    """`rtl` for languages that are written from right to left, else `ltr`."""
    return str(_locale(locale).text_direction)


def plural_form(n: float, locale: str) -> str:
    """The CLDR plural category of a number: zero, one, two, few, many or other."""
    return str(_locale(locale).plural_form(n))


@lru_cache(REMEMBERED)
def language_name(code: str, locale: str) -> str:
    """`French` for fr; the code itself where CLDR has no name for it."""
    from babel import Locale, UnknownLocaleError

    try:
        named = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return str(_locale(locale).languages.get(code, code))
    return str(named.get_display_name(_locale(locale)) or code)


@lru_cache(REMEMBERED)
def country_name(code: str, locale: str) -> str:
    """`Norway` for NO; the code itself where CLDR has no name for it."""
    return str(_locale(locale).territories.get(code.upper(), code))


@lru_cache(REMEMBERED)
def weekday_name(number: int, locale: str) -> str:
    """The name of a day of the week, inside a sentence; Monday is 0."""
    return str(_locale(locale).days["format"]["wide"][number])


@lru_cache(REMEMBERED)
def format_date(value: date, locale: str) -> str:
    """`November 22, 2026`"""
    from babel.dates import format_date as write

    return str(write(value, "long", _locale(locale)))


@lru_cache(REMEMBERED)
def format_datetime(value: datetime, locale: str) -> str:
    """Local wall time without its zone: `Sun, Nov 22, 2026, 6:00 PM`."""
    from babel.dates import format_skeleton, format_time

    known = _locale(locale)
    day = str(format_skeleton("yMMMEd", value, locale=known))
    clock = str(format_time(value.time(), "short", locale=known))
    pattern = str(known.datetime_formats["medium"]).replace("'", "")
    return pattern.replace("{1}", day).replace("{0}", clock)


@lru_cache(REMEMBERED)
def format_clock(value: time, locale: str) -> str:
    """A time of day: `6:00 PM`."""
    from babel.dates import format_time

    return str(format_time(value, "short", locale=_locale(locale)))


@lru_cache(REMEMBERED)
def format_month(value: date, locale: str) -> str:
    """`November 2026`; only the month and year of the date count."""
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMMM", value, locale=_locale(locale)))


@lru_cache(REMEMBERED)
def day_parts(value: date, locale: str) -> tuple[str, str, str]:
    """Weekday, day and month as a calendar's leaf shows them: `Sun`, `22`, `Nov`."""
    from babel.dates import format_date as write

    known = _locale(locale)
    weekday, day, month = (str(write(value, part, known)) for part in ("ccc", "d", "LLL"))
    return weekday, day, month


@lru_cache(REMEMBERED)
def format_day(value: date, locale: str) -> str:
    """The day inside its year: `November 22`."""
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMMd", value, locale=_locale(locale)))


@lru_cache(REMEMBERED)
def weekday_heading(value: date, locale: str) -> str:
    """The day of the week by itself: `Sunday`."""
    from babel.dates import format_date as write

    return str(write(value, "cccc", _locale(locale)))


def weekday_headings(locale: str) -> tuple[tuple[str, str], ...]:
    """The days of the week, short and whole, from the one on which weeks begin there."""
    names = _locale(locale).days["stand-alone"]
    return tuple(
        (str(names["abbreviated"][day]), str(names["wide"][day])) for day in week_of(locale)
    )


@lru_cache(256)
def week_of(locale: str) -> tuple[int, ...]:
    """The days of the week by number, Monday being 0, from the one on which weeks begin where most speak the language."""
    from babel import Locale
    from babel.core import get_global

    known = _locale(locale)
    if not known.territory:
        known = Locale.parse(get_global("likely_subtags").get(known.language, str(known)))
    return tuple((known.first_week_day + day) % 7 for day in range(7))


@lru_cache(REMEMBERED)
def zone_city(zone: str, locale: str) -> str:
    """`Paris` for Europe/Paris, in the page's language; empty for UTC, which is nobody's."""
    from babel.dates import get_timezone_location

    if "/" not in zone:
        return ""
    return str(get_timezone_location(zone, locale=_locale(locale), return_city=True))


@lru_cache(REMEMBERED)
def format_number(value: float, locale: str) -> str:
    """`1,348`, with the language's own digits and signs."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=_locale(locale)))


@lru_cache(REMEMBERED)
def format_duration(value: timedelta, locale: str) -> str:
    """`1 hr 30 min`; `40 hr`, because a course of forty hours is no day and a half; whole days are days."""
    from babel.units import format_unit

    minutes = round(value.total_seconds() / 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = (0, 0) if days and not rest else divmod(minutes, 60)
    parts = (("day", 0 if rest else days), ("hour", hours), ("minute", minutes))
    known = _locale(locale)
    words = [
        str(format_unit(n, f"duration-{unit}", length="short", locale=known))
        for unit, n in parts
        if n
    ]
    return " ".join(words) or str(format_unit(0, "duration-minute", length="short", locale=known))


@lru_cache(REMEMBERED)
def format_list(values: tuple[str, ...], locale: str) -> str:
    """`Tuesday, Wednesday and Friday`"""
    from babel.lists import format_list as write

    return str(write(list(values), locale=_locale(locale))) if values else ""


@lru_cache(256)
def _locale(locale: str) -> "Locale":
    """Babel's knowledge of the locale, of its language where the region is unknown, or of English."""
    from babel import Locale, UnknownLocaleError

    for candidate in (locale, locale.split("-", maxsplit=1)[0], FALLBACK):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(FALLBACK)
