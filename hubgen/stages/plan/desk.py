"""What every planner works with: the hub, its settings, the words of the theme, the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol
from urllib.parse import urlsplit

from hubgen.config.site import Site
from hubgen.diagnostics import Span
from hubgen.model.addresses import CONTRIBUTE
from hubgen.model.entry import Entry, Key
from hubgen.model.entry_sources import drawers_by_collection
from hubgen.model.hub import Hub, Target, is_unlisted
from hubgen.model.plan import Asset
from hubgen.model.schema import Collection
from hubgen.model.views import Picture
from hubgen.stages.plan.calendar.window import Almanac
from hubgen.stages.plan.letters import LetterPlace, letter_places
from hubgen.stages.plan.order import by_order
from hubgen.theme.values import Theme

DERIVED = frozenset(
    {
        "collections",
        "_listed",
        "line",
        "_places",
        "_almanacs",
        "_titles",
        "_letter_places",
        "children",
        "drawers",
        "has_own_contribute_page",
        "narrower",
    }
)
"""What is made of a hub's names, dates, numbers and references, and of no other words."""
LISTED, BESIDE, CHILDREN = "listed", "beside", "children"
"""The tables of what is made of names, of which it is noted who asks for which row."""
UNORDERED = 1_000_000
"""Where pages without an `order` stand: behind the others."""


class Media(Protocol):
    """Makes web pictures of photos and gives other files an address."""

    def picture(self, path: str, alt: str, span: Span) -> Picture | None: ...
    def attachment(self, path: str, span: Span) -> str | None: ...
    def assets(self) -> tuple[Asset, ...]: ...


class StaticFile(Protocol):
    """A file that is copied as it is."""

    @property
    def path(self) -> str: ...
    @property
    def digest(self) -> str: ...
    def read(self) -> bytes: ...


@dataclass(frozen=True)
class Desk:
    """Everything that a planner may look at; derived tables are made when first asked for."""

    hub: Hub
    site: Site
    theme: Theme
    today: date
    base_url: str
    """With a trailing slash; empty when nobody knows where the site will be."""
    pictures: Mapping[tuple[str, str, str], Picture] = field(default_factory=dict)
    """By the entry's folder, the file as written, and its words."""
    search_engine: str = ""
    """Of the hub's search, minisearch or index; empty when it has none."""
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By the entry's folder and the file as written: the address."""

    @property
    def base_path(self) -> str:
        """`/my-hub/` of `https://example.org/my-hub/`."""
        return urlsplit(self.base_url).path or "/"

    def reworded(self, hub: Hub, keys: frozenset[Key]) -> "Desk":
        """The desk of a hub in which only words of these entries are others: what was derived of the rest still holds."""
        fresh = replace(self, hub=hub)
        derived = self._derived()
        if {key.partition("/")[0] for key in keys} & {
            each.name for each in hub.collections.values() if each.keeps_calendar
        }:
            derived.pop("_almanacs", None)
        fresh.__dict__.update(derived)
        return fresh

    def searched(self, engine: str) -> "Desk":
        """The same desk, now that it is known how the site is searched."""
        fresh = replace(self, search_engine=engine)
        fresh.__dict__.update(self._derived())
        return fresh

    def _derived(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name in DERIVED}

    @cached_property
    def helps(self) -> Mapping[str, str]:
        """By what people are told of a field in English, in small letters: the key of the theme's message that says so."""
        english = self.theme.messages_for("en").by_key
        return {
            message.forms["other"].casefold(): key
            for key, message in english.items()
            if key.startswith("help.")
        }

    def titles(self, locale: str) -> Mapping[Key, str]:
        """By entry: what people call it in that language."""
        if locale not in self._titles:
            hub = self.hub
            translated = hub.translations
            self._titles[locale] = {
                key: hub.title(translated.get((key, locale), entry))
                for key, entry in hub.entries.items()
            }
        return self._titles[locale]

    @cached_property
    def _titles(self) -> dict[str, Mapping[Key, str]]:
        return {}

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """The collections that have a directory, and entries in it."""
        return tuple(
            each for each in self.hub.collections.values() if each.listed and self.count(each.name)
        )

    def listed(self, collection: str) -> tuple[Entry, ...]:
        """The collection's entries as lists show them: in order, without unlisted and outdated ones."""
        return tuple(map(self.hub.entries.__getitem__, self.listed_keys(collection)))

    def glanced(self, collection: str) -> tuple[Entry, ...]:
        """The same, for whoever shows nothing of their longer texts (Markdown) but the summaries on their cards."""
        return tuple(map(self.hub.glance, self.listed_keys(collection)))

    def listed_keys(self, collection: str) -> tuple[Key, ...]:
        """Their names, for whoever shows some of them."""
        self.hub.ask(LISTED, collection)
        return self._listed.get(collection, ())

    def count(self, collection: str) -> int:
        """How many they are."""
        return len(self.listed_keys(collection))

    @cached_property
    def _listed(self) -> dict[str, tuple[Key, ...]]:
        by_collection: dict[str, list[Entry]] = {}
        for entry in self.hub.entries.values():
            if not is_unlisted(entry):
                by_collection.setdefault(entry.collection, []).append(entry)
        return {
            name: self.keys(by_order(entries, self.hub.collections[name], self))
            for name, entries in by_collection.items()
        }

    def in_list_order(self, keys: Iterable[Key]) -> dict[str, list[Key]]:
        """By collection, in the order of directories: these entries as lists show them; unlisted ones are left out.

        Nothing of it is noted: others that come or go leave the order of these as it is.
        """
        shown = sorted((self._places[key], key) for key in set(keys) if key in self._places)
        by_collection: dict[str, list[Key]] = {}
        for _, key in shown:
            by_collection.setdefault(key.partition("/")[0], []).append(key)
        return by_collection

    def beside(self, key: Key) -> tuple[Key, Key]:
        """The entries before and after it in its directory; empty at the ends, and for an entry that isn't listed."""
        self.hub.ask(BESIDE, key)
        if key not in self._places:
            return "", ""
        place, start = self._places[key], key.partition("/")[0] + "/"
        around = (
            self.line[at] if at in range(len(self.line)) else "" for at in (place - 1, place + 1)
        )
        before, after = (each if each.startswith(start) else "" for each in around)
        return before, after

    @cached_property
    def line(self) -> tuple[Key, ...]:
        """All directories, laid end to end."""
        names = [each.name for each in self.hub.collections.values()]
        return tuple(key for name in names for key in self.listed_keys(name))

    @cached_property
    def _places(self) -> dict[Key, int]:
        return {key: place for place, key in enumerate(self.line)}

    def almanac(self, collection: str) -> Almanac:
        """What happens when in a collection that keeps a calendar; it holds all entries, so whoever asks has looked at them."""
        self.listed(collection)
        return self._almanacs[collection]

    @cached_property
    def _almanacs(self) -> dict[str, Almanac]:
        """By collection that keeps a calendar."""
        return {
            each.name: Almanac(each, self.listed(each.name), self.today)
            for each in self.collections
            if each.keeps_calendar
        }

    def letters(self, collection: str) -> tuple[LetterPlace, ...]:
        """Where each letter of its directory begins."""
        self.hub.ask(LISTED, collection)
        return self._letter_places.get(collection, ())

    @cached_property
    def _letter_places(self) -> dict[str, tuple[LetterPlace, ...]]:
        return {
            each.name: letter_places(self.glanced(each.name), each, self.hub)
            for each in self.collections
        }

    def below(self, key: Key) -> tuple[Key, ...]:
        """The listed pages below a plain page, in their own order."""
        self.hub.ask(CHILDREN, key)
        return self.children.get(key, ())

    @cached_property
    def children(self) -> dict[Key, tuple[Key, ...]]:
        """By plain page: the listed pages below it, in their own order."""
        table: dict[Key, list[Entry]] = {}
        for entry in self.hub.entries.values():
            parent = entry.values.get("parent")
            if isinstance(parent, Target) and not is_unlisted(entry):
                table.setdefault(parent.key, []).append(entry)
        return {
            parent: self.keys(sorted(below, key=_page_order)) for parent, below in table.items()
        }

    @cached_property
    def drawers(self) -> dict[str, int]:
        """By collection: in how many files forms find what its entries say."""
        return drawers_by_collection(self.hub.entries.values())

    @cached_property
    def has_own_contribute_page(self) -> bool:
        """Whether the page that says how to add something is one of the hub's own."""
        return f"pages/{CONTRIBUTE}" in self.hub.entries

    @cached_property
    def narrower(self) -> dict[str, tuple[str, ...]]:
        """By skill: the skills that name it as their broader one."""
        table: dict[str, list[str]] = {}
        for skill in self.hub.skills.values():
            for broader in skill.broader:
                table.setdefault(broader, []).append(skill.slug)
        return {slug: tuple(below) for slug, below in table.items()}

    def keys(self, entries: Iterable[Entry]) -> tuple[Key, ...]:
        """The entries by name."""
        return tuple(entry.key for entry in entries)


def _page_order(entry: Entry) -> tuple[int, str]:
    return (entry.values.get("order", UNORDERED), entry.slug)
