"""Which engine serves the hub's search: one that reads all documents in the browser, or one that loads parts of an index."""

from collections.abc import Iterator

from hubgen.model.schema import Collection
from hubgen.model.values import Markdown
from hubgen.stages.plan.desk import Desk

SMALL = 1_500_000
"""Letters of texts up to which `auto` takes MiniSearch. Measured: a browser indexes a million in about 0.4 seconds and loads
some 0.3 MB for them where texts are as varied as people's own."""
BODY_LENGTH = 4000
"""Characters of a text that search looks through; what matters is said before."""


def engine_of(desk: Desk, *, indexes: bool) -> str:
    """`minisearch` or `index`; empty when the hub leaves search out. A run that may not index has the browser read everything."""
    asked = desk.site.search.engine
    if asked == "off":
        return ""
    if asked == "minisearch" or not indexes:
        return "minisearch"
    return "minisearch" if asked == "auto" and _letters(desk) <= SMALL else "index"


def searched(desk: Desk) -> tuple[Collection, ...]:
    """The collections in whose entries people search: directories in their order, then pages that stand in none."""
    skills = desk.hub.collections.get("skills")
    others = (each for each in desk.hub.collections.values() if not each.listed)
    return tuple(each for each in (*desk.collections, *others) if each is not skills)


def _letters(desk: Desk) -> int:
    """About how many letters of texts a browser would have to load for search."""
    return sum(min(len(text), BODY_LENGTH) for text in _texts(desk))


def _texts(desk: Desk) -> Iterator[str]:
    for collection in searched(desk):
        body = collection.body_field
        if body is not None:
            for entry in desk.listed(collection.name):
                text = entry.values.get(body.name)
                if isinstance(text, Markdown):
                    yield text.text
