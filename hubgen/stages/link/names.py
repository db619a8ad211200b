"""By which names an entry can be referred to."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from hubgen.diagnostics.suggest import closest
from hubgen.model.entry import Entry, Key
from hubgen.model.schema import Collection
from hubgen.text.names import fold


class NameBook(Struct, frozen=True):
    """Every entry by slug and by what people call it, published or not."""

    titles: Mapping[Key, str]
    by_name: Mapping[tuple[str, str], tuple[Key, ...]]
    """(collection, folded name) to the entries of that name."""

    def by_slug(self, text: str, collections: Iterable[str]) -> Key | None:
        """The entry that `ada`, `members/ada`, `ada.yaml` or `@ada` names."""
        if text in self.titles and text.partition("/")[0] in collections:
            return text
        slug = bare_slug(text)
        wanted, _, last = slug.rpartition("/")
        for collection in collections:
            key = f"{collection}/{last}"
            if key in self.titles and wanted in {"", collection}:
                return key
        return None

    def named(self, text: str, collections: Iterable[str]) -> tuple[Key, ...]:
        """The entries with that title, accents and case aside."""
        name = fold(text)
        return tuple(key for each in collections for key in self.by_name.get((each, name), ()))

    def suggest(self, text: str, collections: tuple[str, ...]) -> Key | None:
        """The entry that was probably meant: by name, in another collection, then by likeness."""
        same_name = self.named(text, collections)
        if same_name:
            return same_name[0]
        last = bare_slug(text).rpartition("/")[2]
        elsewhere = sorted(key for key in self.titles if key.partition("/")[2] == last)
        if elsewhere:
            return elsewhere[0]
        return self._most_like(last, collections)

    def _most_like(self, text: str, collections: tuple[str, ...]) -> Key | None:
        words: dict[str, Key] = {}
        for key, title in self.titles.items():
            collection, _, slug = key.partition("/")
            if collection in collections:
                words.setdefault(slug, key)
                words.setdefault(title, key)
        guess = closest(text, words)
        return words[guess] if guess is not None else None


def bare_slug(text: str) -> str:
    """`members/ada` for `@members/ada`, `/members/ada/`, `../members/ada.md`, `content/members/ada/index.md`."""
    if text.replace("-", "").isalnum():
        return text
    parts = [
        part for part in text.strip().removeprefix("@").split("/") if part not in {"", ".", ".."}
    ]
    if parts and parts[0] == "content" and len(parts) > 1:
        parts = parts[1:]
    for suffix in (".md", ".yaml", ".yml", ".json"):
        if parts and parts[-1].endswith(suffix):
            parts[-1] = parts[-1].removesuffix(suffix)
    if len(parts) > 2 and parts[-1] == "index":
        parts = parts[:-1]
    return "/".join(parts)


def book_of(entries: Iterable[Entry], collections: Mapping[str, Collection]) -> NameBook:
    """The names of these entries."""
    titles: dict[Key, str] = {}
    by_name: dict[tuple[str, str], list[Key]] = {}
    for entry in entries:
        collection = collections[entry.collection]
        title = entry.values.get(collection.title_field)
        titles[entry.key] = title if isinstance(title, str) else entry.slug
        for name in {fold(titles[entry.key]), *_aliases(entry)}:
            by_name.setdefault((entry.collection, name), []).append(entry.key)
    return NameBook(titles, {name: tuple(sorted(keys)) for name, keys in by_name.items()})


def _aliases(entry: Entry) -> Iterable[str]:
    """Other names of a skill; elsewhere `aliases` are old addresses and name nobody."""
    if entry.collection != "skills":
        return ()
    return (fold(alias) for alias in entry.values.get("aliases", ()) if isinstance(alias, str))
