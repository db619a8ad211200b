"""What the panel beside a directory offers: it depends on what the entries say."""

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.views import Finder
from hubgen.stages.plan.arrivals import DAYS_OF_ARRIVAL
from hubgen.stages.plan.cards import FACT_KINDS, layout_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.people_columns import people_columns
from hubgen.stages.plan.sorts import sort_keys

FEWEST = 6
"""Entries from which on a list is worth narrowing: fewer are seen at a glance."""
TABLE_FACTS = 3
"""Short fields from which on a table says more than a list."""
LAYOUTS = {"faces": ("faces", "rows"), "rows": ("rows", "cards"), "cards": ("cards", "rows")}


def finder(collection: Collection, edition: Edition) -> Finder | None:
    """The panel of the collection's directory; None where there is too little to look through. Found out once for all pages."""
    edition.hub.gather(collection.name)
    if collection.name not in edition.finders:
        edition.finders[collection.name] = _finder(collection, edition)
    return edition.finders[collection.name]


def _finder(collection: Collection, edition: Edition) -> Finder | None:
    entries = edition.desk.glanced(collection.name)
    if len(entries) < FEWEST:
        return None
    people = people_columns(entries, collection)
    return Finder(
        sorts=_sorts(collection, entries),
        layouts=_layouts(collection),
        near="zone" in people and "hours" not in people,
        places="places" in people,
    )


def _sorts(collection: Collection, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The list's own order, then the others."""
    own = _own_order(collection)
    others = ("title", *(sort_keys(entries) or ()))
    return tuple(dict.fromkeys((own, *others)))


def _own_order(collection: Collection) -> str:
    if collection.start_field:
        return "start"
    if not collection.sort or collection.sort == collection.title_field:
        return "title"
    newest_first = collection.sort.startswith("-") and collection.sort[1:] in DAYS_OF_ARRIVAL
    return "newest" if newest_first else "listed"


def _layouts(collection: Collection) -> tuple[str, ...]:
    """The list's own look, then the others; what has dates keeps its agenda."""
    layouts = LAYOUTS.get(layout_of(collection), ())
    facts = [each for each in collection.fields.values() if each.kind in FACT_KINDS]
    tells = len(facts) >= TABLE_FACTS and layouts and layouts[0] != "faces"
    return (*layouts, "table") if tells else layouts
