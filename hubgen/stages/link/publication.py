"""What is published today, and on which days that changes."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from hubgen.model.entry import Entry, Key
from hubgen.model.options import BuildOptions
from hubgen.model.schema import Collection


def is_published(entry: Entry, options: BuildOptions) -> bool:
    """Whether the site shows the entry at all on that day."""
    if entry.values.get("visibility") == "hidden":
        return False
    if entry.values.get("draft") and not options.drafts:
        return False
    appears = entry.values.get("publish_on")
    if isinstance(appears, date) and appears > options.today and not options.future:
        return False
    expires = entry.values.get("expires")
    return not (isinstance(expires, date) and expires < options.today)


def unpublished_keys(
    entries: Mapping[Key, Entry],
    options: BuildOptions,
    owners: Mapping[Key, Key],
) -> frozenset[Key]:
    """The entries that don't show, and those that would show somebody who doesn't: a hidden member's mentor page."""
    absent = {key for key, entry in entries.items() if not is_published(entry, options)}
    return frozenset(absent | {key for key, owner in owners.items() if owner in absent})


def boundaries(
    entries: Iterable[Entry], collections: Mapping[str, Collection], keep_days: int
) -> tuple[date, ...]:
    """The days on which an unchanged entry comes, goes, or leaves the lists."""
    days = {day for entry in entries for day in _boundaries(entry, collections, keep_days)}
    return tuple(sorted(days))


def _boundaries(
    entry: Entry, collections: Mapping[str, Collection], keep_days: int
) -> Iterable[date]:
    appears, expires = entry.values.get("publish_on"), entry.values.get("expires")
    if isinstance(appears, date):
        yield appears
    if isinstance(expires, date):
        yield expires + timedelta(days=1)
    deadline = deadline_of(entry, collections[entry.collection])
    if deadline is not None:
        yield deadline + timedelta(days=keep_days + 1)


def deadline_of(entry: Entry, collection: Collection) -> date | None:
    """The last day on which the entry is of use, where its collection has such a field."""
    value: Any = entry.values.get(collection.deadline_field) if collection.deadline_field else None
    return value if isinstance(value, date) else None
