"""The files of a directory's finder (docs/finder-data.md): entries as columns, in list order; a column that nobody has is left out."""

from collections.abc import Mapping
from typing import Any

from hubgen.model.entry import Entry, Key
from hubgen.model.machine_views import DataView
from hubgen.model.schema import Collection
from hubgen.model.search import Filter
from hubgen.model.views import Facet
from hubgen.stages.plan.card_columns import card_columns
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import chosen, facets, filters_of
from hubgen.stages.plan.finder_addresses import column_path, shard_path, words_path
from hubgen.stages.plan.finder_division import DRAWERS
from hubgen.stages.plan.finder_words import drawers_of
from hubgen.stages.plan.mentor_columns import matched_by, mentor_columns
from hubgen.stages.plan.people_columns import people_columns
from hubgen.stages.plan.shards import Division
from hubgen.stages.plan.sorts import sort_keys
from hubgen.stages.plan.steps import steps

VERSION = 2
"""Of the files' format, which docs/finder-data.md describes."""

Columns = Mapping[str, Any]


def finder_data(collection: Collection, division: Division | None, edition: Edition) -> DataView:
    """Every listed entry; of a directory in parts what narrows and orders it, and where the rest is."""
    entries = tuple(map(edition.glance, edition.desk.listed_keys(collection.name)))
    cards = {"slug": [each.slug for each in entries], **card_columns(entries, edition)}
    columns = {
        "collection": collection.name,
        "url": f"{edition.prefix}{collection.url}",
        "skillUrl": f"{edition.prefix}skills/{{slug}}/",
        "count": len(entries),
        "labels": _labels(cards),
        "facets": _facet_columns(collection, entries, edition),
        **cards,
        **people_columns(entries, collection),
        **mentor_columns(entries, collection, edition),
        "sorts": sort_keys(entries),
    }
    if division is None:
        return _file(columns)
    away = {*cards, *columns_apart(collection)} - matched_by(collection)
    left = {name: column for name, column in columns.items() if name not in away}
    return _file({**left, **_parts(collection, division, edition)})


def finder_shard(keys: tuple[Key, ...], edition: Edition) -> DataView:
    """What the cards of these entries show."""
    entries = tuple(map(edition.glance, keys))
    return _file({"slug": [each.slug for each in entries], **card_columns(entries, edition)})


def columns_apart(collection: Collection) -> tuple[str, ...]:
    """The columns of a large directory that are loaded when somebody orders by name, or looks for people near their own time."""
    is_peoples = "timezone" in collection.fields and not collection.start_field
    names = ("title", "zone") if is_peoples else ("title",)
    return tuple(each for each in names if each not in matched_by(collection))


def finder_column(name: str, collection: Collection, edition: Edition) -> DataView:
    """One column of all listed entries."""
    entries = tuple(map(edition.glance, edition.desk.listed_keys(collection.name)))
    if name == "title":
        return _file({name: [edition.title(each.key) for each in entries]})
    return _file({name: people_columns(entries, collection).get(name)})


def finder_drawer(drawer: int, collection: Collection, edition: Edition) -> DataView:
    """The words in a drawer, and the rows of those who have them."""
    words = drawers_of(collection.name, edition)[drawer]
    return _file({"words": list(words), "rows": steps(words.values())})


def _file(columns: Columns) -> DataView:
    filled = {name: column for name, column in columns.items() if column is not None}
    return DataView({"version": VERSION, **filled})


def _parts(collection: Collection, division: Division, edition: Edition) -> Columns:
    """Where the rest of a large directory is."""
    apart = {
        each: edition.prefix + column_path(collection, each, division.name)
        for each in columns_apart(collection)
    }
    return {
        "columns": apart,
        "words": {
            "url": edition.prefix + words_path(collection, division.name),
            "drawers": DRAWERS,
        },
        "shards": {
            "url": edition.prefix + shard_path(collection),
            "names": [each.name for each in division.shards],
            "starts": division.starts,
        },
    }


def _labels(cards: Columns) -> list[str] | None:
    """What a table of these entries has columns for."""
    facts = cards.get("facts")
    return list(dict.fromkeys(label for label, *_ in facts["values"])) if facts else None


def _facet_columns(
    collection: Collection, entries: tuple[Entry, ...], edition: Edition
) -> list[Columns]:
    filters = {each.name: each for each in filters_of(collection, edition)}
    return [
        _facet_column(facet, filters[facet.name], entries, edition)
        for facet in facets(collection, edition)
    ]


def _facet_column(
    facet: Facet, narrowing: Filter, entries: tuple[Entry, ...], edition: Edition
) -> Columns:
    places = {(each.url, each.label): place for place, each in enumerate(facet.choices)}
    rows = ([places[each] for each in chosen(narrowing, row, edition)] for row in entries)
    return {
        "name": facet.name,
        "label": facet.label,
        "kind": facet.kind,
        "values": [[each.url, each.label] for each in facet.choices],
        "rows": steps(rows),
    }
