"""The cards of what search finds, as columns for scripts: each the one that its collection's lists show, and one for each skill."""

from collections.abc import Iterable
from typing import Any

from hubgen.model.schema import Collection
from hubgen.model.search import SearchRecord
from hubgen.model.views import CardView, FieldView, Item
from hubgen.stages.plan.card_columns import columns_of
from hubgen.stages.plan.cards import card, layout_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.specimens import specimens

SAID = ("title", "lang", "summary")
"""Columns that search has already, for its own sake."""
SHOWN_ALIASES = 4


def card_columns(records: Iterable[SearchRecord], edition: Edition) -> dict[str, Any]:
    """What `js/finder-data.js` reads (docs/finder-data.md), for all but the words by which records are found."""
    columns = columns_of([_card(record, edition) for record in records], edition)
    found = {name: each for name, each in columns.items() if each is not None and name not in SAID}
    return {"skillUrl": f"{edition.prefix}skills/{{slug}}/", **found}


def card_kinds(edition: Edition) -> tuple[tuple[str, str, tuple[CardView, ...]], ...]:
    """By collection that search knows: how a list of it reads best, and its cards of nobody."""
    skills = edition.hub.collections.get("skills")
    unlisted = (each for each in edition.hub.collections.values() if not each.listed)
    listed = (each for each in edition.desk.collections if each is not skills)
    return tuple(
        (each.name, layout_of(each), specimens(each, edition))
        for each in (*listed, *unlisted, *_if_any(skills))
    )


def _card(record: SearchRecord, edition: Edition) -> CardView:
    return (
        _skill(record, edition) if record.collection[0] == "skills" else card(record.key, edition)
    )


def _skill(record: SearchRecord, edition: Edition) -> CardView:
    """Lists have no cards for skills: its name, and what else people call it."""
    collection = edition.hub.collections.get("skills")
    return CardView(
        key=record.url,
        collection="skills",
        singular=edition.singular_of(collection) if collection is not None else "",
        url=edition.address(record.url.removeprefix(edition.prefix)),
        title=record.title,
        lang=record.lang,
        facts=_other_names(record, collection, edition),
    )


def _other_names(
    record: SearchRecord, collection: Collection | None, edition: Edition
) -> tuple[FieldView, ...]:
    field = collection.fields.get("aliases") if collection is not None else None
    if field is None or not record.aliases:
        return ()
    names = tuple(Item(name) for name in record.aliases[:SHOWN_ALIASES])
    return (FieldView("aliases", edition.field_label("skills", field), "text", names),)


def _if_any(collection: Collection | None) -> tuple[Collection, ...]:
    return (collection,) if collection is not None else ()
