"""Search: its page, and the files that its engine reads."""

from collections.abc import Callable, Iterator

from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.model.views import FoundKind, HtmlView, Link, SearchView
from hubgen.stages.plan.contents import contents
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.search.cards import card_kinds
from hubgen.stages.plan.search.documents import document_views
from hubgen.stages.plan.search.index_pages import index_views

FOLDER = "search/"
VIEWS: dict[str, Callable[[Edition], Iterator[tuple[str, Callable[[Edition], DataView]]]]] = {
    "minisearch": document_views,
    "index": index_views,
}
"""By engine: the files that it reads."""


def search_pages(room: Newsroom) -> Iterator[Page]:
    """A search page and its data for each edition, unless the hub leaves search out."""
    if not room.desk.search_engine:
        return
    for edition in room.editions:
        yield Page(
            url=f"{edition.prefix}{FOLDER}",
            renderer="html",
            view=search_page,
            template="pages/search.html",
            locale=edition.locale,
        )
        for name, view in VIEWS[room.desk.search_engine](edition):
            yield Page(
                url=FOLDER + name,
                renderer="json",
                view=view,
                locale=edition.locale,
                sources=("content/",),
            )


def _kinds(edition: Edition) -> tuple[FoundKind, ...]:
    return tuple(FoundKind(*each) for each in card_kinds(edition))


def search_page(edition: Edition) -> HtmlView:
    """A field to write into, a place for what is found, and the ways on for whom search isn't there."""
    title = edition.say("nav.search")
    directories = contents(edition)
    if all(each.rel != "skills" for each in directories):
        skills, count = edition.address("skills/"), len(edition.hub.skills)
        directories += (Link(edition.say("nav.skills"), skills, rel="skills", count=count),)
    return HtmlView(
        head(
            title,
            "search/",
            edition,
            breadcrumbs=(home_link(edition),),
            section="search",
        ),
        SearchView(title, directories, _kinds(edition)),
    )
