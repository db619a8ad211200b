"""The small view of an entry that every list shows."""

from collections.abc import Iterable

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import SkillTarget
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Markdown
from hubgen.model.views import CardView, Chip, FieldView, LaterDate, Leaf, Time
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.faces import PEOPLE, avatar_of, picture_of
from hubgen.stages.plan.fields import field_view, skill_chips
from hubgen.stages.plan.moments import Happening, happenings
from hubgen.stages.plan.notices import badges, is_dimmed
from hubgen.text.locales import day_parts, format_date, format_datetime
from hubgen.text.markdown.words import summarize

SUMMARY_LENGTH = 180
CARD_CHIPS = 6
FACT_KINDS = frozenset({"choice", "place", "language", "locale", "country", "status", "duration"})
CARD_FACTS = 4
KEPT_LATER = 4
"""Dates of a series that wait on a card until the next one is over: a month of weeks without a new build."""
READ_IN_LINES = frozenset({"resources", "news", "opportunities", "thanks", "pages"})
"""Collections of things to read, whose lists are lines rather than cards."""


def cards(keys: Iterable[Key], edition: Edition) -> tuple[CardView, ...]:
    """The entries' cards, each made once for the whole edition."""
    return tuple(card(key, edition) for key in keys)


def card(key: Key, edition: Edition) -> CardView:
    """The entry's card."""
    if key not in edition.cards:
        edition.cards[key] = _card(key, edition)
    return edition.cards[key]


def _card(key: Key, edition: Edition) -> CardView:
    entry = edition.entry(key)
    collection = edition.hub.collections[entry.collection]
    title = edition.title(key)
    dates = happenings(entry, collection, edition.desk.today)
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
        leaf=leaf_of(dates[0], edition) if dates else None,
        chips=_chips(entry, collection, edition),
        facts=_facts(entry, collection, edition),
        start=time_of(dates[0], edition) if dates else None,
        end=dates[0].end_iso if dates else "",
        later=tuple(_later(each, edition) for each in dates[1 : KEPT_LATER + 1]),
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


def time_of(happening: Happening, edition: Edition) -> Time:
    """The beginning of a date in the entry's own zone."""
    if happening.all_day:
        return Time(happening.start_iso, format_date(happening.start.date(), edition.locale))
    text = format_datetime(happening.start.replace(tzinfo=None), edition.locale)
    return Time(happening.start_iso, text, happening.zone)


def _later(happening: Happening, edition: Edition) -> LaterDate:
    return LaterDate(happening.end_iso, time_of(happening, edition), leaf_of(happening, edition))


def leaf_of(happening: Happening, edition: Edition) -> Leaf:
    """The day on which a date begins in the entry's own zone."""
    return Leaf(*day_parts(happening.start.date(), edition.locale))


def _chips(entry: Entry, collection: Collection, edition: Edition) -> tuple[Chip, ...]:
    chips: list[Chip] = []
    for field in collection.fields_of_kind("skills"):
        values = entry.values.get(field.name, ())
        skills = tuple(each for each in values if isinstance(each, SkillTarget))
        chips.extend(skill_chips(skills, field.relation, edition))
    return tuple(chips[:CARD_CHIPS])


def _facts(entry: Entry, collection: Collection, edition: Edition) -> tuple[FieldView, ...]:
    found: list[FieldView] = []
    for field in collection.fields.values():
        value = entry.values.get(field.name)
        if _is_fact(field) and not _says_nothing(value, field) and len(found) < CARD_FACTS:
            view = field_view(field, value, entry, edition)
            found += [view] if view is not None else []
    return tuple(found)


def _is_fact(field: Field) -> bool:
    item = field.of if field.kind == "list" and isinstance(field.of, Field) else field
    return item.kind in FACT_KINDS and not (field.internal or field.private)


def _says_nothing(value: object, field: Field) -> bool:
    """Whether a reader learns nothing from it: it wasn't given, or is what everybody takes for granted."""
    return value is None or (isinstance(value, str) and value in {"any", field.default})
