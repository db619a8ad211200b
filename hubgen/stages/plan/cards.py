"""The small view of an entry that every list shows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import SkillTarget, Target
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Markdown
from hubgen.model.views import CardView, Chip, FieldView, Item, LaterDate
from hubgen.stages.plan.days import dating_of, leaf_of, time_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.faces import PEOPLE, avatar_of, picture_of
from hubgen.stages.plan.fields import field_view, skill_chips
from hubgen.stages.plan.moments import Happening
from hubgen.stages.plan.notices import badges, is_dimmed, is_telling
from hubgen.text.locales import format_list
from hubgen.text.markdown.words import summarize

SUMMARY_LENGTH = 180
CARD_CHIPS = 6
FACT_KINDS = frozenset({"choice", "place", "language", "locale", "country", "status", "duration"})
CARD_FACTS = 4
KEPT_LATER = 4
"""Dates of a series that wait on a card until the next one is over: a month of weeks without a new build."""
READ_IN_LINES = frozenset({"resources", "news", "opportunities", "thanks", "pages"})
"""Collections of things to read, whose lists are lines rather than cards."""
BYLINES = {"resources": ("authors",), "opportunities": ("organization",)}
"""The fields that say who made or offers it."""


def cards(keys: Iterable[Key], edition: Edition) -> tuple[CardView, ...]:
    """The entries' cards, each made once for the whole edition."""
    return tuple(card(key, edition) for key in keys)


def card(key: Key, edition: Edition) -> CardView:
    """The entry's card; of longer texts it shows nothing but its own summary."""
    entry = edition.glance(key)
    if key not in edition.cards:
        edition.cards[key] = _card(key, entry, edition)
    return edition.cards[key]


def _card(key: Key, entry: Entry, edition: Edition) -> CardView:
    collection = edition.hub.collections[entry.collection]
    title = edition.title(key)
    dated = dating_of(entry, collection, edition)
    return CardView(
        key=key if edition.locale == edition.desk.site.language else f"{key}@{edition.locale}",
        collection=entry.collection,
        singular=edition.singular_of(collection),
        url=edition.entry_url(key),
        title=title,
        lang=edition.content_lang(key),
        summary=summary_of(entry, collection),
        picture=picture_of(entry, edition),
        avatar=avatar_of(entry, title),
        icon=edition.icon_of(collection),
        leaf=dated.leaf,
        chips=_chips(entry, collection, edition),
        facts=_facts(entry, collection, edition),
        start=dated.time,
        end=dated.end,
        later=tuple(_later(each, edition) for each in dated.later[:KEPT_LATER]),
        badges=badges(entry, edition),
        dimmed=is_dimmed(entry, edition),
    )


def layout_of(collection: Collection) -> str:
    """How a list of the collection's cards reads best: agenda, faces, rows or cards."""
    if collection.start_field:
        return "agenda"
    if collection.name in PEOPLE:
        return "faces"
    return "rows" if collection.name in READ_IN_LINES else "cards"


def summary_of(entry: Entry, collection: Collection) -> str:
    """What a list says under the title: the summary field, else the beginning of the body."""
    own = entry.values.get(collection.summary_field) if collection.summary_field else None
    if isinstance(own, str):
        return summarize(own, SUMMARY_LENGTH)
    if isinstance(own, Markdown):
        return summarize(own.text, SUMMARY_LENGTH)
    body = collection.body_field
    text = entry.values.get(body.name) if body else None
    return summarize(text.text, SUMMARY_LENGTH) if isinstance(text, Markdown) else ""


def is_seen_at_a_glance(words: Mapping[str, Any], entry: Entry, collection: Collection) -> bool:
    """Whether the entry with these words in place of its own is another one for those who only glance at it."""
    if not all(isinstance(each, Markdown) for each in words.values()):
        return True
    other = replace(entry, values={**entry.values, **words})
    return summary_of(other, collection) != summary_of(entry, collection)


def _later(happening: Happening, edition: Edition) -> LaterDate:
    return LaterDate(happening.end_iso, time_of(happening, edition), leaf_of(happening, edition))


def _chips(entry: Entry, collection: Collection, edition: Edition) -> tuple[Chip, ...]:
    chips: list[Chip] = []
    for field in collection.fields_of_kind("skills"):
        values = entry.values.get(field.name, ())
        skills = tuple(each for each in values if isinstance(each, SkillTarget))
        chips.extend(skill_chips(skills, field.relation, edition))
    return tuple(chips[:CARD_CHIPS])


def _facts(entry: Entry, collection: Collection, edition: Edition) -> tuple[FieldView, ...]:
    found: list[FieldView] = list(_byline(entry, collection, edition))
    for name, field in collection.fields.items():
        value = entry.values.get(name)
        if value is None or not _is_fact(field) or _says_nothing(value, field):
            continue
        if len(found) < CARD_FACTS:
            view = field_view(field, value, entry, edition)
            found += [view] if view is not None else []
    return tuple(found)


def _byline(entry: Entry, collection: Collection, edition: Edition) -> Iterator[FieldView]:
    """Who stands behind it, where a list of such things is read by that."""
    if collection.name == "thanks":
        giver, receivers = entry.values.get("from"), entry.values.get("to", ())
        names = format_list(tuple(_name(each, edition) for each in receivers), edition.locale)
        words = {"from": _name(giver, edition), "to": names}
        label = edition.singular_of(collection)
        yield FieldView("byline", label, "text", (Item(edition.say("thanks.from_to", **words)),))
    for name in BYLINES.get(collection.name, ()):
        field, value = collection.fields.get(name), entry.values.get(name)
        view = field_view(field, value, entry, edition) if field and value else None
        if view is not None:
            yield view


def _name(target: object, edition: Edition) -> str:
    return edition.link(target).label if isinstance(target, Target) else ""


def _is_fact(field: Field) -> bool:
    item = field.of if field.kind == "list" and isinstance(field.of, Field) else field
    return item.kind in FACT_KINDS and not (field.internal or field.private)


def _says_nothing(value: object, field: Field) -> bool:
    """Whether a reader learns nothing from it: it is what everybody takes for granted, or a badge says it."""
    is_told = field.name == "status" and is_telling(value)
    return is_told or (isinstance(value, str) and value in {"any", field.default})
