"""The days of a program in their order, and the doorway through which one comes in."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.views import Doorway, Milestone, Time
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.named import host_of
from hubgen.text.locales import format_date

APPLY = "apply"


def doorway_of(entry: Entry, edition: Edition) -> Doorway | None:
    """Where and when to apply; None for entries to which nobody applies."""
    values: Any = entry.values.get(APPLY)
    if not isinstance(values, dict) or not values:
        return None
    note = str(values.get("note", ""))
    url = str(values.get("url", ""))
    return Doorway(
        url=url,
        host=host_of(url),
        opens=_time(values.get("opens"), edition),
        closes=_time(values.get("deadline"), edition),
        note=note,
        lang=edition.content_lang(entry.key) if note else "",
    )


def milestones_of(entry: Entry, collection: Collection, edition: Edition) -> tuple[Milestone, ...]:
    """From the first day on which one can apply to the last one of the program; one day alone is no story."""
    doorway = doorway_of(entry, edition)
    if doorway is None:
        return ()
    days = (
        ("opens", doorway.opens),
        ("deadline", doorway.closes),
        ("start", _time(entry.values.get(collection.start_field), edition)),
        ("end", _time(entry.values.get(collection.end_field), edition)),
    )
    found = tuple(_milestones(days, edition))
    return found if len(found) > 1 else ()


def _milestones(days: tuple[tuple[str, Time | None], ...], edition: Edition) -> Iterator[Milestone]:
    for name, time in days:
        if time is not None:
            yield Milestone(name, edition.say(f"program.{name}"), time, time.iso)


def _time(value: object, edition: Edition) -> Time | None:
    if not isinstance(value, date):
        return None
    day = value.date() if isinstance(value, datetime) else value
    return Time(day.isoformat(), format_date(day, edition.locale))
