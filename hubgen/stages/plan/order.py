"""In which order lists show their entries."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from hubgen.model.entry import Entry
from hubgen.model.hub import Hub
from hubgen.model.schema import Collection
from hubgen.model.values import Month
from hubgen.stages.plan.moments import happenings
from hubgen.text.dates import PARTIAL_DATE
from hubgen.text.names import fold


class Calendar(Protocol):
    """The day, and how long past things stay."""

    @property
    def today(self) -> date: ...
    @property
    def hub(self) -> Hub: ...
    @property
    def site(self) -> Any: ...


def by_order(
    entries: Iterable[Entry], collection: Collection, calendar: Calendar
) -> tuple[Entry, ...]:
    """The entries in the order of their directory; those whose deadline is long over are left out."""
    kept = [each for each in entries if not _is_outdated(each, collection, calendar)]
    by_title = sorted(kept, key=lambda each: title_order(each, collection))
    if collection.start_field:
        return _by_date(by_title, collection, calendar.today)
    if collection.sort:
        return _by_field(by_title, collection.sort)
    return tuple(by_title)


def title_order(entry: Entry, collection: Collection) -> tuple[str, str, str]:
    """Sorts as people look names up: case and accents only break ties."""
    title = entry.values.get(collection.title_field, entry.slug)
    return (fold(str(title)), str(title), entry.slug)


def newest_first(entries: Iterable[Entry], names: tuple[str, ...]) -> tuple[Entry, ...]:
    """The entries that have one of these date fields, newest first; each by the first field that it has."""
    dated = [(day, each) for each in entries if (day := arrival(each, names))]
    return tuple(each for _, each in sorted(dated, key=lambda pair: pair[0], reverse=True))


def arrival(entry: Entry, names: tuple[str, ...]) -> str:
    """The ISO day in the first of these fields that names one, the first day of a bare month or year; else empty."""
    return next((day for name in names if (day := _day(entry.values.get(name)))), "")


def _day(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    written = str(value) if isinstance(value, str | Month) else ""
    return written + "-01-01"[len(written) - 4 :] if PARTIAL_DATE.fullmatch(written) else ""


def _is_outdated(entry: Entry, collection: Collection, calendar: Calendar) -> bool:
    deadline = entry.values.get(collection.deadline_field) if collection.deadline_field else None
    if not isinstance(deadline, date):
        return False
    last = deadline.date() if isinstance(deadline, datetime) else deadline
    return last + timedelta(days=calendar.site.keep_days) < calendar.today


def _by_date(entries: list[Entry], collection: Collection, today: date) -> tuple[Entry, ...]:
    """What is coming, soonest first; then what is over, latest first; then what has no date."""
    coming, over, undated = [], [], []
    for entry in entries:
        dates = happenings(entry, collection, today)
        if not dates:
            undated.append(entry)
        elif dates[0].last_day < today:
            over.append((dates[0].start, entry))
        else:
            coming.append((dates[0].start, entry))
    coming.sort(key=lambda pair: pair[0])
    over.sort(key=lambda pair: pair[0], reverse=True)
    return (*(each for _, each in coming), *(each for _, each in over), *undated)


def _by_field(entries: list[Entry], sort: str) -> tuple[Entry, ...]:
    """By one field, those without it last."""
    name = sort.removeprefix("-")
    having = [each for each in entries if each.values.get(name) is not None]
    lacking = [each for each in entries if each.values.get(name) is None]
    having.sort(key=lambda each: _comparable(each.values[name]), reverse=sort.startswith("-"))
    return (*having, *lacking)


def _comparable(value: Any) -> tuple[float, str]:
    if isinstance(value, bool | int | float):
        return (float(value), "")
    return (0.0, fold(value) if isinstance(value, str) else str(value))
