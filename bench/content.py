"""What a hub says, whoever made it, as plain values: each peer's own file writes them its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from bench.processes import Failed

T = TypeVar("T")

ON_CARDS: Final = 3
"""How many values a card shows besides name, summary and skills."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill as it is linked to."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what its page shows, and what its card does."""

    path: str
    """Its file, relative to the hub."""
    collection: str
    kind: str
    """What one of its collection is called."""
    slug: str
    title: str
    summary: str
    skills: tuple[Skill, ...]
    """All that it offers, seeks or is about: each of their pages lists it."""
    skills_field: str
    """The field that names them in its file; empty without one."""
    text_field: str
    """The field that holds the text in its file; empty where it stands below the fields."""
    fields: Mapping[str, str]
    """Whatever else it says, by label, as text."""
    body: str
    """Markdown; its links are addresses of the site."""
    date: str = ""
    """When it was news: the feed is made of those that have one."""

    @property
    def facts(self) -> tuple[str, ...]:
        """What the card shows besides."""
        return tuple(self.fields.values())[:ON_CARDS]

    def said(self, skills: Sequence[str]) -> dict[str, Any]:
        """All but its text, as fields by the names that the peers' templates know; skills as the peer wants them."""
        return {
            "title": self.title,
            "date": self.date,
            "kind": self.kind,
            "summary": self.summary,
            "skills": tuple(skills),
            "facts": self.facts,
            "fields": self.fields,
        }


@dataclass(frozen=True, slots=True)
class Content:
    """All of a hub that stands in lists, in its first language."""

    entries: tuple[Entry, ...]
    skills: tuple[Skill, ...]
    """The best known first."""
    collections: Mapping[str, str]
    """Those that have entries, and news: the heading of each by its name."""
    translations: tuple[str, ...] = ()
    """Files in other languages."""

    def of(self, collection: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.collection == collection)


def content_of(folder: Path) -> Content:
    """What the hub in that folder says; raises Failed where hubgen would not build it."""
    # It takes half of hubgen, which whoever measures does not hold: see `apart`.
    from bench.reading import read_content

    return read_content(folder)


def whom_to_edit(content: Content) -> tuple[Entry, Entry]:
    """Whose text and whose skills are edited: the first members, in Markdown, or whoever has a file of their own."""
    sizes = {name: len(content.of(name)) for name in content.collections}
    files = [entry for entry in content.entries if entry.path.count("/") > 1 and entry.body]
    files.sort(key=lambda entry: _likeliness(entry, sizes))
    able = (each for each in (*files[1:], *files[:1]) if _may_learn(each, content))
    learner = next(able, None)
    writer = next((each for each in files if each is not learner), None)
    if learner is None or writer is None:
        raise Failed(
            "it takes two entries in files of their own, with a text, and one of them with a list of skills"
        )
    return writer, learner


def _likeliness(entry: Entry, sizes: Mapping[str, int]) -> tuple[Any, ...]:
    """How soon somebody is chosen to edit their file."""
    collection = entry.collection
    members_first = (collection != "members", -sizes[collection], collection)
    return (*members_first, not entry.path.endswith(".md"), entry.slug)


def _may_learn(entry: Entry, content: Content) -> bool:
    return entry.skills_field != "" and other_skills(entry, content) != ()


def other_skills(entry: Entry, content: Content) -> tuple[Skill, ...]:
    """Those that the entry could name besides, the best known first."""
    return tuple(skill for skill in content.skills if skill not in entry.skills)


def one_of(skills: Sequence[T], number: int) -> T:
    """Another one in each round: neither the best known nor one that hardly anybody names."""
    return skills[(20 + number) % len(skills)]
