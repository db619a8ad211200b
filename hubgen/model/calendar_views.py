"""What calendar files are made of: whole events with their rules, as calendars elsewhere take them over (RFC 5545)."""

from msgspec import Struct


class CalendarDate(Struct, frozen=True):
    """One date of a series that is different: moved, changed or cancelled."""

    planned: str
    """The wall time at which its rule has it, ISO without an offset; a day for whole days."""
    start: str
    end: str
    status: str
    """CONFIRMED, CANCELLED"""
    note: str = ""


class CalendarEvent(Struct, frozen=True):
    """One event, with its whole series."""

    uid: str
    stamp: str
    """ISO instant in UTC: the last change that its content names, never the time of a build."""
    changed: bool
    """Whether the content itself names that day, so that it may be called the last change."""
    sequence: int
    title: str
    start: str
    """The wall time in its zone, ISO without an offset; a day for whole days."""
    end: str
    """Likewise; for whole days, the day after the last one."""
    zone: str
    """IANA name; UTC, or empty for whole days."""
    status: str
    """CONFIRMED, TENTATIVE, CANCELLED"""
    last: str
    """The last day of the series that calendars must know the clock of."""
    description: str = ""
    location: str = ""
    coordinates: tuple[float, float] | None = None
    url: str = ""
    """The event's page; absolute, or empty."""
    conference: str = ""
    """Where to take part online, as far as it is published."""
    categories: tuple[str, ...] = ()
    rule: str = ""
    """The RRULE of a series, its end in wall time."""
    excluded: tuple[str, ...] = ()
    """Wall times (or days) of the series that fall out."""
    dates: tuple[CalendarDate, ...] = ()
    """Dates of the series that differ."""


class CalendarFileView(Struct, frozen=True):
    """The `icalendar` renderer."""

    name: str
    description: str
    url: str
    """The page that it belongs to; absolute, or empty."""
    color: str
    """A CSS colour name."""
    lang: str
    events: tuple[CalendarEvent, ...]
