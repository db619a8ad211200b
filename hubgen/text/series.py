"""The dates of a series (RFC 5545), bounded however it is written."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from dateutil.rrule import rrulestr

from hubgen.model.values import Recurrence

LONGEST_SERIES = 1000
"""Dates of one series that are ever looked at: twenty years of weeks."""


def occurrences(recurrence: Recurrence, start: datetime) -> Iterator[datetime]:
    """The wall times at which it happens, from `start` on, without the excluded days, at most LONGEST_SERIES."""
    excluded = excluded_days(recurrence)
    return (moment for moment in _by_rule(recurrence, start) if moment.date() not in excluded)


def excluded_days(recurrence: Recurrence) -> frozenset[date]:
    """The days that fall out of the series."""
    return frozenset(date.fromisoformat(day[:10]) for day in recurrence.excluded)


def first_of(recurrence: Recurrence, start: datetime) -> datetime | None:
    """The first date of the rule itself, from which calendars count; None when it ends before its start."""
    return next(_by_rule(recurrence, start), None)


def _by_rule(recurrence: Recurrence, start: datetime) -> Iterator[datetime]:
    return islice(rrulestr(_in_wall_time(recurrence.rule), dtstart=start), LONGEST_SERIES)


def _in_wall_time(rule: str) -> str:
    """UNTIL as wall time: the series is counted in the event's own zone, and its last day counts whole."""
    return ";".join(_until(each) if each.startswith("UNTIL=") else each for each in rule.split(";"))


def _until(part: str) -> str:
    return part.removesuffix("Z") if "T" in part.partition("=")[2] else f"{part}T235959"
