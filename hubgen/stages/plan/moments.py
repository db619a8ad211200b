"""When a dated entry begins and ends: instants for machines, wall time for people."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.values import Recurrence
from hubgen.text.series import occurrences

KEPT_OCCURRENCES = 12
"""How many coming dates of a series a page names."""
CANCELLED = "cancelled"


class Happening(Struct, frozen=True):
    """One date of an entry, in its own zone."""

    start: datetime
    end: datetime
    zone: str
    """Empty for whole days."""
    all_day: bool
    status: str = ""
    """What is different on this date of a series: cancelled, moved, changed."""
    note: str = ""
    """What people should know of this date."""
    planned: datetime | None = None
    """When the rule of its series has it; None for what is no series."""

    @property
    def start_iso(self) -> str:
        """What `<time datetime>` takes."""
        return self.start.date().isoformat() if self.all_day else self.start.isoformat()

    @property
    def end_iso(self) -> str:
        """The instant after which it is past; for whole days the last one, over at midnight on the reader's clock."""
        return self.last_day.isoformat() if self.all_day else self.end.isoformat()

    @property
    def last_day(self) -> date:
        """The day on whose midnight, or within which, it ends: after it, it is over."""
        return max(self.start, self.end - timedelta.resolution).date()

    def at(self, start: datetime) -> "Happening":
        """The same at another wall time, as a date of its series; it takes as long as the first."""
        zone = self.start.tzinfo
        if self.all_day:
            begin = datetime.combine(start.date(), time(), zone)
            end = begin + (self.end - self.start)
        else:
            begin = start.replace(tzinfo=zone)
            end = later(begin, self.end.astimezone(UTC) - self.start.astimezone(UTC))
        return replace(self, start=begin, end=end, planned=begin)


def happenings(entry: Entry, collection: Collection, today: date) -> tuple[Happening, ...]:
    """The entry's dates that aren't over on that day, soonest first; of one that is over, its last date."""
    series = all_dates(entry, collection)
    held = [each for each in series if each.status != CANCELLED]
    coming = [each for each in held if each.last_day >= today][:KEPT_OCCURRENCES]
    return tuple(coming or held[-1:] or series[-1:])


def is_over(entry: Entry, collection: Collection, today: date) -> bool:
    """Whether all of its dates lie before that day."""
    dates = happenings(entry, collection, today)
    return bool(dates) and dates[0].last_day < today


def all_dates(entry: Entry, collection: Collection) -> tuple[Happening, ...]:
    """Every date of the entry, cancelled and moved ones too, soonest first; a series is bounded."""
    first = first_date(entry, collection)
    if first is None:
        return ()
    recurrence = entry.values.get("recurrence")
    if not isinstance(recurrence, Recurrence):
        return (first,)
    return _series(first, recurrence, tuple(_differences(entry, collection)))


def first_date(entry: Entry, collection: Collection) -> Happening | None:
    """The date that the entry itself names; None when it names none."""
    start = entry.values.get(collection.start_field) if collection.start_field else None
    if not isinstance(start, date):
        return None
    zone_name = entry.values.get("timezone", "")
    zone = ZoneInfo(zone_name) if zone_name else ZoneInfo("UTC")
    all_day = bool(entry.values.get("all_day")) or not isinstance(start, datetime)
    begin = _midnight(start, zone) if all_day else _in_zone(start, zone)
    end = _end(entry, collection, begin, all_day=all_day)
    return Happening(begin, max(begin, end), "" if all_day else zone_name, all_day)


def later(moment: datetime, length: timedelta) -> datetime:
    """That much real time later, on the same clock, also across the hour that the clock skips or repeats."""
    return (moment.astimezone(UTC) + length).astimezone(moment.tzinfo)


class Difference(Struct, frozen=True):
    """A date of a series on which something is different."""

    day: str
    status: str
    moved_to: datetime | None
    note: str


def _differences(entry: Entry, collection: Collection) -> Iterator[Difference]:
    for field in collection.fields_of_kind("mapping"):
        value = entry.values.get(field.name)
        if field.keys == "date" and isinstance(value, Mapping):
            for day, said in value.items():
                yield _difference(str(day), said if isinstance(said, Mapping) else {})


def _difference(day: str, said: Mapping[str, Any]) -> Difference:
    to = said.get("moved_to")
    moved_to = to if isinstance(to, datetime) else None
    status = str(said.get("status") or ("moved" if moved_to else "changed"))
    return Difference(day[:10], status, moved_to, str(said.get("note", "")))


@lru_cache(maxsize=256)
def _series(
    first: Happening, recurrence: Recurrence, differences: tuple[Difference, ...]
) -> tuple[Happening, ...]:
    different = {each.day: each for each in differences}
    starts = occurrences(recurrence, first.start.replace(tzinfo=None))
    dates = (first.at(start) for start in starts)
    found = [_as_said(each, different.get(each.start.date().isoformat())) for each in dates]
    return tuple(sorted(found, key=lambda each: each.start.astimezone(UTC))) or (first,)


def _as_said(date_: Happening, said: Difference | None) -> Happening:
    if said is None:
        return date_
    moved = date_.at(said.moved_to) if said.moved_to is not None else date_
    return replace(moved, status=said.status, note=said.note, planned=date_.planned)


def _end(entry: Entry, collection: Collection, begin: datetime, *, all_day: bool) -> datetime:
    end = entry.values.get(collection.end_field) if collection.end_field else None
    duration = entry.values.get("duration")
    zone = ZoneInfo(str(begin.tzinfo))
    if isinstance(end, date):
        return _midnight(end, zone) + timedelta(days=1) if all_day else _in_zone(end, zone)
    if isinstance(duration, timedelta):
        return begin + timedelta(days=max(1, duration.days)) if all_day else later(begin, duration)
    return begin + timedelta(days=1) if all_day else later(begin, timedelta(hours=1))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _in_zone(moment: date, zone: ZoneInfo) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=zone)
    return datetime.combine(moment, time(), zone)
