"""Calendar files: one for each event, and those that people follow (all events, a group's, a skill's, a member's)."""

from collections.abc import Iterable, Iterator
from functools import partial

from hubgen.model.addresses import (
    calendar_address,
    entry_calendar_address,
    related_calendar_address,
)
from hubgen.model.calendar_views import CalendarEvent, CalendarFileView
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import is_unlisted
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.stages.plan.calendar.exports import exported
from hubgen.stages.plan.calendar.related import WITH_CALENDARS, events_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.moments import all_dates
from hubgen.stages.plan.newsroom import Newsroom

MOST_EVENTS = 500
"""Of one file: those with the latest dates, which are the ones that a reader may still want."""
COLOR = "saddlebrown"


def calendar_collections(edition: Edition) -> tuple[Collection, ...]:
    """The collections whose directory is a calendar."""
    return tuple(each for each in edition.desk.collections if each.keeps_calendar)


def calendar_files(room: Newsroom) -> Iterator[Page]:
    """All calendar files, in the hub's own language: an event is one event, whoever reads of it."""
    edition = room.main
    for collection in edition.hub.collections.values():
        if collection.keeps_calendar:
            yield from _own(collection, edition)
    for collection in calendar_collections(edition):
        yield _page(calendar_address(collection), collection, edition, _listed(collection, edition))
        yield from _related(collection, edition)


def _own(collection: Collection, edition: Edition) -> Iterator[Page]:
    """One for each event, unlisted ones too: whoever has found its page may keep the date."""
    for entry in edition.hub.of(collection.name):
        if all_dates(entry, collection):
            yield Page(
                url=entry_calendar_address(entry, collection),
                renderer="icalendar",
                view=partial(one_event, entry.key),
                locale=edition.locale,
                sources=(entry.span.path,),
                span=entry.span,
            )


def _related(collection: Collection, edition: Edition) -> Iterator[Page]:
    keys = frozenset(_listed(collection, edition))
    for skill, uses in edition.hub.uses.items():
        about = tuple(dict.fromkeys(use.key for use in uses if use.key in keys))
        if about:
            address = related_calendar_address(f"skills/{skill}/", collection)
            yield _page(address, collection, edition, about, edition.skill_name(skill))
    for key in edition.hub.entries:
        if key.partition("/")[0] in WITH_CALENDARS:
            own = events_of(key, collection, edition)
            if own:
                address = related_calendar_address(edition.path_of(key), collection)
                yield _page(address, collection, edition, own, edition.title(key))


def _listed(collection: Collection, edition: Edition) -> tuple[Key, ...]:
    return edition.desk.listed_keys(collection.name)


def _page(
    address: str, collection: Collection, edition: Edition, keys: tuple[Key, ...], name: str = ""
) -> Page:
    return Page(
        url=address,
        renderer="icalendar",
        view=partial(many_events, keys, collection, name),
        locale=edition.locale,
        sources=(f"content/{collection.name}/",),
    )


def one_event(key: Key, edition: Edition) -> CalendarFileView:
    """The calendar file of one event."""
    entry = edition.entry(key)
    collection = edition.hub.collections[entry.collection]
    url = edition.absolute(edition.entry_url(key))
    return _view(edition.title(key), url, (entry,), collection, edition)


def many_events(
    keys: Iterable[Key], collection: Collection, name: str, edition: Edition
) -> CalendarFileView:
    """A calendar to follow: these events, the latest ones where they are very many."""
    entries = [edition.entry(key) for key in keys]
    dated = [
        (dates[-1].start.isoformat(), each.key, each)
        for each in entries
        if (dates := all_dates(each, collection)) and not is_unlisted(each)
    ]
    kept = sorted(dated, key=lambda row: row[:2])[-MOST_EVENTS:]
    label = edition.label_of(collection)
    title = " · ".join(part for part in (edition.desk.site.title, name, label) if part)
    url = edition.absolute(edition.directory_url(collection))
    return _view(title, url, (entry for *_, entry in kept), collection, edition)


def _view(
    name: str, url: str, entries: Iterable[Entry], collection: Collection, edition: Edition
) -> CalendarFileView:
    events = (exported(each, collection, edition) for each in entries)
    return CalendarFileView(
        name=name,
        description=edition.description_of(collection),
        url=url,
        color=COLOR,
        lang=edition.locale,
        events=tuple(sorted(filter(None, events), key=_order)),
    )


def _order(event: CalendarEvent) -> tuple[str, str]:
    return event.start, event.uid
