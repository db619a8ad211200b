"""Atom feeds: what is new, for readers that come back by themselves (RFC 4287)."""

from collections.abc import Iterator
from functools import partial

from hubgen.model.entry import Entry
from hubgen.model.hub import Target
from hubgen.model.machine_views import FeedEntry, FeedView
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.values import Markdown
from hubgen.model.views import ROOT, Link
from hubgen.stages.plan.bodies import finished
from hubgen.stages.plan.cards import summary_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.order import arrival, newest_first

FEED_DATES = ("date", "posted", "checked", "published")
"""The field that says when an entry was new; the first that it has counts, and one that has none stays out."""


def feed_path(collection: Collection) -> str:
    """`news/feed.xml`"""
    return f"{collection.name}/feed.xml"


def feed_collections(edition: Edition) -> tuple[Collection, ...]:
    """The collections with a feed; none where the hub has no base URL, since feeds hold whole addresses."""
    if not edition.desk.base_url:
        return ()
    wanted = edition.desk.site.feeds
    return tuple(
        each
        for each in edition.desk.collections
        if (each.name in wanted or each.feed)
        and newest_first(edition.desk.glanced(each.name), FEED_DATES)
    )


def feed_links(edition: Edition) -> tuple[Link, ...]:
    """The feeds, for the head of every page."""
    return tuple(
        Link(edition.label_of(each), f"{ROOT}{feed_path(each)}")
        for each in feed_collections(edition)
    )


def feed_pages(room: Newsroom) -> Iterator[Page]:
    """The feeds, in the hub's own language."""
    for collection in feed_collections(room.main):
        yield Page(
            url=feed_path(collection),
            renderer="atom",
            view=partial(feed, collection),
            locale=room.main.locale,
            sources=(f"content/{collection.name}/",),
        )


def feed(collection: Collection, edition: Edition) -> FeedView:
    """The newest entries of a collection."""
    site = edition.desk.site
    newest = newest_first(edition.desk.glanced(collection.name), FEED_DATES)[: site.feed_entries]
    read = (edition.hub.entries[each.key] for each in newest)
    entries = tuple(_entry(each, collection, edition) for each in read)
    own = edition.absolute(ROOT + feed_path(collection))
    return FeedView(
        id=own,
        title=f"{site.title}: {edition.label_of(collection)}",
        subtitle=edition.description_of(collection),
        url=own,
        home=edition.absolute(edition.directory_url(collection)),
        updated=max(each.updated for each in entries),
        lang=edition.locale,
        entries=entries,
    )


def _entry(entry: Entry, collection: Collection, edition: Edition) -> FeedEntry:
    body = collection.body_field
    text = entry.values.get(body.name) if body else None
    html = finished(text, entry.folder, edition) if isinstance(text, Markdown) else ""
    url = edition.absolute(edition.entry_url(entry.key))
    return FeedEntry(
        id=url,
        title=edition.title(entry.key),
        url=url,
        updated=f"{arrival(entry, FEED_DATES)}T00:00:00Z",
        summary=summary_of(entry, collection),
        html=html.replace(ROOT, edition.desk.base_url),
        authors=_authors(entry, edition),
    )


def _authors(entry: Entry, edition: Edition) -> tuple[str, ...]:
    people = entry.values.get("authors", ())
    names = tuple(edition.link(each).label for each in people if isinstance(each, Target))
    return names or (edition.desk.site.title,)
