"""What a change causes in a large hub, from the entries that it concerns: they alone are read and linked, before and after.

What any other entry says can't differ, so what is said of it is the same in both versions and drops out. Whatever isn't clearly
such a change is left to those who look at the whole hub: `None`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hubgen.config.site import Site
from hubgen.diagnostics import Diagnostic, Report, Span
from hubgen.files.reading import HubFolder
from hubgen.history import Change
from hubgen.incremental.facts import EntryFacts, FileFacts, HubFacts, facts_of_file, load_facts
from hubgen.incremental.inputs import input_names
from hubgen.incremental.records import FileRecord
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.source import Source
from hubgen.model.values import ImageUse, Markdown, texts_of
from hubgen.review.words import shape
from hubgen.stages.discover import discover_stamped
from hubgen.stages.link import link
from hubgen.workshop import Workshop
from hubgen.workshop.reading import REMOVED, FileReader, read_removed
from hubgen.workshop.settings import settings_of

MOST = 200
"""Files that are read: beyond, the whole hub is as quick."""
NAMING = frozenset({"HG201", "HG204"})
"""What is said with a guess at what was meant: that takes the names of all entries."""
LISTS = re.compile(r"^skills/|(?:^|/)(?:page|calendar)/")
"""Old addresses where pages may come and go that nobody wrote."""
PUBLICITY = ("visibility", "draft", "publish_on", "expires", "id", "aliases")
"""Fields that decide how other entries see one."""


@dataclass(frozen=True, slots=True)
class Both:
    """What is said before a change and after it, of the entries that it concerns."""

    before: tuple[Diagnostic, ...]
    after: tuple[Diagnostic, ...]
    entries: int
    """Of the files that changed, afterwards."""


def look_quickly(changes: tuple[Change, ...], earlier: HubFolder, shop: Workshop) -> Both | None:
    """Both sides of a change of content; None where that takes the whole hub."""
    site = settings_of(shop, Report())
    tops = input_names(site.static)
    changes = tuple(each for each in changes if each.path.split("/")[0] in tops)
    if not all(_is_content(each) for each in changes):
        return None
    known = load_facts(shop.cache, site)
    if known is None:
        return None
    paths = frozenset(each.path for each in changes)
    look = _Look(site, known, paths, shop, earlier)
    if look.is_strange or look.is_far_reaching:
        return None
    return look.both()


def _is_content(change: Change) -> bool:
    is_plain = not (change.before and not change.before.is_ordinary)
    return (
        change.path.startswith("content/")
        and change.path != REMOVED
        and is_plain
        and change.after_mode in {"", "100644", "100755"}
    )


@dataclass(frozen=True)
class _Look:
    site: Site
    known: HubFacts
    paths: frozenset[str]
    shop: Workshop
    earlier: HubFolder

    # ------------------------------------------------------------ files

    @cached_property
    def _now(self) -> tuple[tuple[Source, ...], Report]:
        return self._discovered(self.shop.folder)

    @cached_property
    def _then(self) -> tuple[tuple[Source, ...], Report]:
        """Where no file came or went, names are what they are."""
        sources, said = self._now
        there = {each.path for each in sources}
        if all(path in there and self.earlier.find(path) is not None for path in self.paths):
            return sources, said
        return self._discovered(self.earlier)

    def _discovered(self, folder: HubFolder) -> tuple[tuple[Source, ...], Report]:
        report = Report()
        found = discover_stamped(folder, self.site, self.known.stamps, report)
        return found.sources, report

    @cached_property
    def old(self) -> dict[str, FileRecord]:
        """What the changed files gave."""
        reader = FileReader(self.earlier, self.site)
        return {s.path: reader.read(s) for s in self._then[0] if s.path in self.paths}

    @cached_property
    def new(self) -> dict[str, FileRecord]:
        """What they give."""
        return self._read(self.paths)

    def _read(self, paths: Iterable[str]) -> dict[str, FileRecord]:
        wanted = frozenset(paths)
        reader = FileReader(self.shop.folder, self.site)
        return {s.path: reader.read(s) for s in self._now[0] if s.path in wanted}

    @cached_property
    def others(self) -> dict[str, FileFacts] | None:
        """What is known of all files that didn't change; None where too many have since the last build."""
        files: dict[str, FileFacts] = {}
        stale = []
        for source in self._now[0]:
            if source.path in self.paths:
                continue
            facts = self.known.files.get(source.path)
            if facts is not None and facts.holds_for(source):
                files[source.path] = facts
            else:
                stale.append(source)
        if len(stale) > MOST:
            return None
        reader = FileReader(self.shop.folder, self.site)
        for source in stale:
            record = reader.read(source)
            files[source.path] = facts_of_file(source, source.digest, record.entries, self.site)
        return files

    # ------------------------------------------------------------ what is clearly small

    @property
    def is_strange(self) -> bool:
        """Whether something else than entries changed, or more than is worth it."""
        read = {*self.old, *self.new}
        return read != self.paths or len(read) > MOST or self.others is None

    @property
    def is_far_reaching(self) -> bool:
        """Whether the change can concern entries that don't name what changed."""
        pairs = [
            (one, other)
            for one, other in _pairs(self.old.values(), self.new.values())
            if one is None or other is None or shape(one.values) != shape(other.values)
        ]
        return any(self._reaches_far(one, other) for one, other in pairs)

    def _reaches_far(self, one: Entry | None, other: Entry | None) -> bool:
        entry = other or one
        if entry is None or entry.collection == "skills":
            return True
        collection = self.site.collections[entry.collection]
        circling = [each.name for each in collection.fields.values() if each.acyclic]
        values = tuple(each.values if each is not None else {} for each in (one, other))
        if any(shape(values[0].get(n)) != shape(values[1].get(n)) for n in circling):
            return True
        if values[0].get("aliases") != values[1].get("aliases"):
            return True
        if _files(values[0], collection) != _files(values[1], collection):
            return True
        return self._meets_pages(entry) or (one is None and self._takes_address(entry))

    def _meets_pages(self, entry: Entry) -> bool:
        """Whether somebody has an address where pages of lists, months and words come and go."""
        if self.shop.folder.holds(f"{self.site.static}/{entry.collection}"):
            return True
        return any(LISTS.search(old) for old in self._old_addresses)

    @cached_property
    def _old_addresses(self) -> tuple[str, ...]:
        facts = (each for each in self._facts if each.collection != "skills")
        return tuple(name.casefold().lstrip("/") for each in facts for name in each.other_names)

    def _takes_address(self, entry: Entry) -> bool:
        """Whether somebody may have the new entry's address already."""
        pattern = self.site.collections[entry.collection].url
        if pattern != f"{entry.collection}/{{slug}}/" or len(entry.slug) < 3:
            return True
        url = f"{entry.collection}/{entry.slug}"
        is_first = not any(each.collection == entry.collection for each in self._facts)
        return is_first or any(url in old for old in self._old_addresses)

    # ------------------------------------------------------------ what it concerns

    @property
    def _facts(self) -> Iterator[EntryFacts]:
        return (each for file in (self.others or {}).values() for each in file.entries)

    def both(self) -> Both | None:
        """What is said on both sides."""
        concerned = self._concerned()
        if len(concerned) > MOST:
            return None
        beside = self._read(concerned)
        before, after = (
            self._said(records, beside, whole=False) for records in (self.old, self.new)
        )
        fresh = _words(after) - _words(before)
        if any(code == "HG204" and "skills/" in message for code, _, message in fresh):
            return None  # Words that others made up are skills, too.
        if NAMING & {code for code, _, _ in fresh}:
            before, after = (
                self._said(records, beside, whole=True) for records in (self.old, self.new)
            )
        entries = sum(len(record.entries) for record in self.new.values())
        return Both(
            self._weighed((*self._then[1].found, *before)),
            self._weighed((*self._now[1].found, *after)),
            entries,
        )

    def _weighed(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        report = Report()
        shop = replace(self.shop, report=report)
        shop.weigh(self.site)
        report.include(found)
        return report.diagnostics

    def _concerned(self) -> set[str]:
        """The files whose entries name one of the changed, where those are seen in another way; and all that these name."""
        words: set[str] = set()
        for one, other in _pairs(self.old.values(), self.new.values()):
            if self._face(one) != self._face(other):
                words |= {name for each in (one, other) if each for name in self._names(each)}
        changed = [
            entry
            for records in (self.old, self.new)
            for record in records.values()
            for entry in record.entries
        ]
        files = self.others or {}
        naming = {p for p, f in files.items() if any(e.mentions & words for e in f.entries)}
        wanted = words | {m for p in naming for e in files[p].entries for m in e.mentions}
        for entry in changed:
            wanted |= _facts(entry, self.site).mentions
        named = {
            path
            for path, file in files.items()
            if file.collection != "skills" and any(e.names & wanted for e in file.entries)
        }
        return naming | named

    def _names(self, entry: Entry) -> frozenset[str]:
        return _facts(entry, self.site).names

    def _face(self, entry: Entry | None) -> object:
        """All that other entries see of one."""
        if entry is None:
            return None
        collection = self.site.collections[entry.collection]
        fields = (*PUBLICITY, collection.title_field, collection.inherits)
        anchors = [
            heading.anchor
            for text in texts_of(tuple(entry.values.values()))
            for heading in text.headings
        ]
        return [shape(entry.values.get(name)) for name in fields], anchors

    def _said(
        self, changed: Mapping[str, FileRecord], beside: Mapping[str, FileRecord], *, whole: bool
    ) -> tuple[Diagnostic, ...]:
        """What reading and linking say; with `whole`, under the names of all entries."""
        report = Report()
        entries = [e for record in (*changed.values(), *beside.values()) for e in record.entries]
        there = {(each.key, each.locale) for each in entries}
        for facts in self._facts:
            if (whole or facts.collection == "skills") and ((facts.key, facts.locale) not in there):
                entries.append(self._sketch(facts))
        for record in changed.values():
            report.include(record.diagnostics)
        removed = read_removed(replace(self.shop, report=Report()))
        link(entries, removed, self.site, self.shop.options, report)
        return report.found

    def _sketch(self, facts: EntryFacts) -> Entry:
        """An entry by its names alone."""
        collection = self.site.collections[facts.collection]
        values: dict[str, object] = {collection.title_field: facts.title}
        if facts.collection == "skills" and facts.other_names:
            values["aliases"] = facts.other_names
        return Entry(facts.collection, facts.slug, facts.locale, values, span=Span(""))


def _words(found: Iterable[Diagnostic]) -> set[tuple[str, str, str]]:
    return {(each.code, each.span.path, each.message) for each in found}


def _facts(entry: Entry, site: Site) -> EntryFacts:
    source = Source(entry.span.path, entry.collection, "entry", entry.slug, entry.locale, "")
    return facts_of_file(source, "", (entry,), site).entries[0]


def _pairs(
    old: Iterable[FileRecord], new: Iterable[FileRecord]
) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Each changed entry before and after; one that is there twice counts as another each time."""
    before = _by_name(old)
    after = _by_name(new)
    for name in dict.fromkeys((*before, *after)):
        ones, others = before.get(name, []), after.get(name, [])
        for place in range(max(len(ones), len(others))):
            yield (
                ones[place] if place < len(ones) else None,
                others[place] if place < len(others) else None,
            )


def _by_name(records: Iterable[FileRecord]) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for record in records:
        for entry in record.entries:
            found.setdefault((entry.key, entry.locale), []).append(entry)
    return found


def _files(value: object, collection: Collection | None = None) -> tuple[str, ...]:
    """The pictures and other files that it shows: they are looked at where the site is planned."""
    match value:
        case ImageUse():
            return (value.file,)
        case Markdown():
            links = (each.target for each in value.links if "." in each.target)
            return (*(each.file for each in value.images), *links)
        case tuple():
            return tuple(file for each in value for file in _files(each))
        case dict():
            named = collection.fields_of_kind("file") if collection is not None else ()
            own = tuple(str(value[each.name]) for each in named if each.name in value)
            return (*own, *_files(tuple(value.values())))
    return ()
