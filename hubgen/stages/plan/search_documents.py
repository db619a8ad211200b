"""What search engines read in the browser: compact files for each language, column by column."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from hubgen.model.search import Choice, SearchIndex, SearchRecord
from hubgen.stages.plan.search_engines import SearchPlan

VERSION = 1
"""Of the file's form; scripts of another version leave it alone."""

FACETS: dict[str, Callable[[SearchRecord], tuple[Choice, ...]]] = {
    "collection": lambda record: (record.collection,),
    "skill": lambda record: record.skills,
    "language": lambda record: record.languages,
    "level": lambda record: record.levels,
}
"""By what results can be narrowed."""
FIRST_FACET, *FILTERS = FACETS
"""Results stand in groups by the first one; the others are for who asks for them."""


def documents(index: SearchIndex, search: SearchPlan) -> dict[str, Any]:
    """For MiniSearch: everything but the texts, which come when the first results are there already."""
    records = index.records
    columns: dict[str, Any] = {
        "version": VERSION,
        "url": [record.url for record in records],
        "title": [record.title for record in records],
        "summary": [record.summary for record in records],
        "aliases": {slug: list(names) for slug, names in index.aliases},
        "facets": facet_columns(records),
    }
    if search.bodies:
        columns["texts"] = f"texts.{index.locale}.json"
    return columns | _languages(records)


def texts(index: SearchIndex, _search: SearchPlan) -> dict[str, Any]:
    """For MiniSearch: the texts, in the order of the documents."""
    return {"version": VERSION, "body": [beyond(record) for record in index.records]}


def facet_data(index: SearchIndex, search: SearchPlan) -> dict[str, Any]:
    """For Pagefind: by the name that each page has in the index, what it is; all else comes after the first results."""
    ids, records = _indexed(index, search)
    return {
        "version": VERSION,
        "ids": ids,
        "facets": [facet_column(records, FIRST_FACET)],
        "filters": {name: filter_file(name, index.locale) for name in FILTERS},
    }


def filter_data(facet: str, index: SearchIndex, search: SearchPlan) -> dict[str, Any]:
    """For Pagefind: one of the things by which results can be narrowed, in the same order."""
    return {"version": VERSION, "facet": facet_column(_indexed(index, search)[1], facet)}


def filter_file(facet: str, locale: str) -> str:
    """`filters.skill.fr.json`"""
    return f"filters.{facet}.{locale}.json"


def _indexed(index: SearchIndex, search: SearchPlan) -> tuple[list[str], tuple[SearchRecord, ...]]:
    """The names of the pages in the index, sorted, and their records."""
    named = ((search.files.ids.get(record.url, ""), record) for record in index.records)
    found = sorted((pair for pair in named if pair[0]), key=lambda pair: pair[0])
    return [name for name, _ in found], tuple(record for _, record in found)


def name_data(index: SearchIndex, _search: SearchPlan) -> dict[str, Any]:
    """For Pagefind: words of titles, skills and headlines, commonest first, and the skills: for what somebody misspells."""
    aliases = dict(index.aliases)
    words: Counter[str] = Counter()
    skills: Counter[str] = Counter()
    for record in index.records:
        own = aliases.get(record.skills[0][0], ()) if record.collection[0] == "skills" else ()
        words.update(set(" ".join((record.title, record.summary, *own)).lower().split()))
        skills.update(slug for slug, _ in record.skills)
    ranked = sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "version": VERSION,
        "words": [word for word, _ in ranked],
        "skills": [
            [record.title, record.url, [record.title, *aliases.get(slug, ())], skills[slug]]
            for record in index.records
            if record.collection[0] == "skills"
            for slug, _ in record.skills
        ],
    }


def _languages(records: tuple[SearchRecord, ...]) -> dict[str, Any]:
    """The languages of words that aren't the page's, where there are any."""
    if any(record.lang for record in records):
        return {"lang": [record.lang for record in records]}
    return {}


def facet_columns(records: Iterable[SearchRecord]) -> list[dict[str, Any]]:
    """For each facet its choices, and by record the numbers of those that it has."""
    kept = tuple(records)
    return [facet_column(kept, name) for name in FACETS]


def facet_column(records: Iterable[SearchRecord], name: str) -> dict[str, Any]:
    """One facet's choices, and by record the numbers of those that it has."""
    return _column(name, [FACETS[name](record) for record in records])


def _column(name: str, rows: list[tuple[Choice, ...]]) -> dict[str, Any]:
    places: dict[Choice, int] = {}
    numbered = [[places.setdefault(choice, len(places)) for choice in row] for row in rows]
    return {"name": name, "values": list(places), "rows": numbered}


def beyond(record: SearchRecord) -> str:
    """The text, without the beginning that the summary already holds."""
    summary = record.summary.removesuffix("…").rstrip()
    is_repeated = bool(summary) and record.body.startswith(summary)
    return record.body[len(summary) :].lstrip() if is_repeated else record.body
