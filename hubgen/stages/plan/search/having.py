"""Which rows have which choice: by choice what columns say by row, for addresses that ask for one."""

from array import array

from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.cutting import CHOICES
from hubgen.stages.plan.search.narrowing import FILTERS, facet_column
from hubgen.stages.plan.search.records import searched_keys

Having = dict[str, "array[int]"]
"""By choice, as `skill:bread`: the rows that have it, rising."""


def choices_of(edition: Edition) -> tuple[Having, ...]:
    """The choices in drawers, each sorted; found out once for all files of the index, each of which has glanced at all entries."""
    edition.hub.glance_at_all()
    if not edition.search_choices:
        edition.search_choices.extend(_drawers(edition))
    return tuple(edition.search_choices)


def _drawers(edition: Edition) -> tuple[Having, ...]:
    count = CHOICES.drawers(len(searched_keys(edition)))
    drawers: tuple[Having, ...] = tuple({} for _ in range(count))
    for choice, rows in sorted(_having(edition).items()):
        drawers[CHOICES.drawer_of(choice, count)][choice] = rows
    return drawers


def _having(edition: Edition) -> Having:
    """All choices of all facets; of those that an address can't tell apart the first one, as scripts take it."""
    having: Having = {}
    keys = searched_keys(edition)
    for facet in FILTERS:
        column = facet_column(facet, keys, edition)
        by_place = [array("I") for _ in column["values"]]
        for row, places in enumerate(column["rows"]):
            for place in places:
                by_place[place].append(row)
        for (value, _), rows in zip(column["values"], by_place, strict=True):
            having.setdefault(f"{facet}:{value}", rows)
    return having
