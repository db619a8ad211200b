"""By what a directory can be ordered beside its own order."""

from datetime import timedelta
from typing import Any

from hubgen.model.entry import Entry
from hubgen.stages.plan.arrivals import DAYS_OF_ARRIVAL
from hubgen.stages.plan.order import arrival


def sort_keys(entries: tuple[Entry, ...]) -> dict[str, list[Any]] | None:
    """By the sort's name: a number for each entry, the smallest first, and null for those that stand behind."""
    keys = {"newest": [_newness(each) for each in entries]}
    keys["shortest"] = [_length(each) for each in entries]
    telling = {name: _places(column) for name, column in keys.items() if len(set(column)) > 1}
    return telling or None


def _places(column: list[int | None]) -> list[int | None]:
    """The same order in numbers as small as can be."""
    found = sorted({each for each in column if each is not None})
    places = {each: place for place, each in enumerate(found)}
    return [None if each is None else places[each] for each in column]


def _newness(entry: Entry) -> int | None:
    day = arrival(entry, DAYS_OF_ARRIVAL)
    return -int(day.replace("-", "")) if day else None


def _length(entry: Entry) -> int | None:
    """Minutes."""
    duration = entry.values.get("duration")
    return round(duration.total_seconds() / 60) if isinstance(duration, timedelta) else None
