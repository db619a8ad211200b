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
    excluded = {date.fromisoformat(day[:10]) for day in recurrence.excluded}
    rule = rrulestr(_in_wall_time(recurrence.rule), dtstart=start)
    return (moment for moment in islice(rule, LONGEST_SERIES) if moment.date() not in excluded)


def _in_wall_time(rule: str) -> str:
    """UNTIL as wall time: the series is counted in the event's own zone, and its last day counts whole."""
    return ";".join(_until(each) if each.startswith("UNTIL=") else each for each in rule.split(";"))


def _until(part: str) -> str:
    return part.removesuffix("Z") if "T" in part.partition("=")[2] else f"{part}T235959"
