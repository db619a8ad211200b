"""What MiniSearch reads in the browser: compact files for each language, column by column."""

from collections.abc import Callable, Iterator
from typing import Any

from hubgen.model.machine_views import DataView
from hubgen.model.search import SearchRecord
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.cards import card_columns
from hubgen.stages.plan.search.narrowing import FACETS, facet_column
from hubgen.stages.plan.search.records import search_records, searched_keys

VERSION = 1
"""Of the files' form; scripts of another version leave them alone."""


def document_views(edition: Edition) -> Iterator[tuple[str, Callable[[Edition], DataView]]]:
    """By file below the folder of search: what it holds."""
    yield documents_file(edition.locale), documents
    yield texts_file(edition.locale), texts
    yield f"cards.{edition.locale}.json", cards


def documents_file(locale: str) -> str:
    """What is loaded first: `documents.fr.json`."""
    return f"documents.{locale}.json"


def texts_file(locale: str) -> str:
    """`texts.fr.json`"""
    return f"texts.{locale}.json"


def documents(edition: Edition) -> DataView:
    """Everything but the texts, which come when the first results are there already."""
    records = _records(edition)
    skills = edition.hub.skills.items()
    return _file(
        url=[record.url for record in records],
        title=[record.title for record in records],
        summary=[record.summary for record in records],
        aliases={slug: list(skill.aliases) for slug, skill in skills if skill.aliases},
        facets=[facet_column(facet, searched_keys(edition), edition) for facet in FACETS],
        texts=texts_file(edition.locale),
        **_languages(records),
    )


def texts(edition: Edition) -> DataView:
    """The texts, in the order of the documents."""
    return _file(body=[record.beyond for record in _records(edition)])


def cards(edition: Edition) -> DataView:
    """How what is found looks, in the same order."""
    return _file(**card_columns(search_records(edition), edition))


def _records(edition: Edition) -> tuple[SearchRecord, ...]:
    """All of them; whoever reads them has looked at all entries."""
    edition.hub.entries.values()
    return search_records(edition)


def _file(**columns: Any) -> DataView:
    return DataView({"version": VERSION, **columns})


def _languages(records: tuple[SearchRecord, ...]) -> dict[str, Any]:
    """The languages of words that aren't the page's, where there are any."""
    if any(record.lang for record in records):
        return {"lang": [record.lang for record in records]}
    return {}
