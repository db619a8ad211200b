"""By what results of a search can be narrowed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import SkillTarget
from hubgen.model.schema import Field
from hubgen.model.search import Choice, Filter
from hubgen.model.values import Markdown
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import chosen, filters_of
from hubgen.stages.plan.search.searched_fields import leaf, searched_fields

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


def skills_of(entry: Entry, edition: Edition) -> Choices:
    """Every skill that the entry names."""
    named = map(entry.values.get, searched_fields(entry.collection, edition).skills)
    return tuple(dict.fromkeys(chain.from_iterable(_skills(each, edition) for each in named)))


def found_collection(name: str, edition: Edition) -> Choice:
    """The collection as results name it."""
    if name == "skills":
        return name, edition.say("nav.skills")
    return name, edition.label_of(edition.hub.collections[name])


def facet_column(facet: str, keys: Iterable[Key], edition: Edition) -> dict[str, Any]:
    """One facet's choices, and by row the numbers of those that it has; a glance at each entry tells them."""
    places: dict[Choice, int] = {}
    choices_of = CHOOSING.get(facet) or partial(_chosen, _meant(facet, edition))
    rows = [
        [places.setdefault(choice, len(places)) for choice in choices_of(key, edition)]
        for key in keys
    ]
    return {"name": facet, "values": list(places), "rows": rows}


def _collection_of(key: Key, edition: Edition) -> Choices:
    return (found_collection(key.partition("/")[0], edition),)


def _skills_named(key: Key, edition: Edition) -> Choices:
    name, _, slug = key.partition("/")
    if name == "skills":
        return ((slug, edition.skill_name(slug)),)
    return skills_of(edition.glance(key), edition)


CHOOSING = {"collection": _collection_of, "skill": _skills_named}
"""By facet: what the entry or skill is found under; the other facets go by fields."""


def _meant(facet: str, edition: Edition) -> dict[str, list[Filter]]:
    """By collection: the filters whose choices the facet takes; of skills, none."""
    filters = {each.name: filters_of(each, edition) for each in edition.hub.collections.values()}
    is_meant = IS_MEANT[facet]
    meant = {name: [each for each in of if is_meant(each.field)] for name, of in filters.items()}
    return {**meant, "skills": []}


def _chosen(meant: Mapping[str, Sequence[Filter]], key: Key, edition: Edition) -> Choices:
    narrowing = meant[key.partition("/")[0]]
    if not narrowing:
        return ()
    entry = edition.glance(key)
    found = (chosen(each, entry, edition) for each in narrowing)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _skills(value: object, edition: Edition) -> Iterator[Choice]:
    """Every skill that the value names, however deep."""
    if isinstance(value, SkillTarget):
        if value.slug in edition.hub.skills:
            yield value.slug, edition.skill_name(value.slug)
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            if not isinstance(each, PLAIN):
                yield from _skills(each, edition)
