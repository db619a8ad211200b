"""Profiles that are lent: a mentor's page shows what the member's entry says."""

from collections.abc import Mapping

from msgspec.structs import replace

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Target, is_unlisted
from hubgen.model.schema import Collection
from hubgen.model.values import Reference
from hubgen.stages.link.names import NameBook

OWN_AFFAIRS = frozenset(
    {
        "visibility",
        "draft",
        "publish_on",
        "expires",
        "aliases",
        "owner",
        "confirmed",
        "reviewed",
        "status",
        "consent",
    }
)
"""Fields that every entry decides for itself."""


def owners(
    entries: Mapping[Key, Entry], collections: Mapping[str, Collection], names: NameBook
) -> dict[Key, Key]:
    """By entry: the entry that lends it a profile."""
    found: dict[Key, Key] = {}
    for key, entry in entries.items():
        collection = collections[entry.collection]
        value = entry.values.get(collection.inherits) if collection.inherits else None
        if isinstance(value, Reference):
            owner = names.by_slug(value.text, collection.fields[collection.inherits].to)
            if owner is not None:
                found[key] = owner
    return found


def with_profile(entry: Entry, entries: Mapping[Key, Entry], collection: Collection) -> Entry:
    """The entry with its missing fields filled from the one that lends its profile."""
    target = entry.values.get(collection.inherits) if collection.inherits else None
    if not isinstance(target, Target) or target.key not in entries:
        return entry
    lender = entries[target.key]
    lent = {name: value for name, value in lender.values.items() if lends(name, entry, collection)}
    return replace(entry, values={**entry.values, **lent, **_discretion(entry, lender)})


def lends(name: str, entry: Entry, collection: Collection) -> bool:
    """Whether the entry takes that field from the one that lends its profile: it has such a field, and says nothing of its own."""
    field = collection.fields.get(name)
    if field is None or field.body or name in OWN_AFFAIRS:
        return False
    return name not in entry.values or name not in entry.spans


def _discretion(entry: Entry, lender: Entry) -> dict[str, str]:
    """Who keeps their profile out of lists doesn't get into them by lending it, unless the entry itself says so."""
    return (
        {"visibility": "unlisted"}
        if is_unlisted(lender) and "visibility" not in entry.spans
        else {}
    )
