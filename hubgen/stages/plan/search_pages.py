"""Search: its page, and the files that its engine reads."""

from collections.abc import Iterator
from functools import partial

from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.model.views import HtmlView, Link, SearchView
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.search_documents import documents
from hubgen.stages.plan.search_records import search_index


def search_pages(room: Newsroom) -> Iterator[Page]:
    """A search page and its documents for each edition, unless the hub leaves search out."""
    if not room.desk.search.engine:
        return
    for edition in room.editions:
        yield Page(
            url=f"{edition.prefix}search/",
            renderer="html",
            view=partial(search_page, edition),
            template="pages/search.html",
            locale=edition.locale,
        )
        yield Page(
            url=edition.search_data,
            renderer="json",
            view=partial(documents_view, edition),
            locale=edition.locale,
            sources=("content/",),
        )


def search_page(edition: Edition) -> HtmlView:
    """A field to write into, a place for what is found, and the ways on for whom search isn't there."""
    title = edition.say("nav.search")
    skills = Link(edition.say("nav.skills"), edition.address("skills/"))
    directories = (
        Link(edition.label_of(each), edition.directory_url(each), rel=each.name)
        for each in edition.desk.collections
        if each.name != "skills"
    )
    return HtmlView(
        head(
            title,
            "search/",
            edition,
            breadcrumbs=(home_link(edition),),
            section="search",
        ),
        SearchView(title, (*directories, skills)),
    )


def documents_view(edition: Edition) -> DataView:
    """Every listed entry and skill."""
    return DataView(documents(search_index(edition), bodies=edition.desk.search.bodies))
