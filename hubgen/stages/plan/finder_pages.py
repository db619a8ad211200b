"""What a directory's finder knows: one compact file a directory and language, loaded when somebody first narrows the list.

Of a large directory that file holds what narrows and orders. What cards show, the words by which they are found, and the
columns that few ask for stand in files of their own.
"""

from collections.abc import Callable, Iterator
from functools import partial

from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.finder_addresses import column_path, finder_path, shard_path, words_path
from hubgen.stages.plan.finder_columns import (
    columns_apart,
    finder_column,
    finder_data,
    finder_drawer,
    finder_shard,
)
from hubgen.stages.plan.finder_division import DRAWERS, division_of
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.shards import Division

View = Callable[[Edition], DataView]


def finder_pages(room: Newsroom) -> Iterator[Page]:
    """The finder's data of every directory."""
    for collection in room.desk.collections:
        if collection.name != "skills":
            division = division_of(room.desk.listed_keys(collection.name))
            files = tuple(_files(collection, division))
            for edition in room.editions:
                yield from (_page(path, view, collection, edition) for path, view in files)


def _files(collection: Collection, division: Division | None) -> Iterator[tuple[str, View]]:
    yield finder_path(collection), partial(finder_data, collection, division)
    if division is not None:
        yield from _parts(collection, division)


def _parts(collection: Collection, division: Division) -> Iterator[tuple[str, View]]:
    for shard in division.shards:
        yield shard_path(collection, shard.name), partial(finder_shard, shard.keys)
    for column in columns_apart(collection):
        path = column_path(collection, column, division.name)
        yield path, partial(finder_column, column, collection)
    for drawer in range(DRAWERS):
        path = words_path(collection, division.name, drawer)
        yield path, partial(finder_drawer, drawer, collection)


def _page(path: str, view: View, collection: Collection, edition: Edition) -> Page:
    return Page(
        url=edition.prefix + path,
        renderer="json",
        view=view,
        locale=edition.locale,
        sources=(f"content/{collection.name}/",),
    )
