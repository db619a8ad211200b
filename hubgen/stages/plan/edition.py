"""The site in one of its languages: addresses, words, and the cards that every list of it shares."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from hubgen.model.addresses import directory_address, locale_prefix, slug_address
from hubgen.model.calendar_views import CalendarEvent
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Hub, Target
from hubgen.model.schema import Collection, Field
from hubgen.model.search import Filter, PackedRows, SearchedFields
from hubgen.model.views import (
    ROOT,
    Alternate,
    CalendarFilter,
    CardView,
    Chip,
    Facet,
    FieldView,
    Finder,
    Link,
)
from hubgen.stages.plan.desk import Desk
from hubgen.text.locales import direction, language_name
from hubgen.theme.messages import Messages

PLAIN_MARK = "pin"
"""The mark of collections that have none of their own."""


@dataclass(frozen=True)
class Edition:
    """One language of the site."""

    desk: Desk
    locale: str
    cards: dict[Key, CardView] = field(default_factory=dict)
    """Cards made so far; every list shows the same object, which is therefore rendered once."""
    chips: dict[tuple[str, str], Chip] = field(default_factory=dict)
    """By skill and relation: the chips made so far; thousands of cards show the same few."""
    choices: dict[tuple[Any, ...], FieldView | None] = field(default_factory=dict)
    """By collection, field and value: fields that thousands of entries choose alike, made once."""
    filters: dict[str, tuple[Filter, ...]] = field(default_factory=dict)
    """By collection: by what its entries can be narrowed."""
    words: dict[tuple[str, ...], str] = field(default_factory=dict)
    """The schema's words as this edition has them, looked up so far."""
    calendar_filters: dict[str, tuple[CalendarFilter, ...]] = field(default_factory=dict)
    """By calendar and part of it: the filters made so far, which all of its pages share."""
    events: dict[Key, CalendarEvent | None] = field(default_factory=dict)
    """Events as calendar files take them over, made so far: the one object stands in the calendars of all who are concerned."""
    facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict)
    """By directory: by what it can be narrowed, counted once for all of its pages."""
    finders: dict[str, Finder | None] = field(default_factory=dict)
    """By directory: the panel that all of its pages share."""
    finder_words: dict[str, tuple[dict[str, "array[int]"], ...]] = field(default_factory=dict)
    """By large directory: who has which words, found out once for all files of its finder."""
    searched_fields: dict[str, SearchedFields] = field(default_factory=dict)
    """By collection: which of its fields search looks at."""
    row_words: list[PackedRows] = field(default_factory=list)
    """The words that each row of the search index says, where they were found out ahead; `search/row_words.py` reads them."""
    search_words: dict[str, tuple[dict[str, dict[int, "array[int]"]], ...]] = field(
        default_factory=dict
    )
    """The words of the search index in drawers, by where they stand: in which rows each weighs what, found out once for all files."""
    search_choices: list[dict[str, "array[int]"]] = field(default_factory=list)
    """The choices of the search index in drawers: which rows have each, found out once for all files."""

    def reworded(self, desk: Desk, keys: frozenset[Key]) -> "Edition":
        """The same language of a hub in which only words of these entries are others."""
        cards = {key: card for key, card in self.cards.items() if key not in keys}
        return Edition(
            desk,
            self.locale,
            cards,
            chips=self.chips,
            choices=self.choices,
            filters=self.filters,
            words=self.words,
            calendar_filters=dict(self.calendar_filters),
            row_words=[] if keys else self.row_words,
        )

    @property
    def hub(self) -> Hub:
        """The hub that it shows."""
        return self.desk.hub

    @property
    def prefix(self) -> str:
        """`` or `fr/`"""
        return locale_prefix(self.locale, self.desk.site.language)

    @property
    def messages(self) -> Messages:
        """The interface's words."""
        return self.desk.theme.messages_for(self.locale)

    def say(self, key: str, /, **values: Any) -> str:
        """A message of the interface."""
        return self.messages.text(key, **values)

    def address(self, path: str) -> str:
        """The address of a page of this edition: `members/` gives `ROOT` and `fr/members/`."""
        return f"{ROOT}{self.prefix}{path}"

    def path_of(self, key: Key) -> str:
        """`members/ada/`, the same in every edition."""
        collection, _, slug = key.partition("/")
        return slug_address(slug, self.hub.collections[collection])

    def entry_url(self, key: Key) -> str:
        """The address of an entry's page."""
        return self.address(self.path_of(key))

    def skill_url(self, slug: str) -> str:
        """The address of a skill's page."""
        return self.address(f"skills/{slug}/")

    def skill_name(self, slug: str) -> str:
        """What the skill is called in this edition."""
        return self._titles.get(f"skills/{slug}") or self.hub.skills[slug].name

    @property
    def search_url(self) -> str:
        """The address of the search page; empty when there is none."""
        return self.address("search/") if self.desk.search_engine else ""

    @property
    def search_data(self) -> str:
        """The file that the search engine begins with, seen from the root: `search/documents.fr.json`."""
        what = "index" if self.desk.search_engine == "index" else "documents"
        return f"search/{what}.{self.locale}.json"

    def directory_url(self, collection: Collection) -> str:
        """The address of a directory."""
        return self.address(directory_address(collection))

    def absolute(self, url: str) -> str:
        """With the site's base URL; empty when the hub has none."""
        base = self.desk.base_url
        if not base or not url.startswith(ROOT):
            return urljoin(base, url) if base else ""
        return base + url.removeprefix(ROOT)

    def entry(self, key: Key) -> Entry:
        """The entry as this edition's readers see it."""
        return self.hub.in_locale(key, self.locale)

    def glance(self, key: Key) -> Entry:
        """The same, for whoever shows nothing of its longer texts (Markdown) but the summary on its card."""
        original = self.hub.glance(key)
        return self.hub.translations.get((key, self.locale), original)

    def title(self, key: Key) -> str:
        """The entry's name in this edition; who asks for no more hasn't looked at the entry."""
        return self._titles[key]

    @cached_property
    def _titles(self) -> Mapping[Key, str]:
        return self.desk.titles(self.locale)

    def content_lang(self, key: Key) -> str:
        """The language of an entry's words where it isn't the edition's."""
        return "" if self.is_translated(key) else self.desk.site.language

    def is_translated(self, key: Key) -> bool:
        """Whether the entry's own words are in this edition's language."""
        return self.locale == self.desk.site.language or (key, self.locale) in self.hub.translations

    def link(self, target: Target) -> Link:
        """A way to an entry, or the plain name of somebody without one."""
        if not target.key:
            return Link(target.text, "")
        return Link(
            self.title(target.key), self.entry_url(target.key), self.content_lang(target.key)
        )

    def label_of(self, collection: Collection) -> str:
        """`Members`, in the edition's language."""
        return self._word(f"collection.{collection.name}.label", collection.label)

    def singular_of(self, collection: Collection) -> str:
        """`member`, in the edition's language."""
        return self._word(f"collection.{collection.name}.singular", collection.singular)

    def description_of(self, collection: Collection) -> str:
        """The sentence above its directory, in the edition's language."""
        return self._word(f"collection.{collection.name}.description", collection.description)

    def description_lang(self, collection: Collection) -> str:
        """The language of that sentence where it isn't the edition's."""
        key, own = f"collection.{collection.name}.description", collection.description
        if not own or self._word(key, own) != own:
            return ""
        written = "en" if self._is_themes(key, own) else self.desk.site.language
        return "" if written == self.locale else written

    def icon_of(self, collection: Collection) -> str:
        """The collection's mark, or a pin where the theme has no icon of that name."""
        return collection.icon if collection.icon in self.desk.theme.icons else PLAIN_MARK

    def field_label(self, collection: str, each: Field) -> str:
        """What the field is called on pages."""
        asked = ("field", collection, each.name, each.label)
        if asked not in self.words:
            self.words[asked] = self._field_label(collection, each)
        return self.words[asked]

    def _field_label(self, collection: str, each: Field) -> str:
        own = each.label or each.name.replace("_", " ").capitalize()
        translated = self._word(f"field.{collection}.{each.name}", own)
        return translated if translated != own else self._word(f"field.{each.name}", own)

    def field_help(self, collection: str, each: Field) -> str:
        """What the person who fills in the field is told: by its name, or as another one of which the same is said."""
        alike = self.desk.helps.get(each.help.casefold(), "")
        for key in (f"help.{collection}.{each.name}", f"help.{each.name}", alike):
            if (translated := self._word(key, each.help)) != each.help:
                return translated
        return each.help

    def inverse_label(self, text: str) -> str:
        """What the other end of a reference calls it."""
        return self._word("inverse." + text.lower().replace(" ", "_"), text)

    def choice(self, text: str) -> str:
        """One of the schema's choices, such as `study group`."""
        key = "choice." + text.lower().replace(" ", "_").replace("-", "_")
        return self._word(key, text)

    def answer(self, collection: str, field: str, text: str) -> str:
        """The same where it stands without its label, on a card: the theme may know words that say what is meant by a mere yes."""
        asked = ("answer", collection, field, text)
        if asked not in self.words:
            words = self.messages.get(f"answer.{collection}.{field}.{text.lower()}")
            self.words[asked] = words or self.choice(text)
        return self.words[asked]

    @property
    def original(self) -> "Edition":
        """The edition in the hub's own language."""
        return Edition(self.desk, self.desk.site.language)

    @property
    def _versions(self) -> tuple["Edition", ...]:
        return tuple(Edition(self.desk, locale) for locale in self.desk.site.languages)

    def _word(self, key: str, own: str) -> str:
        """A word of the schema: the hub's own translation, then the theme's where the hub left the English one."""
        translated = self.desk.site.in_language(own, self.locale)
        if translated != own or self.locale == "en":
            return translated
        return (self.messages.get(key) or own) if self._is_themes(key, own) else own

    def _is_themes(self, key: str, own: str) -> bool:
        """Whether the hub left the word as the theme has it in English."""
        english = self.desk.theme.messages_for("en").get(key)
        return english is not None and english.casefold() == own.casefold()

    def alternates(self, path: str, key: Key = "") -> tuple[Alternate, ...]:
        """The same page in all languages of the site; empty where there is only one."""
        if len(self.desk.site.languages) < 2:
            return ()
        return tuple(
            Alternate(
                locale=each.locale,
                label=language_name(each.locale, each.locale),
                url=each.address(path),
                dir=direction(each.locale),
                translated=not key or each.is_translated(key),
                absolute=self.absolute(each.address(path)),
            )
            for each in self._versions
        )
