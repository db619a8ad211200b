"""The next day on which unchanged content makes another site."""

from collections.abc import Iterator
from datetime import date, timedelta

from hubgen.stages.plan.calendar.window import month_after
from hubgen.stages.plan.desk import Desk
from hubgen.stages.plan.moments import all_dates
from hubgen.stages.plan.notices import DIMMED_AFTER, reviewed_on, stale_on


def next_due(desk: Desk) -> date | None:
    """The earliest such day after today, or None when no date of the hub lies ahead."""
    return min((day for day in _days(desk) if day > desk.today), default=None)


def _days(desk: Desk) -> Iterator[date]:
    yield from desk.hub.boundaries
    for entry in desk.hub.entries.values():
        collection = desk.hub.collections[entry.collection]
        days = (each.last_day for each in all_dates(entry, collection))
        yield from sorted(day + timedelta(days=1) for day in days if day >= desk.today)[:1]
        if collection.keeps_calendar:
            # Its months are counted from this one.
            yield month_after(desk.today, 1)
        reviewed = reviewed_on(entry, collection)
        if reviewed is not None:
            months = desk.site.stale_after(collection)
            yield stale_on(reviewed, months)
            yield stale_on(reviewed, DIMMED_AFTER * months)
