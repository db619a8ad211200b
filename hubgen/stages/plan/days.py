"""The day that stands on an entry's leaf: its next date, its deadline, or the day by which its list is ordered."""

from datetime import date, datetime

from msgspec import Struct

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.views import Leaf, Time
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.moments import Happening, happenings
from hubgen.text.locales import day_parts, format_date, format_datetime


class Dating(Struct, frozen=True):
    """How an entry is dated; empty for what has no date."""

    leaf: Leaf | None = None
    time: Time | None = None
    end: str = ""
    """After it the entry is past."""
    later: tuple[Happening, ...] = ()
    """The dates of a series after that one."""


def dating_of(entry: Entry, collection: Collection, edition: Edition) -> Dating:
    """What the entry's leaf and the line under its title say."""
    dates = happenings(entry, collection, edition.desk.today)
    if dates:
        return Dating(
            leaf_of(dates[0], edition),
            time_of(dates[0], edition),
            dates[0].end_iso,
            dates[1:],
        )
    if collection.start_field:
        return Dating()
    if collection.deadline_field:
        deadline = _day(entry, collection.deadline_field)
        return _until(deadline, edition) if deadline else Dating()
    day = _day(entry, collection.sort.removeprefix("-")) if collection.sort else None
    return _on(day, format_date(day, edition.locale), edition) if day else Dating()


def time_of(happening: Happening, edition: Edition) -> Time:
    """The beginning of a date in the entry's own zone."""
    if happening.all_day:
        return Time(happening.start_iso, format_date(happening.start.date(), edition.locale))
    text = format_datetime(happening.start.replace(tzinfo=None), edition.locale)
    return Time(happening.start_iso, text, happening.zone)


def leaf_of(happening: Happening, edition: Edition) -> Leaf:
    """The day on which a date begins in the entry's own zone."""
    return Leaf(*day_parts(happening.start.date(), edition.locale))


def _until(day: date, edition: Edition) -> Dating:
    words = edition.say("time.until", date=format_date(day, edition.locale))
    dated = _on(day, words, edition)
    return Dating(dated.leaf, dated.time, day.isoformat())


def _on(day: date, words: str, edition: Edition) -> Dating:
    return Dating(Leaf(*day_parts(day, edition.locale)), Time(day.isoformat(), words))


def _day(entry: Entry, field: str) -> date | None:
    value = entry.values.get(field)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
