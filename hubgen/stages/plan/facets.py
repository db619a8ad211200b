"""By what a directory can be narrowed: the schema's `filter: true` fields, with their choices."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.hub import SkillTarget, Target, is_unlisted
from hubgen.model.schema import Collection, Field
from hubgen.model.search import Choice, Filter
from hubgen.model.values import Place
from hubgen.model.views import Facet, Link
from hubgen.stages.plan.edition import Edition
from hubgen.text.locales import country_name, language_name
from hubgen.text.names import fold

FIRST = 6
"""Choices of a long facet that are shown before somebody asks for more."""
SEEN_AT_A_GLANCE = 9
"""Choices up to which a facet isn't long."""


def filters_of(collection: Collection, edition: Edition) -> tuple[Filter, ...]:
    """By what its entries can be narrowed, in the schema's order."""
    if collection.name not in edition.filters:
        edition.filters[collection.name] = tuple(_filters(collection.fields))
    return edition.filters[collection.name]


def chosen(narrowing: Filter, entry: Entry, edition: Edition) -> tuple[Choice, ...]:
    """What the entry chose."""
    first, *inner = narrowing.name.split(".")
    value = entry.values.get(first)
    return choices(_inside(value, inner) if inner else value, narrowing, edition)


def _filters(fields: Mapping[str, Field], within: str = "") -> list[Filter]:
    found: list[Filter] = []
    for field in fields.values():
        name = f"{within}{field.name}"
        if field.private:
            continue
        if field.filter:
            found.append(Filter(name, field))
        inner = field.of.fields if isinstance(field.of, Field) else field.fields
        if field.kind in {"record", "list"} and inner:
            found.extend(_filters(inner, f"{name}."))
    return found


def _inside(value: Any, names: list[str]) -> Any:
    """The value at the end of the names; of a list of records, all of theirs."""
    if isinstance(value, tuple):
        return tuple(one for each in value if (one := _inside(each, names)) is not None)
    if not names or not isinstance(value, Mapping):
        return None if names else value
    return _inside(value.get(names[0]), names[1:])


def facets(collection: Collection, edition: Edition) -> tuple[Facet, ...]:
    """The facets that some entry has a choice in, with how many entries have each choice; counted once for all pages."""
    edition.hub.gather(collection.name)
    if collection.name not in edition.facets:
        entries = edition.desk.glanced(collection.name)
        found = (_facet(each, entries, edition) for each in filters_of(collection, edition))
        edition.facets[collection.name] = tuple(facet for facet in found if facet.choices)
    return edition.facets[collection.name]


def telling(facet: Facet, total: int) -> bool:
    """Whether the facet tells entries apart: one choice that all of them have says nothing."""
    return len(facet.choices) > 1 or any(each.count != total for each in facet.choices)


def _facet(each: Filter, entries: tuple[Entry, ...], edition: Edition) -> Facet:
    counted: Counter[Choice] = Counter()
    for entry in entries:
        counted.update(chosen(each, edition.glance(entry.key), edition))
    links = tuple(
        Link(label, value, count=count) for (value, label), count in _ranked(counted, each.field)
    )
    label = edition.field_label(entries[0].collection, each.field) if entries else each.name
    first = len(links) if len(links) <= SEEN_AT_A_GLANCE else FIRST
    return Facet(each.name, label, links, first, kind_of_choice(each.field))


def _ranked(counted: Counter[Choice], field: Field) -> list[tuple[Choice, int]]:
    """What the schema lists, in its order; everything else by count, then by name."""
    listed = _listed_choices(field)
    places = {value: place for place, value in enumerate(listed)}
    return sorted(
        counted.items(),
        key=lambda pair: (
            places.get(pair[0][0], len(listed)),
            -pair[1],
            fold(pair[0][1]),
            pair[0],
        ),
    )


def _listed_choices(field: Field) -> tuple[str, ...]:
    inner = field.of
    if isinstance(inner, Field):
        return _listed_choices(inner)
    return inner or ()


def kind_of_choice(field: Field) -> str:
    """The kind of one choice: `language` for a list of languages."""
    inner = field.of
    if isinstance(inner, Field):
        return kind_of_choice(inner)
    return "choice" if inner and field.kind == "list" else field.kind


def choices(value: Any, narrowing: Filter, edition: Edition) -> tuple[Choice, ...]:
    """The choices that a value stands for, each once."""
    if value is None:
        return ()
    if isinstance(value, tuple):
        found = (one for each in value for one in choices(each, narrowing, edition))
        return tuple(dict.fromkeys(found))
    if not isinstance(value, str | SkillTarget):
        return choices_of_one(value, narrowing.field, edition)
    name = value if isinstance(value, str) else value.slug
    if name not in narrowing.known:
        narrowing.known[name] = choices_of_one(value, narrowing.field, edition)
    return narrowing.known[name]


def choices_of_one(value: Any, field: Field, edition: Edition) -> tuple[Choice, ...]:
    """What one value stands for, an item of a list or a field's only one: mostly one choice."""
    if isinstance(value, SkillTarget):
        return (
            ((value.slug, edition.skill_name(value.slug)),)
            if value.slug in edition.hub.skills
            else ()
        )
    if isinstance(value, Target):
        if value.key in edition.hub.entries and is_unlisted(edition.hub.glance(value.key)):
            return ()
        return ((value.key.partition("/")[2] or value.text, edition.link(value).label),)
    if isinstance(value, Place):
        return (
            ((value.country, country_name(value.country, edition.locale)),) if value.country else ()
        )
    return _plain_choice(value, field, edition)


def _plain_choice(value: Any, field: Field, edition: Edition) -> tuple[Choice, ...]:
    if isinstance(value, bool):
        return (("yes" if value else "no", edition.say("value.yes" if value else "value.no")),)
    if isinstance(value, str | int | float):
        kind = field.of.kind if isinstance(field.of, Field) else field.kind
        text = str(value)
        if kind in {"language", "locale"}:
            return ((text, language_name(text, edition.locale)),)
        if kind == "country":
            return ((text, country_name(text, edition.locale)),)
        return ((text, edition.choice(text)),)
    return ()
