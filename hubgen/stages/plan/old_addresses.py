"""Addresses that entries used to have, and those of entries that left."""

import re
from collections.abc import Iterator
from functools import partial

from hubgen.diagnostics import Report
from hubgen.model.entry import Entry, Key
from hubgen.model.plan import Page
from hubgen.model.views import HtmlView, Link, MessageView, RedirectView
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import MISSING, head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.text.patterns import pattern
from hubgen.text.slugs import RESERVED

ADDRESS = pattern(
    r"(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?/)*[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?", re.IGNORECASE
)
"""Parts of letters, digits, dots, hyphens and underscores: nothing that a host or a file system reads another way."""


def redirect_pages(room: Newsroom, report: Report) -> Iterator[Page]:
    """A page that sends on, at each address in an entry's `aliases`."""
    for key, entry in room.desk.hub.entries.items():
        if entry.collection != "skills":
            for alias in entry.values.get("aliases", ()):
                path = _path(alias, entry, report)
                if path:
                    yield Page(
                        url=path,
                        renderer="redirect",
                        view=partial(redirect, key),
                        locale=room.main.locale,
                        sources=(entry.span.path,),
                        span=entry.place_of("aliases"),
                    )


def redirect(key: Key, edition: Edition) -> RedirectView:
    """Where the entry is now."""
    url = edition.entry_url(key)
    return RedirectView(edition.title(key), url, edition.absolute(url))


def _path(alias: str, entry: Entry, report: Report) -> str:
    bare = alias.strip().strip("/").removesuffix("/index.html")
    # Windows can't hold a file of such a name, with whatever ending.
    devices = RESERVED & {part.partition(".")[0].casefold() for part in bare.split("/")}
    if ADDRESS.fullmatch(bare) and not devices and not alias.strip().startswith("//"):
        return bare if bare.endswith(".html") else f"{bare}/"
    report.add(
        "HG703",
        entry.place_of("aliases"),
        f"'{alias}' can't be an old address of this site",
        help="write the path alone, as it stood after the site's name: `people/ada`",
    )
    return ""


def removed_pages(room: Newsroom) -> Iterator[Page]:
    """A polite page where an entry was that left the hub."""
    for key in room.desk.hub.removed:
        collection, _, slug = key.partition("/")
        if collection not in room.desk.hub.collections:
            continue
        path = room.desk.hub.collections[collection].url.replace("{slug}", slug)
        yield Page(
            url=path,
            renderer="html",
            view=partial(removed_page, path),
            template="pages/message.html",
            locale=room.main.locale,
            sources=("content/removed.yaml",),
        )


def removed_page(path: str, edition: Edition) -> HtmlView:
    """Says that the page is gone, and not whose it was."""
    title = edition.say("removed.title")
    return HtmlView(
        head(title, path, edition, noindex=True),
        MessageView(title, edition.say("removed.text"), (home_link(edition), *_ways(edition))),
    )


def missing_pages(room: Newsroom) -> Iterator[Page]:
    """`404.html`, which hosts show at any depth."""
    yield Page(
        url=MISSING,
        renderer="html",
        view=missing_page,
        template="pages/message.html",
        locale=room.main.locale,
    )


def missing_page(edition: Edition) -> HtmlView:
    """Says that there is no such page, and where to go."""
    title = edition.say("missing.title")
    return HtmlView(
        head(title, MISSING, edition, noindex=True),
        MessageView(title, edition.say("missing.text"), (home_link(edition), *_ways(edition))),
    )


def _ways(edition: Edition) -> tuple[Link, ...]:
    search = Link(edition.say("nav.search"), edition.search_url)
    directories = (
        Link(edition.label_of(each), edition.directory_url(each))
        for each in edition.desk.collections
    )
    return (search, *directories) if search.url else tuple(directories)
