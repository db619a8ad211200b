"""Which entries were edited since the last build, and who mentions a name that means somebody else now, or nobody."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from hubgen.incremental.facts import EntryFacts, FileFacts, facts_of, load_facts
from hubgen.incremental.sight import Sight
from hubgen.model.entry import Entry, Key
from hubgen.prepared import Prepared
from hubgen.workshop import Workshop


class Edits(Struct, frozen=True):
    """What edits of content files did to entries."""

    pairs: tuple[tuple[Entry, Entry], ...]
    """Those who are called as they were: before, and now."""
    others: frozenset[Key]
    """Those who came, went, moved to another file, or are called otherwise."""
    mentioning: frozenset[Key]
    """Whoever mentions a word by which one of the others, or a skill that came or went, could be meant or can be."""


class _Unknown(Exception):
    """What a file said before, or says now, isn't known."""


def edits_since(
    before: Sight, prepared: Prepared, shop: Workshop, skills: frozenset[str]
) -> Edits | None:
    """What was edited since that build, by which these skills came or went; None where it isn't known."""
    files = _Files(before, prepared, shop)
    pairs: list[tuple[Entry, Entry]] = []
    others: set[EntryFacts] = set()
    try:
        for path in files.edited():
            old, new = files.before_and_now(path)
            pairs += ((old[calling], new[calling]) for calling in old if calling in new)
            others |= old.keys() ^ new.keys()
        others.update(*map(files.who_went, files.gone()))
    except _Unknown:
        return None
    names = skills.union(*(each.names for each in others))
    mentioning = frozenset(files.mentioning(names) if names else ())
    return Edits(tuple(pairs), frozenset(each.key for each in others), mentioning)


@dataclass(frozen=True)
class _Files:
    """Content files as that build read them, beside what they are now."""

    before: Sight
    prepared: Prepared
    shop: Workshop

    def edited(self) -> Iterator[str]:
        """The files that came, or that hold other bytes."""
        digests = self.before.digests
        for path, record in self.prepared.readings.records.items():
            if record.digest != digests.get(path):
                yield path

    def gone(self) -> Iterator[str]:
        """The files that went."""
        return (path for path in self.before.digests if path not in self.prepared.readings.records)

    def before_and_now(self, path: str) -> tuple[dict[EntryFacts, Entry], dict[EntryFacts, Entry]]:
        """The file's entries by what they are called; raises _Unknown."""
        record = self.prepared.readings.records[path]
        if not record.digest:
            raise _Unknown
        return self._called(self._earlier(path)), self._called(record.entries)

    def who_went(self, path: str) -> Iterator[EntryFacts]:
        """What the entries of a file that went were called; raises _Unknown."""
        file = self._known.get(path)
        if file is None or file.digest != self.before.digests[path]:
            raise _Unknown
        return map(_calling, file.entries)

    def mentioning(self, names: frozenset[str]) -> Iterator[Key]:
        """Who mentions one of these words."""
        for path, record in self.prepared.readings.records.items():
            file = self._known.get(path)
            if file is not None and file.digest == record.digest:
                told = file.entries
            else:
                told = tuple(facts_of(each, self.prepared.site) for each in record.entries)
            yield from (each.key for each in told if not names.isdisjoint(each.mentions))

    def _earlier(self, path: str) -> tuple[Entry, ...]:
        if path not in self.before.digests:
            return ()
        source = self.prepared.readings.sources[path]
        collection = self.prepared.site.collections[source.collection]
        earlier = self.shop.memory.earlier(source, collection)
        if earlier is None or earlier.digest != self.before.digests[path]:
            raise _Unknown
        return earlier.entries

    def _called(self, entries: Iterable[Entry]) -> dict[EntryFacts, Entry]:
        return {_calling(facts_of(each, self.prepared.site)): each for each in entries}

    @cached_property
    def _known(self) -> Mapping[str, FileFacts]:
        """What was left of each file, for whoever wants to know it without reading."""
        found = load_facts(self.shop.store, self.prepared.site)
        return found.files if found is not None else {}


def _calling(facts: EntryFacts) -> EntryFacts:
    """What the entry is called, whatever it mentions."""
    return replace(facts, mentions=frozenset())
