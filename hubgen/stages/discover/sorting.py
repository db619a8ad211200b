"""What each file below `content/` is: an entry, a whole collection, something beside an entry, or a mistake."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from hubgen.config.collections import built_in
from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import closest
from hubgen.files.reading import FoundFile, Refused
from hubgen.model.schema import Collection
from hubgen.model.source import Shape

CONTENT = "content"
ENTRY_SUFFIXES = frozenset({".yaml", ".yml", ".md", ".json"})
MANY_SUFFIXES = frozenset({".yaml", ".yml", ".json", ".csv"})

_STRAY = {
    **dict.fromkeys(
        (".markdown", ".mdown", ".mkd", ".mdx", ".rst", ".org", ".txt"), "rename it to end in .md"
    ),
    **dict.fromkeys((".html", ".htm"), "write the text as Markdown in a .md file"),
    **dict.fromkeys((".toml", ".ini", ".xml"), "write the fields as YAML in a .yaml file"),
    **dict.fromkeys(
        (".xlsx", ".xls", ".ods", ".numbers", ".tsv"), "save the table as .csv in content/"
    ),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf"), "paste the text into a .md file"),
}
"""Files that look as if somebody meant them as content, and what to do with each."""

_REMOVED = "removed"
"""`content/removed.yaml` names who left; another stage reads it."""
_FOR_PEOPLE = frozenset(
    {"README", "LICENSE", "LICENCE", "CONTRIBUTING", "CHANGELOG", "NOTICE", "AUTHORS"}
)
"""Written in capitals, these speak to people who look at the repository."""
_PICTURE_FOLDERS = frozenset(
    {"images", "img", "photos", "pictures", "media", "files", "assets", "slides"}
)
"""Folders that hold files for several entries, and aren't meant as one."""


class HubShape(Protocol):
    """As much of the hub's settings as finding its files takes."""

    @property
    def collections(self) -> Mapping[str, Collection]:
        """By name."""

    @property
    def language(self) -> str:
        """The default one."""

    @property
    def languages(self) -> tuple[str, ...]:
        """All that file names may carry."""


class Candidate(Struct, frozen=True):
    """A file that holds an entry or a collection, under the name that it was given."""

    found: FoundFile
    collection: str
    shape: Shape
    name: str
    """Without language and suffix, as written; the folder's name for `index.md`."""
    locale: str


class Sorter:
    """Takes files one by one, and gives the candidates when all have been seen."""

    def __init__(self, site: HubShape, report: Report) -> None:
        self._site = site
        self._report = report
        self._languages = {language.casefold(): language for language in site.languages}
        self._candidates: list[Candidate] = []
        self._unknown: set[str] = set()
        self._folders: dict[tuple[str, str], list[str]] = {}
        """The files of each folder inside a collection, index files apart."""
        self._indexed: set[tuple[str, str]] = set()
        self._is_empty = True

    def take(self, each: FoundFile | Refused) -> None:
        """Decide what one file is."""
        self._is_empty = False
        if isinstance(each, Refused):
            self._report.add(each.code, Span(each.path), each.reason, help=each.help)
            return
        match each.path.split("/")[1:]:
            case [name]:
                self._take_many(each, name)
            case [collection, *rest] if collection not in self._site.collections:
                self._refuse_collection(each.path, collection, is_folder=bool(rest))
            case [collection, name]:
                self._take_entry(each, collection, name)
            case [collection, folder, *rest]:
                self._take_beside(each, (collection, folder), rest)

    def finish(self) -> tuple[Candidate, ...]:
        """The candidates, after the last word on folders without an index."""
        if self._is_empty:
            message = "the hub has no content yet"
            advice = (
                "put entries into folders named after their collections: content/members/ada.yaml"
            )
            self._report.add("HG150", Span(CONTENT), message, help=advice)
        for key, paths in self._folders.items():
            entries = [path for path in paths if _might_be_entry(path)]
            if key in self._indexed:
                self._beside_index(key[1], entries)
            elif entries or key[1].casefold() not in _PICTURE_FOLDERS:
                self._without_index(key, entries or paths, is_entry=bool(entries))
        return tuple(self._candidates)

    # ------------------------------------------------------------ files

    def _take_many(self, found: FoundFile, name: str) -> None:
        stem, suffix = _parted(name)
        collection, locale = self._name_and_locale(stem)
        if stem in _FOR_PEOPLE or (stem == _REMOVED and suffix in {".yaml", ".yml"}):
            return
        if suffix == ".md":
            advice = f"move it to content/pages/{name}"
            message = "entries lie in the folder of their collection"
            self._report.add("HG152", Span(found.path), message, help=advice)
        elif suffix not in MANY_SUFFIXES:
            self._refuse_stray(found.path, suffix)
        elif collection in self._site.collections:
            self._candidates.append(Candidate(found, collection, "many", collection, locale))
        else:
            self._refuse_collection(found.path, collection, is_folder=False)

    def _take_entry(self, found: FoundFile, collection: str, name: str) -> None:
        stem, suffix = _parted(name)
        if stem in _FOR_PEOPLE:
            return
        if suffix in ENTRY_SUFFIXES:
            slug, locale = self._name_and_locale(stem)
            self._candidates.append(Candidate(found, collection, "entry", slug, locale))
        elif suffix == ".csv":
            message = "a table holds a whole collection and lies beside its folder"
            advice = f"move it to content/{collection}.csv"
            self._report.add("HG152", Span(found.path), message, help=advice)
        else:
            self._refuse_stray(found.path, suffix)

    def _take_beside(self, found: FoundFile, key: tuple[str, str], rest: list[str]) -> None:
        """A file in a folder: the entry itself when it is the index, else something of the entry's own."""
        stem, suffix = _parted(rest[-1])
        name, locale = self._name_and_locale(stem)
        is_index = suffix in ENTRY_SUFFIXES and name.casefold() == "index"
        if is_index and len(rest) == 1:
            self._indexed.add(key)
            self._folders.setdefault(key, [])
            self._candidates.append(Candidate(found, key[0], "folder", key[1], locale))
        elif is_index:
            message = "an entry's folder lies directly in the folder of its collection"
            advice = f"move it to content/{key[0]}/{rest[-2]}/{rest[-1]}"
            self._report.add("HG157", Span(found.path), message, help=advice)
        elif len(rest) == 1:
            self._folders.setdefault(key, []).append(found.path)

    def _name_and_locale(self, stem: str) -> tuple[str, str]:
        name, _, end = stem.rpartition(".")
        locale = self._languages.get(end.replace("_", "-").casefold()) if name else None
        return (name, locale) if locale else (stem, self._site.language)

    # ------------------------------------------------------------ mistakes

    def _refuse_stray(self, path: str, suffix: str) -> None:
        if suffix in _STRAY:
            message = f"files that end in {suffix} are not read"
            self._report.add("HG152", Span(path), message, help=_STRAY[suffix])

    def _refuse_collection(self, path: str, name: str, *, is_folder: bool) -> None:
        is_content = _parted(path)[1] in ENTRY_SUFFIXES | MANY_SUFFIXES | _STRAY.keys()
        if name in self._unknown or not is_content:
            return
        self._unknown.add(name)
        what = f"the folder content/{name}/" if is_folder else "this file"
        why = (
            f"site.yaml hides '{name}'" if name in built_in() else f"there is none called '{name}'"
        )
        message = f"{what} belongs to no collection: {why}"
        self._report.add("HG151", Span(path), message, help=self._right_collection(name))

    def _right_collection(self, name: str) -> str:
        if name in built_in():
            return f"take `{name}: false` out of site.yaml, or move this out of content/"
        plain = name.casefold().replace("_", "-")
        for known in self._site.collections.values():
            if plain in {known.name, known.singular.casefold(), known.label.casefold()}:
                return f"did you mean '{known.name}'?"
        guess = closest(name, self._site.collections)
        if guess is not None:
            return f"did you mean '{guess}'? Otherwise define '{name}' under `collections` in site.yaml"
        return f"define '{name}' under `collections` in site.yaml, or move it out of content/"

    def _without_index(self, key: tuple[str, str], paths: list[str], *, is_entry: bool) -> None:
        collection, folder = key
        place = f"content/{collection}/{folder}"
        message = f"the folder {place}/ holds no index.md and no index.yaml, so it is no entry"
        advice = f"write {place}/index.md"
        if is_entry and len(paths) == 1:
            name = paths[0].rpartition("/")[2]
            advice = f"rename {name} to index{_parted(name)[1]}"
        elif is_entry:
            advice = f"move its files to content/{collection}/"
        self._report.add("HG153", Span(paths[0]), message, help=advice)

    def _beside_index(self, folder: str, paths: list[str]) -> None:
        for path in paths:
            if path.endswith(".md"):
                message = f"this text lies in the folder of '{folder}' and gets no page of its own"
                advice = "move it one folder up to make it an entry"
                self._report.add("HG157", Span(path), message, help=advice)


def _might_be_entry(path: str) -> bool:
    stem, suffix = _parted(path.rpartition("/")[2])
    return suffix in ENTRY_SUFFIXES and stem not in _FOR_PEOPLE


def _parted(name: str) -> tuple[str, str]:
    """The name without its suffix, and the suffix in small letters."""
    stem, dot, end = name.rpartition(".")
    return (stem, dot + end.lower()) if dot else (name, "")
