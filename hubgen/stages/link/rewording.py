"""An edit of words alone: of a text or a headline, from which nothing else in the hub is derived.

Most edits are of this kind, and a hub of any size follows them by putting new words into the place of the old ones. What
counts is decided here, strictly: every other value, name, link, picture and heading of the entry must be as it was.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from hubgen.diagnostics import Span
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Hub, Target
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Markdown
from hubgen.stages.link.inheritance import lends
from hubgen.text.dates import PARTIAL_DATE

WORDS = frozenset({"markdown", "text"})
"""Kinds of which a value may be nothing but words."""


class Settings(Protocol):
    """What this wants to know of `site.yaml`."""

    @property
    def collections(self) -> Mapping[str, Collection]: ...
    @property
    def language(self) -> str: ...


class Rewording(Struct, frozen=True):
    """One entry's new words."""

    entry: Entry
    """As its file says it now, before linking."""
    words: Mapping[str, Any]
    """The fields whose words are others, with the new ones."""


def rewording(before: Entry, after: Entry, site: Settings) -> Rewording | None:
    """The difference between two readings of an entry where it is of words alone; None where more has changed."""
    collection = site.collections[after.collection]
    if _name(before) != _name(after) or set(before.spans) != set(after.spans):
        return None
    if list(before.values) != list(after.values):
        return None
    names = _names_itself(before, collection) and before.locale == site.language
    changed: dict[str, Any] = {}
    for name, value in after.values.items():
        if not same(before.values[name], value):
            own = collection.fields[name]
            if (own.body and names) or not _is_reworded(
                before.values[name], value, own, collection
            ):
                return None
            changed[name] = value
    return Rewording(after, changed)


def reword(hub: Hub, rewordings: Iterable[Rewording]) -> tuple[Hub, frozenset[Key]]:
    """The hub with other words in these entries, and all entries that show them."""
    desk = _Editor(hub, dict(hub.entries), dict(hub.translations), borrowers(hub))
    for each in rewordings:
        desk.take(each)
    return replace(hub, entries=desk.entries, translations=desk.translations), frozenset(
        desk.touched
    )


def borrowers(hub: Hub) -> dict[Key, list[Key]]:
    """By entry: those that show its profile."""
    names = {each.name: each.inherits for each in hub.collections.values() if each.inherits}
    table: dict[Key, list[Key]] = {}
    for key, entry in hub.entries.items():
        lender = entry.values.get(names[entry.collection]) if entry.collection in names else None
        if isinstance(lender, Target):
            table.setdefault(lender.key, []).append(key)
    return table


def same(before: object, after: object) -> bool:
    """Whether two values mean the same, wherever they stand in their files."""
    if before is after:
        return True
    if type(before) is not type(after):
        return False
    if isinstance(before, tuple) and isinstance(after, tuple):
        return len(before) == len(after) and all(map(same, before, after))
    if isinstance(before, dict) and isinstance(after, dict):
        return list(before) == list(after) and all(
            same(before[name], after[name]) for name in before
        )
    if isinstance(before, Struct) and not isinstance(before, Span):
        names = before.__struct_fields__
        return all(same(getattr(before, name), getattr(after, name)) for name in names)
    return isinstance(before, Span) or before == after


def _name(entry: Entry) -> tuple[object, ...]:
    return (entry.collection, entry.slug, entry.locale, entry.folder, entry.has_own_folder)


def _is_reworded(before: Any, after: Any, own: Field, collection: Collection) -> bool:
    """Whether nothing is derived from the field but what shows its words."""
    steers = own.filter or own.internal or own.default or own.private or own.public_if
    orders = {collection.title_field, collection.sort.removeprefix("-")}
    if own.kind not in WORDS or steers or own.name in orders:
        return False
    if _is_date(before) or _is_date(after):
        return False
    return not isinstance(before, Markdown) or _ways(before) == _ways(after)


def _is_date(value: object) -> bool:
    """Whether lists and feeds may go by it: a book is as new as the year in its text says."""
    return isinstance(value, str) and PARTIAL_DATE.fullmatch(value) is not None


def _names_itself(entry: Entry, collection: Collection) -> bool:
    """Whether the first words of its text are the entry's name."""
    return not collection.inherits and collection.title_field not in entry.values


def _ways(text: Markdown) -> tuple[object, ...]:
    """Everything in a text that others have to do with: where it leads, what it shows, where one can link to."""
    return (
        sorted({(each.target, each.fragment) for each in text.links}),
        sorted({(each.file, each.alt) for each in text.images}),
        sorted({each.anchor for each in text.headings}),
    )


class _Editor(Struct, frozen=True):
    hub: Hub
    entries: dict[Key, Entry]
    translations: dict[tuple[Key, str], Entry]
    borrowers: dict[Key, list[Key]]
    touched: set[Key] = field(default_factory=set)

    def take(self, each: Rewording) -> None:
        entry = each.entry
        if entry.key not in self.entries:
            return  # Nobody sees it today.
        if (entry.key, entry.locale) in self.translations:
            self._translation(each)
            return
        self._original(entry.key, each.words, each.entry)
        for key in self.borrowers.get(entry.key, ()):
            collection = self.hub.collections[key.partition("/")[0]]
            lent = {
                name: value
                for name, value in each.words.items()
                if lends(name, self.entries[key], collection)
            }
            self._original(key, lent, self.entries[key])

    def _original(self, key: Key, words: Mapping[str, Any], places: Entry) -> None:
        """Into the entry itself, and into its translations where they have no words of their own."""
        self.touched.add(key)
        self.entries[key] = _with_words(self.entries[key], words, places)
        collection = self.hub.collections[places.collection]
        for name, translation in self.translations.items():
            if name[0] == key:
                own = {each for each in translation.spans if collection.fields[each].translatable}
                rest = {each: value for each, value in words.items() if each not in own}
                self.translations[name] = _with_words(translation, rest, translation)

    def _translation(self, each: Rewording) -> None:
        entry = each.entry
        collection = self.hub.collections[entry.collection]
        own = {
            name: value
            for name, value in each.words.items()
            if collection.fields[name].translatable
        }
        name = (entry.key, entry.locale)
        self.touched.add(entry.key)
        self.translations[name] = _with_words(self.translations[name], own, entry)


def _with_words(entry: Entry, words: Mapping[str, Any], places: Entry) -> Entry:
    return replace(entry, values={**entry.values, **words}, spans=places.spans, span=places.span)
