"""A recurrence in words: `every week on Tuesday until 15 December 2026`."""

from datetime import date

from hubgen.model.values import Recurrence
from hubgen.stages.plan.edition import Edition
from hubgen.text.locales import format_date, format_list, weekday_name

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def recurrence_in_words(recurrence: Recurrence, edition: Edition) -> str:
    """How often, on which days, and until when."""
    parts = dict(part.split("=", 1) for part in recurrence.rule.split(";") if "=" in part)
    every = int(parts.get("INTERVAL", "1"))
    words = [edition.say(f"recurrence.{parts.get('FREQ', 'WEEKLY').lower()}", n=every)]
    days = _days(parts.get("BYDAY", ""), edition)
    if days:
        words.append(edition.say("recurrence.on", days=days))
    until = _until(parts.get("UNTIL", ""))
    if until is not None:
        words.append(edition.say("recurrence.until", date=format_date(until, edition.locale)))
    return " ".join(words)


def _days(text: str, edition: Edition) -> str:
    names = [_day(part, edition) for part in text.split(",") if part[-2:] in DAYS]
    return format_list(tuple(names), edition.locale)


def _day(part: str, edition: Edition) -> str:
    name = weekday_name(DAYS.index(part[-2:]), edition.locale)
    number = part[:-2]
    return edition.say(f"recurrence.nth.{number.removeprefix('+')}", day=name) if number else name


def _until(text: str) -> date | None:
    return date.fromisoformat(text[:8]) if text else None
