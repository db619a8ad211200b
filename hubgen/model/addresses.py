"""Where an entry's page is: decided by its collection, its slug and the locale, and by nothing else."""

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection

CONTRIBUTE = "contribute"
"""Where people learn how to add something to the hub, and find the forms."""


def locale_prefix(locale: str, default: str) -> str:
    """`` for the hub's own language, `fr/` for another."""
    return "" if locale == default else f"{locale}/"


def entry_address(entry: Entry, collection: Collection) -> str:
    """`members/ada/`, without the locale in front."""
    return slug_address(entry.slug, collection)


def slug_address(slug: str, collection: Collection) -> str:
    """The same, for whoever knows the entry by name alone."""
    return collection.url.replace("{slug}", slug)


def directory_address(collection: Collection) -> str:
    """`members/`, without the locale in front."""
    return f"{collection.name}/"


def calendar_address(collection: Collection) -> str:
    """`events.ics`: the calendar that others can follow, in the hub's own language."""
    return f"{collection.name}.ics"


def entry_calendar_address(entry: Entry, collection: Collection) -> str:
    """`events/loom/loom.ics`: one event, under the name that a reader's download gets."""
    return f"{entry_address(entry, collection).removesuffix('index.html')}{entry.slug}.ics"


def related_calendar_address(page: str, collection: Collection) -> str:
    """`groups/weavers/events.ics`: the calendar of what belongs to the page."""
    return f"{page}{collection.name}.ics"
