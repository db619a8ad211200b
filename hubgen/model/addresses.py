"""Where an entry's page is: decided by its collection, its slug and the locale, and by nothing else."""

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection


def locale_prefix(locale: str, default: str) -> str:
    """`` for the hub's own language, `fr/` for another."""
    return "" if locale == default else f"{locale}/"


def entry_address(entry: Entry, collection: Collection) -> str:
    """`members/ada/`, without the locale in front."""
    return collection.url.replace("{slug}", entry.slug)


def directory_address(collection: Collection) -> str:
    """`members/`, without the locale in front."""
    return f"{collection.name}/"
