"""The hours that people share, reckoned minute by minute with Python's time zones: what scripts are held against."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Person = dict[str, Any]
"""`{"zone": "Europe/Paris", "ranges": [(weekday, from, to), …]}`, minutes of that person's wall clock."""


def noon(person: Person, day: date) -> int:
    """A moment of that day on the person's clock, in milliseconds."""
    return int(datetime.combine(day, time(12), tzinfo=ZoneInfo(person["zone"])).timestamp() * 1000)


def week_of(zone: str, day: date) -> range:
    """The minutes since 1970 from Monday to Monday around that day."""
    monday = day - timedelta(days=day.weekday())
    place = ZoneInfo(zone)
    return range(_minute_at(monday, 0, place), _minute_at(monday, 7 * 1440, place))


def free_minutes(person: Person, week: range) -> set[int]:
    """Every minute of the week in which somebody is free, one by one."""
    zone = ZoneInfo(person["zone"])
    first = datetime.fromtimestamp(week.start * 60, UTC).date() - timedelta(days=3)
    minutes: set[int] = set()
    for day in (first + timedelta(days=each) for each in range(14)):
        for weekday, begin, finish in person["ranges"]:
            if day.weekday() == weekday:
                length = finish + 1440 if finish < begin else finish
                minutes.update(range(_minute_at(day, begin, zone), _minute_at(day, length, zone)))
    return minutes & set(week)


def shared_minutes(one: Person, other: Person, day: date) -> int:
    """How many minutes both are free in the week around that day on the first one's clock."""
    week = week_of(one["zone"], day)
    return len(free_minutes(one, week) & free_minutes(other, week))


def _minute_at(day: date, minutes: int, zone: ZoneInfo) -> int:
    """The first minute since 1970 at which the zone's clock shows that."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return int(wall.replace(tzinfo=zone).timestamp()) // 60
