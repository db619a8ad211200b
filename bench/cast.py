"""Who and what is in a synthetic hub: names and slugs of everything, before any of it is described."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from random import Random
from typing import Final

from bench.prose import Prose
from bench.vocabulary import (
    ADJECTIVES,
    AREAS,
    FIRST_NAMES,
    LAST_NAMES,
    PLACES,
    PRACTICES,
    THINGS,
    VERBS,
    Place,
)

FEWEST: Final = 10
"""Entries of the smallest hub: one mentor, one event, two resources, and people."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a page."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """A member."""

    slug: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cast:
    """All names of a hub; what each entry says is drawn from them."""

    seed: int
    skills: tuple[Named, ...]
    """The best known first."""
    known: tuple[float, ...]
    """How well each skill is known, summed up: by Zipf's law, the n-th one n times less than the first."""
    members: tuple[Person, ...]
    mentors: tuple[Person, ...]
    resources: tuple[Named, ...]
    events: tuple[Named, ...]
    groups: tuple[Named, ...]
    news: tuple[Named, ...]
    pages: tuple[Named, ...]

    def chance(self, collection: str, number: int) -> Random:
        """What decides about one entry: the same whatever is said of the others."""
        return Random(f"{self.seed}/{collection}/{number}")

    def skill_name(self, chance: Random) -> str:
        """The name of a skill, the well-known ones more often."""
        return self._skill(chance).name

    def skill_slugs(self, chance: Random, fewest: int, most: int) -> tuple[str, ...]:
        """So many different skills, the well-known ones more often."""
        count = chance.randint(fewest, most)
        found: dict[str, None] = {}
        while len(found) < count:
            found[self._skill(chance).slug] = None
        return tuple(found)

    def prose(self, chance: Random) -> Prose:
        """A writer for one entry, with a few links to the others."""
        return Prose(chance, partial(self.skill_name, chance), tuple(self._links(chance)))

    def some_members(
        self, chance: Random, fewest: int, most: int, but: str = ""
    ) -> tuple[str, ...]:
        """The slugs of so many different members, if there are as many."""
        count = min(chance.randint(fewest, most), len(self.members))
        return tuple(each.slug for each in chance.sample(self.members, count) if each.slug != but)

    def _skill(self, chance: Random) -> Named:
        (skill,) = chance.choices(self.skills, cum_weights=self.known)
        return skill

    def _links(self, chance: Random) -> Iterable[str]:
        for _ in range(3):
            yield _link(chance, "members", chance.choice(self.members))
        for _ in range(2):
            yield _link(chance, "resources", chance.choice(self.resources))
        yield _link(chance, "groups", chance.choice(self.groups))
        yield _link(chance, "skills", self._skill(chance))


def make_cast(entries: int, seed: int) -> Cast:
    """The names of a hub with that many members, mentors, resources and events together."""
    if entries < FEWEST:
        raise ValueError(f"a hub has at least {FEWEST} entries")
    mentors, resources, events = entries // 10, entries // 5, entries // 10
    members = _people(Random(f"{seed}/names"), entries - mentors - resources - events)
    skills = _skills(Random(f"{seed}/skills"))
    return Cast(
        seed=seed,
        skills=skills,
        known=tuple(accumulate(1 / rank for rank in range(1, len(skills) + 1))),
        members=members,
        mentors=tuple(Random(f"{seed}/mentors").sample(members, mentors)),
        resources=_titled(
            seed, "resources", resources, "{adjective} {skill} with {a_thing}", skills
        ),
        events=_titled(seed, "events", events, "{skill}: {verb} {a_thing}", skills),
        groups=_titled(
            seed, "groups", max(2, min(40, entries // 250)), "{name} circle for {skill}", skills
        ),
        news=_titled(
            seed, "news", max(3, min(60, entries // 200)), "{name} opens a room for {skill}", skills
        ),
        pages=tuple(Named(slug, name) for slug, name in PAGES.items()),
    )


PAGES: Final = {
    "about": "About this hub",
    "field-guide": "Field guide",
    "how-to-join": "How to join",
    "house-rules": "House rules",
    "privacy": "Privacy",
}


def slug_of(name: str) -> str:
    """The name in the letters of an address."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _people(chance: Random, count: int) -> tuple[Person, ...]:
    """People of different names as long as there are enough; afterwards, namesakes."""
    every = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]
    chance.shuffle(every)
    names = [every[number % len(every)] for number in range(count)]
    return tuple(
        Person(slug, name, chance.choice(PLACES))
        for slug, name in zip(_slugs(names), names, strict=True)
    )


def _skills(chance: Random) -> tuple[Named, ...]:
    names = [*AREAS, *(f"{area} {practice}" for area in AREAS for practice in PRACTICES)]
    chance.shuffle(names)
    return tuple(Named(slug_of(name), name) for name in names)


def _titled(
    seed: int, collection: str, count: int, pattern: str, skills: Sequence[Named]
) -> tuple[Named, ...]:
    chance = Random(f"{seed}/{collection}")
    titles = [_title(pattern, chance, skills) for _ in range(count)]
    return tuple(Named(slug, title) for slug, title in zip(_slugs(titles), titles, strict=True))


def _title(pattern: str, chance: Random, skills: Sequence[Named]) -> str:
    thing = chance.choice(THINGS)
    return pattern.format(
        adjective=chance.choice(ADJECTIVES),
        skill=chance.choice(skills).name,
        verb=chance.choice(VERBS),
        a_thing=f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}",
        name=Prose(chance, str, ()).name(),
    )


def _slugs(names: Iterable[str]) -> list[str]:
    """A slug for each name; whoever comes second under a name gets a number."""
    seen: dict[str, int] = {}
    slugs = []
    for name in names:
        slug = slug_of(name)
        seen[slug] = seen.get(slug, 0) + 1
        slugs.append(slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
    return slugs


def _link(chance: Random, collection: str, target: Named | Person) -> str:
    """A link by reference, in one of its two forms."""
    address = f"{collection}/{target.slug}"
    return f"[[{address}]]" if chance.random() < 0.5 else f"[{target.name}]({address})"
