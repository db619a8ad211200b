"""The documents that a browser searches by itself: one compact file a language, column by column."""

from collections.abc import Callable, Iterable
from typing import Any

from hubgen.model.search import Choice, SearchIndex, SearchRecord

VERSION = 1
"""Of the file's form; scripts of another version leave it alone."""

FACETS: dict[str, Callable[[SearchRecord], tuple[Choice, ...]]] = {
    "collection": lambda record: (record.collection,),
    "skill": lambda record: record.skills,
    "language": lambda record: record.languages,
    "level": lambda record: record.levels,
}
"""By what results can be narrowed."""


def documents(index: SearchIndex, *, bodies: bool) -> dict[str, Any]:
    """Everything that search needs, texts left out where they would be too much for a browser."""
    records = index.records
    columns: dict[str, Any] = {
        "version": VERSION,
        "url": [record.url for record in records],
        "title": [record.title for record in records],
        "summary": [record.summary for record in records],
        "aliases": {slug: list(names) for slug, names in index.aliases},
        "facets": facet_columns(records),
    }
    if any(record.lang for record in records):
        columns["lang"] = [record.lang for record in records]
    if bodies:
        columns["body"] = [_beyond(record) for record in records]
    return columns


def facet_columns(records: Iterable[SearchRecord]) -> list[dict[str, Any]]:
    """For each facet its choices, and by record the numbers of those that it has."""
    kept = tuple(records)
    return [_column(name, [choices(record) for record in kept]) for name, choices in FACETS.items()]


def _column(name: str, rows: list[tuple[Choice, ...]]) -> dict[str, Any]:
    places: dict[Choice, int] = {}
    numbered = [[places.setdefault(choice, len(places)) for choice in row] for row in rows]
    return {"name": name, "values": list(places), "rows": numbered}


def _beyond(record: SearchRecord) -> str:
    """The text, without the beginning that the summary already holds."""
    summary = record.summary.removesuffix("…").rstrip()
    is_repeated = bool(summary) and record.body.startswith(summary)
    return record.body[len(summary) :].lstrip() if is_repeated else record.body
