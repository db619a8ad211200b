"""When a dated entry begins and ends: instants for machines, wall time for people."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.values import Recurrence
from hubgen.text.series import occurrences

KEPT_OCCURRENCES = 12
"""How many coming dates of a series a page names."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One date of an entry, in its own zone."""

    start: datetime
    end: datetime
    zone: str
    """Empty for whole days."""
    all_day: bool

    @property
    def start_iso(self) -> str:
        """What `<time datetime>` takes."""
        return self.start.date().isoformat() if self.all_day else self.start.isoformat()

    @property
    def end_iso(self) -> str:
        """The instant after which it is past; for whole days, midnight after the last one."""
        return self.end.isoformat()

    @property
    def last_day(self) -> date:
        """The day on whose midnight, or within which, it ends: after it, it is over."""
        return max(self.start, self.end - timedelta.resolution).date()


def happenings(entry: Entry, collection: Collection, today: date) -> tuple[Happening, ...]:
    """The entry's dates that aren't over on that day, soonest first; of one that is over, its last date."""
    first = _first(entry, collection)
    if first is None:
        return ()
    recurrence = entry.values.get("recurrence")
    if not isinstance(recurrence, Recurrence):
        return (first,)
    starts = occurrences(recurrence, first.start.replace(tzinfo=None))
    length = first.end - first.start
    series = [_moved(first, start, length) for start in starts]
    coming = [each for each in series if each.last_day >= today][:KEPT_OCCURRENCES]
    return tuple(coming or series[-1:] or [first])


def is_over(entry: Entry, collection: Collection, today: date) -> bool:
    """Whether all of its dates lie before that day."""
    dates = happenings(entry, collection, today)
    return bool(dates) and dates[0].last_day < today


def _first(entry: Entry, collection: Collection) -> Happening | None:
    start = entry.values.get(collection.start_field) if collection.start_field else None
    if not isinstance(start, date):
        return None
    zone_name = entry.values.get("timezone", "")
    zone = ZoneInfo(zone_name) if zone_name else ZoneInfo("UTC")
    all_day = bool(entry.values.get("all_day")) or not isinstance(start, datetime)
    begin = _in_zone(start, zone)
    end = _end(entry, collection, begin, zone, all_day=all_day)
    return Happening(begin, max(begin, end), "" if all_day else zone_name, all_day)


def _end(
    entry: Entry, collection: Collection, begin: datetime, zone: ZoneInfo, *, all_day: bool
) -> datetime:
    end = entry.values.get(collection.end_field) if collection.end_field else None
    duration = entry.values.get("duration")
    if isinstance(end, date):
        last = _in_zone(end, zone)
        return last + timedelta(days=1) if all_day else last
    if isinstance(duration, timedelta):
        return begin + duration
    return begin + (timedelta(days=1) if all_day else timedelta(hours=1))


def _in_zone(moment: date, zone: ZoneInfo) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=zone)
    return datetime.combine(moment, time(), zone)


def _moved(first: Happening, start: datetime, length: timedelta) -> Happening:
    begin = start.replace(tzinfo=first.start.tzinfo)
    return Happening(begin, begin + length, first.zone, first.all_day)
