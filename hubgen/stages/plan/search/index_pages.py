"""The files of a search index, at their addresses."""

from collections.abc import Callable, Iterator
from functools import partial

from hubgen.model.machine_views import DataView
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search import index_files as files
from hubgen.stages.plan.search.cutting import CHOICES, COMMON, WORDS, division_of
from hubgen.stages.plan.search.narrowing import FILTERS
from hubgen.stages.plan.search.records import searched_keys


def index_views(edition: Edition) -> Iterator[tuple[str, Callable[[Edition], DataView]]]:
    """By file below the folder of search: what it holds."""
    locale, division = edition.locale, division_of(edition)
    yield files.start_file(locale), partial(files.start, division)
    yield files.spelling_file(locale), files.spelling
    for facet in FILTERS:
        name = files.filter_file(locale, facet, division.name)
        yield name, partial(files.filter_column, facet)
    for shard in division.shards:
        yield files.shard_file(locale, shard.name), partial(files.shard, shard.keys)
    rows = len(searched_keys(edition))
    for number in range(CHOICES.drawers(rows)):
        name = files.drawer_file(locale, CHOICES, division.name, number)
        yield name, partial(files.choices, number)
    for words in (*WORDS, COMMON):
        for number in range(words.drawers(rows)):
            name = files.drawer_file(locale, words, division.name, number)
            yield name, partial(files.drawer, words, number)
