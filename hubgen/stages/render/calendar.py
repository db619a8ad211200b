"""Calendar files (RFC 5545, RFC 7986): what a calendar elsewhere takes over, the same bytes for the same events.

There is no METHOD, so DTSTAMP says when the event was last revised; the time of the build is in none of it. The library is
imported when the first such file is made: no other command waits for it.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hubgen.model.calendar_views import CalendarDate, CalendarEvent, CalendarFileView
from hubgen.stages.render.job import Job
from hubgen.text.patterns import pattern
from hubgen.text.zone_changes import ClockChange, clock_changes

if TYPE_CHECKING:
    from icalendar import Component, Event

POLL_HOURS = 12
"""How often those who follow a calendar should look again."""
BEGIN = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hubgen//calendar//EN\r\nCALSCALE:GREGORIAN\r\n"
)
POLL = f"REFRESH-INTERVAL;VALUE=DURATION:PT{POLL_HOURS}H\r\nX-PUBLISHED-TTL:PT{POLL_HOURS}H\r\n".encode()
END = b"END:VCALENDAR\r\n"
LONGEST_LINE = 74
"""Bytes; a longer one is folded."""
UNFIT = pattern(r"[\x00-\x09\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What no calendar file may hold; a line may end where the text says so, and only there."""
YEARS_AFTER = 2
"""How long after its last date a calendar must know the clocks of an event."""


def render_icalendar(view: CalendarFileView, _job: Job) -> bytes:
    """The events with the clocks that they need."""
    head = (
        BEGIN,
        _text("NAME", view.name, view.lang),
        _text("X-WR-CALNAME", view.name),
        _text("DESCRIPTION", view.description, view.lang) if view.description else b"",
        _address("URL", view.url) if view.url else b"",
        POLL,
        _text("COLOR", view.color),
    )
    return b"".join((*head, *_zones(view.events), *map(_written, view.events), END))


@lru_cache(maxsize=256)
def _text(name: str, text: str, lang: str = "") -> bytes:
    """A line of words."""
    from icalendar import vText

    return _line(name, vText(_plain(text), params={"LANGUAGE": lang} if lang else {}))


def _address(name: str, url: str) -> bytes:
    from icalendar import vUri

    return _line(name, vUri(_plain(url)))


def _line(name: str, value: Any) -> bytes:
    from icalendar.parser import Contentline

    return _folded(Contentline.from_parts(name, value.params, value, sorted=False))


def _lines(made: "Component") -> bytes:
    return b"".join(_folded(line) for line in made.content_lines(sorted=False) if line)


def _folded(line: Any) -> bytes:
    """The library goes through a line letter by letter; most are short and needn't be."""
    data: bytes = line.encode()
    return (data if len(data) <= LONGEST_LINE else bytes(line.to_ical())) + b"\r\n"


@lru_cache(maxsize=10_000)
def _written(event: CalendarEvent) -> bytes:
    """The event and the dates that differ; it stands in the calendars of its group, skills and speakers as well."""
    main = _event(event)
    _when(main, event.start, event.end, event.zone)
    main.add("status", event.status)
    if event.rule:
        main.add("rrule", _rule(event.rule))
    if event.excluded:
        main.add("exdate", [_moment(each, event.zone) for each in event.excluded])
    return b"".join(map(_lines, (main, *(_different(event, each) for each in event.dates))))


def _different(event: CalendarEvent, each: CalendarDate) -> "Event":
    """One date of a series in its own words; it says everything again, since it takes the place of the rule's."""
    other = _event(event, note=each.note)
    other.add("recurrence-id", _moment(each.planned, event.zone))
    _when(other, each.start, each.end, event.zone)
    other.add("status", each.status)
    return other


def _event(event: CalendarEvent, note: str = "") -> "Event":
    from icalendar import Event, vText, vUri

    made = Event()
    made.add("uid", event.uid)
    stamp = datetime.fromisoformat(event.stamp)
    made.add("dtstamp", stamp)
    if event.changed:
        made.add("last-modified", stamp)
    made.add("sequence", event.sequence)
    made.add("summary", vText(_plain(event.title)))
    words = "\n\n".join(part for part in (note, event.description) if part)
    if words:
        made.add("description", vText(_plain(words)))
    if event.location:
        made.add("location", vText(_plain(event.location)))
    if event.coordinates:
        made.add("geo", event.coordinates)
    if event.url:
        made["url"] = vUri(_plain(event.url))
    if event.conference:
        made["conference"] = vUri(_plain(event.conference), params={"VALUE": "URI"})
    if event.categories:
        made.add("categories", [_plain(each) for each in event.categories])
    return made


def _when(made: "Component", start: str, end: str, zone: str) -> None:
    made.add("dtstart", _moment(start, zone))
    made.add("dtend", _moment(end, zone))


def _moment(iso: str, zone: str) -> date:
    if not zone:
        return date.fromisoformat(iso)
    return datetime.fromisoformat(iso).replace(tzinfo=UTC if zone == "UTC" else ZoneInfo(zone))


def _rule(text: str) -> Any:
    from icalendar import vRecur

    return vRecur.from_ical(text)


def _zones(events: Iterable[CalendarEvent]) -> Iterator[bytes]:
    """Each zone once, by name, from the year of its first date to two years after its last."""
    spans: dict[str, tuple[int, int]] = {}
    for event in events:
        if event.zone and event.zone != "UTC":
            first, last = _years(event)
            low, high = spans.get(event.zone, (first, last))
            spans[event.zone] = (min(low, first), max(high, last))
    for zone, (first, last) in sorted(spans.items()):
        yield _zone(zone, first - 1, last + YEARS_AFTER)


def _years(event: CalendarEvent) -> tuple[int, int]:
    days = [event.start, event.last, *(each.start for each in event.dates)]
    years = [int(day[:4]) for day in days]
    return min(years), max(years)


@lru_cache(maxsize=256)
def _zone(name: str, first: int, last: int) -> bytes:
    """The zone with each change by itself: rules differ between places and years, and not every reader joins RDATEs."""
    changes = map(_change, clock_changes(name, first, last))
    return b"".join((b"BEGIN:VTIMEZONE\r\n", _text("TZID", name), *changes, b"END:VTIMEZONE\r\n"))


@lru_cache(maxsize=4096)
def _change(each: ClockChange) -> bytes:
    from icalendar import TimezoneDaylight, TimezoneStandard

    part = TimezoneDaylight() if each.summer else TimezoneStandard()
    part.add("dtstart", each.onset)
    part.add("tzoffsetfrom", each.before)
    part.add("tzoffsetto", each.after)
    part.add("tzname", each.name)
    return _lines(part)


def _plain(text: str) -> str:
    """Text whose lines end as the writer says, without anything that a line of the file could end with."""
    return UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
