"""Who is in a hub, what they are called, in which order lists show them, and which skills there are; and what of that is another than before."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from hubgen.model.entry import Key
from hubgen.model.hub import Skill

SKILLS = "skills"
"""The table of skills; and the collection of those that the hub defines."""


class Roster(Struct, frozen=True):
    """All names of one build."""

    keys: tuple[Key, ...] = ()
    """The hub's entries, in their order."""
    titles: tuple[tuple[str, ...], ...] = ()
    """In each language of the site, what each of them is called."""
    translations: tuple[tuple[Key, str], ...] = ()
    """Who has been translated, and into which language; sorted."""
    line: tuple[Key, ...] = ()
    """Who stands in lists, list after list."""
    skills: tuple[Skill, ...] = ()
    """All of them, wherever they are defined: their spans are empty."""

    def kept(self, keys: frozenset[Key], slugs: frozenset[str]) -> "Roster":
        """The same of these entries and skills alone."""
        skills = tuple(each for each in self.skills if each.slug in slugs)
        if keys.issuperset(self.keys):
            return replace(self, skills=skills)
        places = [place for place, key in enumerate(self.keys) if key in keys]
        return Roster(
            tuple(self.keys[place] for place in places),
            tuple(tuple(names[place] for place in places) for names in self.titles),
            tuple(each for each in self.translations if each[0] in keys),
            tuple(key for key in self.line if key in keys),
            skills,
        )

    @property
    def slugs(self) -> frozenset[str]:
        """Of all skills."""
        return frozenset(each.slug for each in self.skills)

    @property
    def lists(self) -> dict[str, tuple[Key, ...]]:
        """By collection: its list."""
        return {name: tuple(keys) for name, keys in groupby(self.line, collection_of)}

    @property
    def neighbours(self) -> dict[Key, tuple[Key, Key]]:
        """Who stands before and after whom in the line."""
        around = pairwise(pairwise(("", *self.line, "")))
        return {key: (before, after) for (before, key), (_, after) in around}


def are_alike(before: Roster, now: Roster) -> bool:
    """Whether those who are in both have the same names and translations, and stand in the same order; and of skills, whether they are what they were."""
    keys, slugs = frozenset(before.keys).intersection(now.keys), before.slugs & now.slugs
    return before.kept(keys, slugs) == now.kept(keys, slugs)


def comers_and_goers(before: Roster, now: Roster) -> frozenset[Key]:
    """Who is in one of them alone."""
    return frozenset(before.keys).symmetric_difference(now.keys)


def other_skills(before: Roster, now: Roster) -> frozenset[str]:
    """The skills that are in one of them alone."""
    return before.slugs ^ now.slugs


def places_now(before: Roster, now: Roster) -> Sequence[int]:
    """For each place of an entry before, its place now; 0 for those who are gone."""
    places = {key: place for place, key in enumerate(now.keys)}
    return [places.get(key, 0) for key in before.keys]


def other_lists(before: Roster, now: Roster) -> Iterator[str]:
    """The collections whose lists are others."""
    old, new = before.lists, now.lists
    return (name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def with_other_neighbours(before: Roster, now: Roster) -> Iterator[Key]:
    """Whoever stands between others than before, or in one of the lines alone."""
    old, new = before.neighbours, now.neighbours
    return (key for key in old.keys() | new.keys() if old.get(key) != new.get(key))


def collection_of(key: Key) -> str:
    """`members` of `members/ada`."""
    return key.partition("/")[0]
