"""Goes through a hub and gathers what there is to ask about, entry by entry."""

from collections.abc import Iterator
from datetime import date

from hubgen.config.code_host import edit_url
from hubgen.model.entry import Entry
from hubgen.prepared import Prepared
from hubgen.tending.asks import Ask
from hubgen.tending.contacts import Contacts
from hubgen.tending.reasons import REASONS, Outlook, should_be_dated


def gather(prepared: Prepared, outlook: Outlook, contacts: Contacts) -> Iterator[Ask]:
    """What there is to ask, by key; of what isn't published, only what has expired."""
    expired = {each.key: each for each in prepared.readings.entries if _has_expired(each, outlook)}
    hub = prepared.hub
    lost = {key: each for key, each in expired.items() if key in hub.unpublished}
    entries = {**lost, **hub.entries}
    for key in sorted(entries):
        entry = entries[key]
        collection = hub.collections[entry.collection]
        reasons = tuple(
            reason for find in REASONS.values() for reason in find(entry, collection, outlook)
        )
        if reasons:
            yield Ask(
                key,
                hub.title(entry),
                collection.singular,
                entry.span,
                reasons,
                contacts.of(entry),
                page=_page(entry, prepared) if key in hub.entries else "",
                edit=_edit(entry, prepared),
            )


def undated(prepared: Prepared) -> int:
    """The number of entries that could say when they were last confirmed, and don't."""
    collections = prepared.hub.collections
    wanted = {
        name: each.reviewed_field for name, each in collections.items() if should_be_dated(each)
    }
    return sum(
        each.collection in wanted and wanted[each.collection] not in each.values
        for each in prepared.hub.entries.values()
    )


def _has_expired(entry: Entry, outlook: Outlook) -> bool:
    expires = entry.values.get("expires")
    return isinstance(expires, date) and expires < outlook.today


def _page(entry: Entry, prepared: Prepared) -> str:
    start = prepared.options.base_url or prepared.site.base_url
    collection = prepared.hub.collections[entry.collection]
    return start + collection.url.replace("{slug}", entry.slug)


def _edit(entry: Entry, prepared: Prepared) -> str:
    repository = prepared.site.repository
    return edit_url(repository, entry.span.path) if repository else ""
