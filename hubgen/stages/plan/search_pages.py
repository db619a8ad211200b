"""Search: its page, and the files that its engine reads beside the index."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.model.search import SearchIndex
from hubgen.model.views import FoundKind, HtmlView, Link, SearchView
from hubgen.stages.plan.contents import contents
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.search_cards import card_columns, card_kinds
from hubgen.stages.plan.search_documents import (
    FILTERS,
    VERSION,
    documents,
    facet_data,
    filter_data,
    filter_file,
    name_data,
    texts,
)
from hubgen.stages.plan.search_engines import SearchPlan
from hubgen.stages.plan.search_records import search_index

DataOf = Callable[[SearchIndex, SearchPlan], dict[str, Any]]
"""Makes one of the files that an engine reads."""


def search_pages(room: Newsroom) -> Iterator[Page]:
    """A search page and its documents for each edition, unless the hub leaves search out."""
    if not room.desk.search.engine:
        return
    for edition in room.editions:
        yield Page(
            url=f"{edition.prefix}search/",
            renderer="html",
            view=search_page,
            template="pages/search.html",
            locale=edition.locale,
        )
        if room.desk.search.engine == "minisearch":
            yield _cards_page(edition)
        for path, view in _data(edition).items():
            yield Page(
                url=path,
                renderer="json",
                view=partial(_read, view),
                locale=edition.locale,
                sources=("content/",),
            )


def _data(edition: Edition) -> dict[str, DataOf]:
    """What the engine reads, by address."""
    if edition.desk.search.engine == "pagefind":
        return {
            edition.search_data: facet_data,
            **{_filters(name, edition): partial(filter_data, name) for name in FILTERS},
            f"search/names.{edition.locale}.json": name_data,
        }
    found: dict[str, DataOf] = {edition.search_data: documents}
    return found | ({texts_path(edition): texts} if edition.desk.search.bodies else {})


def _filters(facet: str, edition: Edition) -> str:
    return f"search/{filter_file(facet, edition.locale)}"


def texts_path(edition: Edition) -> str:
    """`search/texts.fr.json`"""
    return f"search/texts.{edition.locale}.json"


def _cards_page(edition: Edition) -> Page:
    """How what MiniSearch finds looks, in the order of its documents."""
    return Page(
        url=f"search/cards.{edition.locale}.json",
        renderer="json",
        view=_cards,
        locale=edition.locale,
        sources=("content/",),
    )


def _cards(edition: Edition) -> DataView:
    records = search_index(edition).records
    return DataView({"version": VERSION, **card_columns(records, edition)})


def _read(view: DataOf, edition: Edition) -> DataView:
    return DataView(view(_index(edition), edition.desk.search))


def _index(edition: Edition) -> SearchIndex:
    """What was made for the engine before, or is made now; whoever reads it has looked at all entries."""
    tuple(edition.hub.entries.values())
    return edition.desk.search.indexes.get(edition.locale) or search_index(edition)


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
