"""By what results of a search can be narrowed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import SkillTarget
from hubgen.model.schema import Field
from hubgen.model.search import Choice
from hubgen.model.values import Markdown
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import filters_of

LANGUAGE_KINDS = frozenset({"language", "locale"})
LEVEL_FIELDS = frozenset({"level", "levels"})

IS_MEANT: dict[str, Callable[[Field], bool]] = {
    "language": lambda field: leaf(field).kind in LANGUAGE_KINDS,
    "level": lambda field: field.name in LEVEL_FIELDS,
}
"""By facet: the fields whose choices it takes, of those that directories have as filters."""

PLAIN = (str, int, date, Markdown)
"""Values that hold no others: most of them, and asked for first."""

Choices = tuple[Choice, ...]

FACETS = ("collection", "skill", "language", "level")
FIRST_FACET, *FILTERS = FACETS
"""Results stand in groups by the first one; the others are for who asks for them."""


def choices_of(facet: str, key: Key, edition: Edition) -> Choices:
    """What the entry or skill is found under."""
    name, _, slug = key.partition("/")
    if facet == FIRST_FACET:
        return (found_collection(name, edition),)
    if name == "skills":
        return ((slug, edition.skill_name(slug)),) if facet == "skill" else ()
    entry = edition.entry(key)
    if facet == "skill":
        return skills_of(entry, edition)
    meant = IS_MEANT[facet]
    fields = filters_of(edition.hub.collections[name].fields)
    chosen = (each.choices(entry, edition) for each in fields if meant(each.field))
    return tuple(dict.fromkeys(chain.from_iterable(chosen)))


def skills_of(entry: Entry, edition: Edition) -> Choices:
    """Every skill that the entry names."""
    return tuple(dict.fromkeys(_skills(entry.values, edition)))


def found_collection(name: str, edition: Edition) -> Choice:
    """The collection as results name it."""
    if name == "skills":
        return name, edition.say("nav.skills")
    return name, edition.label_of(edition.hub.collections[name])


def facet_column(facet: str, keys: Iterable[Key], edition: Edition) -> dict[str, Any]:
    """One facet's choices, and by row the numbers of those that it has."""
    places: dict[Choice, int] = {}
    rows = [
        [places.setdefault(choice, len(places)) for choice in choices_of(facet, key, edition)]
        for key in keys
    ]
    return {"name": facet, "values": list(places), "rows": rows}


def leaf(field: Field) -> Field:
    """The field itself, or that of a list's items."""
    return leaf(field.of) if isinstance(field.of, Field) else field


def _skills(value: object, edition: Edition) -> Iterator[Choice]:
    """Every skill that the value names, however deep."""
    if isinstance(value, SkillTarget):
        if value.slug in edition.hub.skills:
            yield value.slug, edition.skill_name(value.slug)
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            if not isinstance(each, PLAIN):
                yield from _skills(each, edition)
