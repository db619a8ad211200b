"""The first page: what this network is, what is on next, who is new, where to begin."""

from collections.abc import Iterator

from hubgen.config.site import HomeSection
from hubgen.model.entry import Entry
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import HomeView, HtmlView, Link, Section
from hubgen.stages.plan.arrivals import DAYS_OF_ARRIVAL
from hubgen.stages.plan.board import board
from hubgen.stages.plan.bodies import finished
from hubgen.stages.plan.cards import cards, layout_of
from hubgen.stages.plan.contents import contents
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head
from hubgen.stages.plan.menus import menu_links
from hubgen.stages.plan.moments import is_over
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.notices import is_dimmed, is_open
from hubgen.stages.plan.order import newest_first

CONTENT = "content"
"""From where links in `site.yaml` are read."""

SPARE = 4
"""Dates that wait behind the next ones: the page is read on days on which some of those are over."""


def home_pages(room: Newsroom) -> Iterator[Page]:
    """The first page of every edition."""
    for edition in room.editions:
        yield Page(
            url=edition.prefix,
            renderer="html",
            view=home_page,
            template="pages/home.html",
            locale=edition.locale,
            sources=("site.yaml",),
            index=True,
        )


def home_page(edition: Edition) -> HtmlView:
    """All that the first page shows."""
    site = edition.desk.site
    translation = site.translations.get(edition.locale)
    intro = (translation.home if translation else None) or site.home.intro
    title = (translation.title if translation else "") or site.title
    tagline = (translation.tagline if translation else "") or site.tagline
    sections = tuple(_sections(edition))
    soon = next((each for each in sections if each.layout == "agenda"), None)
    return HtmlView(
        head(title, "", edition, section="home"),
        HomeView(
            title=title,
            tagline=tagline,
            html=finished(intro, CONTENT, edition) if intro else "",
            next=soon,
            sections=tuple(each for each in sections if each is not soon),
            counts=contents(edition),
            actions=menu_links(site.home.actions, edition),
            board=board(edition),
        ),
    )


def _sections(edition: Edition) -> Iterator[Section]:
    wanted = edition.desk.site.home.sections or tuple(
        HomeSection(each.name) for each in edition.desk.collections if each.name != "skills"
    )
    for section in wanted:
        collection = edition.hub.collections.get(section.collection)
        entries = _chosen(collection, section.count, edition) if collection else ()
        if collection and entries:
            label = edition.label_of(collection)
            yield Section(
                name=collection.name,
                label=edition.desk.site.in_language(section.label, edition.locale) or label,
                cards=cards(edition.desk.keys(entries), edition),
                more=Link(label, edition.directory_url(collection)),
                shown=section.count if collection.start_field else 0,
                layout=layout_of(collection),
                icon=edition.icon_of(collection),
            )


def _chosen(collection: Collection, count: int, edition: Edition) -> tuple[Entry, ...]:
    """The next ones of what has dates, the newest ones of what has arrived, else the first ones; nobody without time."""
    entries = edition.desk.glanced(collection.name)
    today = edition.desk.today
    if collection.start_field:
        return tuple(each for each in entries if not is_over(each, collection, today))[
            : count + SPARE
        ]
    welcoming = tuple(each for each in entries if is_open(each) and not is_dimmed(each, edition))
    newest = newest_first(welcoming, DAYS_OF_ARRIVAL)
    return (newest or welcoming)[:count]
