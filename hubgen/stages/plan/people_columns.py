"""When people have time, where, and for how many: what "near my time" and "has a free place" are found by."""

from collections.abc import Iterator, Mapping
from itertools import starmap
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.stages.plan.notices import places_left
from hubgen.text.patterns import pattern

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOCK = pattern(r"([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00")
DAY = 24 * 60
WAKING = (9 * 60, 21 * 60)
"""Minutes between which people have time who name a day and no hour."""
CLOSED = frozenset({"paused", "waitlist"})

Stretch = tuple[int, int, int]
"""A weekday, 0 for Monday, and minutes after its midnight, from and to; where `to` isn't later, it is on the next day."""


def people_columns(entries: tuple[Entry, ...], collection: Collection) -> dict[str, Any]:
    """The columns of the fields that the collection has; None for those that nobody filled in."""
    columns: dict[str, list[Any]] = {}
    if "timezone" in collection.fields and not collection.start_field:
        columns["zone"] = [each.values.get("timezone", "") for each in entries]
    if "availability" in collection.fields:
        columns["hours"] = [hours_of(each.values.get("availability", ())) for each in entries]
    if "capacity" in collection.fields:
        places = [free_places(each) for each in entries]
        if any(each is not None for each in places):
            return {**_filled(columns), "places": places}
    return _filled(columns)


def free_places(entry: Entry) -> int | None:
    """How many people may ask now; None where nobody says."""
    places = places_left(entry)
    return 0 if places is not None and entry.values.get("status") in CLOSED else places


def hours_of(availability: Any) -> list[Stretch]:
    """The stretches of a week in which somebody has time, by weekday and hour."""
    records = availability if isinstance(availability, tuple) else ()
    found = {one for each in records if isinstance(each, Mapping) for one in _stretches(each)}
    return sorted(found)


def _stretches(record: Mapping[str, Any]) -> Iterator[Stretch]:
    named = [DAYS.index(day) for day in record.get("days", ()) if day in DAYS]
    times = [record.get(name) for name in ("from", "to")]
    if not named and not any(times):
        return
    begin, end = starmap(_minutes, zip(times, WAKING, strict=True))
    if begin is None or end is None or begin == end:
        return
    for day in named or range(len(DAYS)):
        yield (day, begin, end)


def _minutes(written: Any, otherwise: int) -> int | None:
    """Minutes after midnight; None for what is no time of day."""
    if written is None:
        return otherwise
    match = CLOCK.fullmatch(str(written))
    if match is None:
        return None
    return int(match[1]) * 60 + int(match[2]) if match[1] else DAY


def _filled(columns: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {name: column for name, column in columns.items() if any(column)}
