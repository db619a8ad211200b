"""How the value of each kind of field is shown."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct

from hubgen.model.entry import Entry
from hubgen.model.hub import SkillTarget, Target
from hubgen.model.schema import Field
from hubgen.model.values import Handle, Identifier, Markdown, Place, Recurrence
from hubgen.model.views import Chip, FieldView, Item, Time
from hubgen.stages.plan.bodies import finished
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.recurring import recurrence_in_words
from hubgen.text.locales import (
    country_name,
    format_date,
    format_datetime,
    format_duration,
    format_month,
    format_number,
    language_name,
)


class Showing(Struct, frozen=True):
    """One value on its way to a page."""

    field: Field
    entry: Entry
    edition: Edition

    @property
    def lang(self) -> str:
        """The language of what people wrote, where it isn't the page's."""
        return self.edition.content_lang(self.entry.key)


Display = Callable[[Any, Showing], Item]


def field_views(
    entry: Entry, edition: Edition, *, leave_out: frozenset[str]
) -> dict[str, FieldView]:
    """The entry's published fields with a value, in the schema's order."""
    collection = edition.hub.collections[entry.collection]
    views = {}
    values = entry.values
    for name, field in collection.fields.items():
        if name not in values or name in leave_out or not _is_shown(field):
            continue
        view = field_view(field, values[name], entry, edition)
        if view is not None:
            views[name] = view
    return views


def _is_shown(field: Field) -> bool:
    return not (field.private or field.internal or field.kind in UNSHOWN)


SHORT = 24
"""Characters of a value that can stand in a row with others."""
LONG = 60
"""Characters from which on a value is a sentence."""


def field_view(field: Field, value: Any, entry: Entry, edition: Edition) -> FieldView | None:
    """The field ready to show, or None when nothing of it can be shown."""
    kind = _kind_of_item(field)
    if kind not in ALIKE:
        return _field_view(field, value, entry, edition)
    asked = (entry.collection, field.name, field.label, field.kind, kind, value)
    if asked not in edition.choices:
        edition.choices[asked] = _field_view(field, value, entry, edition)
    return edition.choices[asked]


def _field_view(field: Field, value: Any, entry: Entry, edition: Edition) -> FieldView | None:
    showing = Showing(field, entry, edition)
    label = edition.field_label(entry.collection, field)
    if isinstance(value, Markdown):
        html = finished(value, entry.folder, edition, anchors=f"{field.name}-")
        return (
            FieldView(field.name, label, field.kind, html=html, lang=showing.lang) if html else None
        )
    if field.kind == "skills":
        return _skills(field, value, label, edition)
    values = value if isinstance(value, tuple) else (value,)
    if _holds_records(field, values):
        return _records(field, values, label, showing)
    if isinstance(value, dict):
        return FieldView(field.name, label, field.kind, items=_mapping_items(value, showing))
    items = tuple(item for each in values if (item := _item(field, each, showing)).text)
    if not items:
        return None
    return FieldView(
        field.name,
        label,
        field.kind,
        items=items,
        is_short=_is_short(items),
        is_long=_is_long(items),
    )


def _is_long(items: tuple[Item, ...]) -> bool:
    """Whether the values are sentences."""
    return any(len(item.text) > LONG for item in items) and not any(item.url for item in items)


def _is_short(items: tuple[Item, ...]) -> bool:
    """Whether the values read well in a row."""
    return len(items) > 1 and all(
        len(item.text) <= SHORT and not (item.note or item.time) for item in items
    )


def skill_chips(values: Any, relation: str, edition: Edition) -> tuple[Chip, ...]:
    """The skills as chips."""
    slugs = (each.slug for each in values if isinstance(each, SkillTarget))
    skills, known = edition.hub.skills, relation or "about"
    return tuple(_chip(slug, known, edition) for slug in slugs if slug in skills)


def _chip(slug: str, relation: str, edition: Edition) -> Chip:
    found = edition.chips.get((slug, relation))
    if found is None:
        found = Chip(edition.skill_name(slug), edition.skill_url(slug), relation)
        edition.chips[slug, relation] = found
    return found


def _skills(field: Field, value: Any, label: str, edition: Edition) -> FieldView | None:
    chips = skill_chips(value, field.relation, edition)
    return FieldView(field.name, label, field.kind, chips=chips) if chips else None


def _holds_records(field: Field, values: tuple[Any, ...]) -> bool:
    inner = field.of.fields if isinstance(field.of, Field) else None
    if not (field.fields or inner):
        return False
    return bool(values) and all(isinstance(each, dict) for each in values)


def _records(
    field: Field, values: tuple[Any, ...], label: str, showing: Showing
) -> FieldView | None:
    inner = field.of if isinstance(field.of, Field) else field
    named = values[0].items() if field.kind == "mapping" and values else ()
    pairs = named or ((("", each)) for each in values)
    records = tuple(_record(inner, key, each, showing) for key, each in pairs)
    kept = tuple(record for record in records if record)
    return FieldView(field.name, label, field.kind, records=kept) if kept else None


def _record(inner: Field, key: str, values: Any, showing: Showing) -> tuple[FieldView, ...]:
    first = (FieldView("key", "", "text", items=(Item(str(key)),)),) if key else ()
    if not isinstance(values, dict):
        item = _item(inner, values, showing)
        return (*first, FieldView("value", "", inner.kind, items=(item,)))
    shown = (
        field_view(each, values[each.name], showing.entry, showing.edition)
        for each in inner.fields.values()
        if each.name in values and not each.private
    )
    return (*first, *(each for each in shown if each is not None))


def _mapping_items(value: Mapping[str, Any], showing: Showing) -> tuple[Item, ...]:
    inner = showing.field.of if isinstance(showing.field.of, Field) else showing.field
    items = ((str(key), _item(inner, each, showing)) for key, each in value.items())
    return tuple(Item(item.text, item.url, item.lang, note=key) for key, item in items)


def _item(field: Field, value: Any, showing: Showing) -> Item:
    if isinstance(value, Target):
        return _target(value, showing)
    return DISPLAYS.get(_kind_of_item(field), _plain)(value, showing)


def _kind_of_item(field: Field) -> str:
    """Of a list's items, or of the one value."""
    if field.kind != "list" or not field.of:
        return field.kind
    return field.of.kind if isinstance(field.of, Field) else "choice"


def _target(value: Target, showing: Showing) -> Item:
    link = showing.edition.link(value)
    return Item(link.label, link.url, link.lang)


def _plain(value: Any, showing: Showing) -> Item:
    return Item(str(value), lang=showing.lang if showing.field.translatable else "")


def _choice(value: Any, showing: Showing) -> Item:
    text, edition = str(value), showing.edition
    return Item(edition.answer(showing.entry.collection, showing.field.name, text))


def _number(value: Any, showing: Showing) -> Item:
    return Item(format_number(value, showing.edition.locale))


def _boolean(value: Any, showing: Showing) -> Item:
    return Item(showing.edition.say("value.yes" if value else "value.no"))


def _url(value: Any, _showing: Showing) -> Item:
    parts = urlsplit(str(value))
    shown = parts.netloc.removeprefix("www.") + (parts.path if parts.path != "/" else "")
    return Item(shown.rstrip("/"), str(value), external=True)


def _file(value: Any, showing: Showing) -> Item:
    return Item(str(value), showing.edition.desk.files.get((showing.entry.folder, value), ""))


def _email(value: Any, _showing: Showing) -> Item:
    return Item(str(value), f"mailto:{value}")


def _handle(value: Handle, showing: Showing) -> Item:
    rel = "me" if showing.entry.collection == "members" else ""
    return Item(value.name, value.url, external=bool(value.url), rel=rel, note=value.service)


def _date(value: date, showing: Showing) -> Item:
    text = format_date(value, showing.edition.locale)
    return Item(text, time=Time(value.isoformat(), text))


def _datetime(value: Any, showing: Showing) -> Item:
    if not isinstance(value, datetime):
        return _date(value, showing)
    zone = showing.entry.values.get("timezone", "")
    aware = value.replace(tzinfo=ZoneInfo(zone)) if zone else value
    text = format_datetime(value, showing.edition.locale)
    return Item(text, time=Time(aware.isoformat(), text, zone), note=zone)


def _month(value: Any, showing: Showing) -> Item:
    text = format_month(date(value.year, value.month, 1), showing.edition.locale)
    return Item(text, time=Time(str(value), text))


def _duration(value: timedelta, showing: Showing) -> Item:
    return Item(format_duration(value, showing.edition.locale))


def _language(value: Any, showing: Showing) -> Item:
    return Item(language_name(str(value), showing.edition.locale))


def _country(value: Any, showing: Showing) -> Item:
    return Item(country_name(str(value), showing.edition.locale))


def _place(value: Place, showing: Showing) -> Item:
    country = country_name(value.country, showing.edition.locale) if value.country else ""
    parts = (value.name, value.address, value.city, value.region, country)
    return Item(", ".join(dict.fromkeys(part for part in parts if part)))


def _recurrence(value: Recurrence, showing: Showing) -> Item:
    return Item(recurrence_in_words(value, showing.edition))


def _identifier(value: Identifier, _showing: Showing) -> Item:
    return Item(value.value, value.url, external=True, note=value.scheme.upper())


def _license(value: Any, _showing: Showing) -> Item:
    return Item(str(value), f"https://spdx.org/licenses/{value}.html", external=True)


ALIKE = frozenset({"choice", "status", "language", "locale", "country", "timezone"})
"""Kinds with a few values, each shown in the same way whoever chose it."""
UNSHOWN = frozenset({"visibility", "consent", "image"})
"""Kinds that steer, or that layouts show in their own way."""

DISPLAYS: Mapping[str, Display] = {
    "choice": _choice,
    "status": _choice,
    "integer": _number,
    "number": _number,
    "boolean": _boolean,
    "url": _url,
    "file": _file,
    "email": _email,
    "handle": _handle,
    "date": _date,
    "datetime": _datetime,
    "month": _month,
    "duration": _duration,
    "language": _language,
    "locale": _language,
    "country": _country,
    "place": _place,
    "recurrence": _recurrence,
    "identifier": _identifier,
    "license": _license,
}
"""By kind: one value, ready to show. Kinds that aren't here are shown as their text."""
