"""The ways that `site.yaml` offers: menu, footer, first steps."""

from collections.abc import Iterable

from msgspec.structs import replace

from hubgen.config.site import MenuItem
from hubgen.model.addresses import CONTRIBUTE
from hubgen.model.views import Link
from hubgen.stages.plan.contribute_links import contribute_link
from hubgen.stages.plan.edition import Edition


def menu_links(items: Iterable[MenuItem], edition: Edition) -> tuple[Link, ...]:
    """The items as links of this edition; one that leads nowhere is left out, its diagnostic is the config's."""
    links = (_link(item, edition) for item in items)
    return tuple(link for link in links if link is not None)


def main_menu(edition: Edition) -> tuple[Link, ...]:
    """The menu of `site.yaml`, or the directories and the pages that ask for a place in it."""
    if edition.desk.site.menu:
        return menu_links(edition.desk.site.menu, edition)
    directories = (
        Link(edition.label_of(each), edition.directory_url(each), rel=each.name)
        for each in edition.desk.collections
    )
    pages = (each for each in edition.hub.of("pages") if each.values.get("menu"))
    return (
        *directories,
        *(
            Link(edition.title(each.key), edition.entry_url(each.key), rel=each.key)
            for each in pages
        ),
    )


def _search_link(label: str, edition: Edition) -> Link | None:
    url = edition.search_url
    return Link(label or edition.say("nav.search"), url, rel="search") if url else None


def _link(item: MenuItem, edition: Edition) -> Link | None:
    label = edition.desk.site.in_language(item.label, edition.locale)
    if item.url:
        return Link(label or item.url, item.url, external=True)
    target = item.to.strip("/")
    if target in {"", "home"}:
        return Link(label or edition.say("nav.home"), edition.address(""), rel="home")
    if target == "search":
        return _search_link(label, edition)
    if target == CONTRIBUTE:
        link = contribute_link(edition)
        return replace(link, label=label or link.label) if link else None
    if target in edition.hub.collections:
        collection = edition.hub.collections[target]
        return Link(
            label or edition.label_of(collection), edition.directory_url(collection), rel=target
        )
    if target in edition.hub.entries:
        return Link(label or edition.title(target), edition.entry_url(target), rel=target)
    return None
