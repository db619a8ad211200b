"""What a directory's finder knows: one compact file a directory and language, loaded when somebody first narrows the list."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from hubgen.model.addresses import directory_address
from hubgen.model.entry import Entry
from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import Facet
from hubgen.stages.plan.card_columns import card_columns
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import Filter, facets, filters_of
from hubgen.stages.plan.mentor_columns import mentor_columns
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.people_columns import people_columns
from hubgen.stages.plan.sorts import sort_keys

VERSION = 1
"""Of the file's format, which docs/finder-data.md describes."""


def finder_path(collection: Collection) -> str:
    """Where the finder's data is: `members/finder.json`."""
    return f"{directory_address(collection)}finder.json"


def finder_pages(room: Newsroom) -> Iterator[Page]:
    """The finder's data of every directory."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.name != "skills":
                yield Page(
                    url=edition.prefix + finder_path(collection),
                    renderer="json",
                    view=partial(finder_data, collection),
                    locale=edition.locale,
                    sources=(f"content/{collection.name}/",),
                )


def finder_data(collection: Collection, edition: Edition) -> DataView:
    """Every listed entry as columns, in list order; a column that nobody has is left out."""
    entries = tuple(map(edition.glance, edition.desk.listed_keys(collection.name)))
    columns: dict[str, Any] = {
        "version": VERSION,
        "collection": collection.name,
        "url": f"{edition.prefix}{collection.url}",
        "skillUrl": f"{edition.prefix}skills/{{slug}}/",
        "count": len(entries),
        "facets": _facet_columns(collection, entries, edition),
        "slug": [each.slug for each in entries],
        **card_columns(entries, edition),
        **people_columns(entries, collection),
        **mentor_columns(entries, collection, edition),
        "sorts": sort_keys(entries),
    }
    return DataView({name: column for name, column in columns.items() if column is not None})


def _facet_columns(
    collection: Collection, entries: tuple[Entry, ...], edition: Edition
) -> list[Mapping[str, Any]]:
    filters = {each.name: each for each in filters_of(collection.fields)}
    return [
        _facet_column(facet, filters[facet.name], entries, edition)
        for facet in facets(collection, edition)
    ]


def _facet_column(
    facet: Facet, narrowing: Filter, entries: tuple[Entry, ...], edition: Edition
) -> Mapping[str, Any]:
    places = {(each.url, each.label): place for place, each in enumerate(facet.choices)}
    return {
        "name": facet.name,
        "label": facet.label,
        "kind": facet.kind,
        "values": [[each.url, each.label] for each in facet.choices],
        "rows": [[places[each] for each in narrowing.choices(row, edition)] for row in entries],
    }
