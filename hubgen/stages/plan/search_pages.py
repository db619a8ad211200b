"""Search: its page, and the documents that it looks through."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.hub import SkillTarget
from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.values import Markdown
from hubgen.model.views import ROOT, HtmlView, SearchView
from hubgen.stages.plan.cards import summary_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom

BODY_LENGTH = 4000
"""Characters of a text that search looks through; what matters is said before."""


def search_pages(room: Newsroom) -> Iterator[Page]:
    """A search page and its documents for each edition."""
    for edition in room.editions:
        yield Page(
            url=f"{edition.prefix}search/",
            renderer="html",
            view=partial(search_page, edition),
            template="pages/search.html",
            locale=edition.locale,
        )
        yield Page(
            url=documents_path(edition),
            renderer="json",
            view=partial(documents, edition),
            locale=edition.locale,
            sources=("content/",),
        )


def documents_path(edition: Edition) -> str:
    """`search/documents.fr.json`"""
    return f"search/documents.{edition.locale}.json"


def search_page(edition: Edition) -> HtmlView:
    """A field to write into, and a place for what is found."""
    title = edition.say("nav.search")
    return HtmlView(
        head(
            title,
            "search/",
            edition,
            breadcrumbs=(home_link(edition),),
            section="search",
            noindex=True,
        ),
        SearchView(title, ROOT + documents_path(edition)),
    )


def documents(edition: Edition) -> DataView:
    """Every listed entry and skill: address, title, collection, skills, summary, body."""
    rows = [
        _row(edition.entry(entry.key), collection, edition)
        for collection in edition.desk.collections
        if collection.name != "skills"
        for entry in edition.desk.listed(collection.name)
    ]
    pages = (each for each in edition.hub.collections.values() if not each.listed)
    rows += [
        _row(edition.entry(entry.key), collection, edition)
        for collection in pages
        for entry in edition.desk.listed(collection.name)
    ]
    return DataView({"entries": rows + [_skill_row(slug, edition) for slug in edition.hub.skills]})


def _row(entry: Entry, collection: Collection, edition: Edition) -> dict[str, Any]:
    body = collection.body_field
    text = entry.values.get(body.name) if body else None
    return {
        "u": edition.prefix + edition.path_of(entry.key),
        "t": edition.title(entry.key),
        "c": edition.label_of(collection),
        "k": " ".join(dict.fromkeys(_skill_words(entry.values, edition))),
        "s": summary_of(entry, collection),
        "b": text.text[:BODY_LENGTH] if isinstance(text, Markdown) else "",
    }


def _skill_row(slug: str, edition: Edition) -> dict[str, Any]:
    skill = edition.hub.skills[slug]
    return {
        "u": f"{edition.prefix}skills/{slug}/",
        "t": edition.skill_name(slug),
        "c": edition.say("nav.skills"),
        "k": " ".join(skill.aliases),
        "s": "",
        "b": "",
    }


def _skill_words(value: object, edition: Edition) -> Iterator[str]:
    """The names and aliases of every skill that the value names."""
    if isinstance(value, SkillTarget):
        skill = edition.hub.skills.get(value.slug)
        if skill is not None:
            yield from (edition.skill_name(value.slug), *skill.aliases)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _skill_words(each, edition)
    elif isinstance(value, tuple):
        for each in value:
            yield from _skill_words(each, edition)
