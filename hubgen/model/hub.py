"""The hub as a whole: every published entry, linked to every other."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from hubgen.diagnostics import Span
from hubgen.model.entry import Entry, Key
from hubgen.model.noting import NotedEntries, row_name
from hubgen.model.schema import Collection

GATHERED = "gathered"
"""The table, which nobody keeps, of what was gathered from the values of each collection's entries."""


class Target(Struct, frozen=True):
    """What a `Reference` turned out to mean; it takes the reference's place in an entry's values."""

    text: str
    """The name to show where there is no entry."""
    key: Key = ""
    """`members/ada`; empty for somebody without an entry."""


class SkillTarget(Struct, frozen=True):
    """What a `SkillUse` turned out to mean; it takes the use's place in an entry's values."""

    slug: str
    """A key of `Hub.skills`."""


class Skill(Struct, frozen=True):
    """Something that people offer, seek, or make things about."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    known: bool = True
    """Named in the hub's `skills`; otherwise entries made it up and it has a page all the same."""
    span: Span = field(default_factory=lambda: Span(""))
    """Where it is defined, or first used."""


class Backlink(Struct, frozen=True):
    """One entry's reference, seen from the entry to which it points."""

    source: Key
    field: str
    """The top-level field of the source that holds the reference."""
    label: str
    """How this end calls it: `Spoke at`; empty when it isn't shown."""


class Use(Struct, frozen=True):
    """An entry that names a skill, and in which sense."""

    key: Key
    relation: str
    """offers, seeks, about"""


class Destination(Struct, frozen=True):
    """Where a link inside a Markdown text leads."""

    kind: Literal["entry", "skill", "directory", "home", "file", "nowhere"]
    name: str = ""
    """The entry's key, the skill's slug, the collection's name, or the file's path relative to the hub."""


class Hub(Struct, frozen=True):
    """Everything that is published, in the order of keys."""

    collections: Mapping[str, Collection]
    entries: Mapping[Key, Entry]
    """In the default locale; unlisted ones too."""
    translations: Mapping[tuple[Key, str], Entry] = field(default_factory=dict)
    """Whole entries in another locale: translated fields over the default locale's."""
    skills: Mapping[str, Skill] = field(default_factory=dict)
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    """By skill: who names it. Unlisted entries don't show here."""
    backlinks: Mapping[Key, tuple[Backlink, ...]] = field(default_factory=dict)
    """By entry: what points to it. Unlisted entries don't show here."""
    destinations: Mapping[tuple[str, str], Destination] = field(default_factory=dict)
    """By (the folder of the entry, the link's target as written)."""
    removed: tuple[Key, ...] = ()
    """Entries that left the hub for good."""
    unpublished: frozenset[Key] = frozenset()
    """Drafts, hidden, expired and future entries: known by name only, so that links to them can be left out."""
    boundaries: tuple[date, ...] = ()
    """Days on which the unchanged content makes another hub, sorted."""

    def of(self, collection: str) -> tuple[Entry, ...]:
        """The collection's entries, unlisted ones too, by slug."""
        return tuple(entry for entry in self.entries.values() if entry.collection == collection)

    def in_locale(self, key: Key, locale: str) -> Entry:
        """The entry in that locale, or in the default one where it has no translation."""
        return self.translations.get((key, locale), self.entries[key])

    def glance(self, key: Key) -> Entry:
        """The entry, for whoever shows nothing of its longer texts (Markdown) but the summary on its card."""
        entries = self.entries
        return entries.glance(key) if isinstance(entries, NotedEntries) else entries[key]

    def glance_at_all(self) -> None:
        """Note that of every entry at once, for whoever shows what was made of all of them, be it for another page."""
        if isinstance(self.entries, NotedEntries):
            self.entries.glance_at_all()

    def gather(self, collection: str) -> None:
        """Note that something is shown that was gathered from values of all of the collection's entries, be it for another page."""
        self.ask(GATHERED, collection)

    def ask(self, table: str, key: str) -> None:
        """Note that the row of a table was looked at, be it one that nobody keeps."""
        if isinstance(self.entries, NotedEntries):
            self.entries.note_row(row_name(table, key))

    def title(self, entry: Entry) -> str:
        """What people call it."""
        title = entry.values.get(self.collections[entry.collection].title_field)
        return title if isinstance(title, str) else entry.slug


def is_unlisted(entry: Entry) -> bool:
    """Whether it has a page and stands in no list, feed, search or sitemap."""
    visibility: str = entry.values.get("visibility", "public")
    return visibility != "public"
