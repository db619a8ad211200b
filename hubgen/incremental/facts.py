"""What is known of each entry without reading its file: by what it is called, and what it names.

Whoever wants to know which entries a change of one file concerns looks here, and reads only those.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from hubgen.config.fingerprint import schema_digest
from hubgen.config.site import Site
from hubgen.files.stamps import FileStamp
from hubgen.incremental import cache_file
from hubgen.model.entry import Entry
from hubgen.model.source import Source
from hubgen.model.values import BodyLink, Markdown, Reference
from hubgen.stages.link.names import bare_slug
from hubgen.text.names import fold

NAME = "names.cache"


class EntryFacts(msgspec.Struct, array_like=True, frozen=True):
    """One entry."""

    collection: str
    slug: str
    locale: str
    title: str
    other_names: tuple[str, ...]
    """A skill's aliases, as they are written; of others, their old addresses."""
    names: frozenset[str]
    """Every word by which something could mean it: slug, folded title, permanent name."""
    mentions: frozenset[str]
    """Every word by which it could mean something."""

    @property
    def key(self) -> str:
        """`members/ada`"""
        return f"{self.collection}/{self.slug}"


class FileFacts(msgspec.Struct, array_like=True, frozen=True):
    """The entries of one file, as long as it has these bytes and its name means the same."""

    digest: str
    collection: str
    slug: str
    locale: str
    entries: tuple[EntryFacts, ...]

    def holds_for(self, source: Source) -> bool:
        """Whether it is still about that file."""
        mine = (self.digest, self.collection, self.slug, self.locale)
        return mine == (source.digest, source.collection, source.slug, source.locale)


class HubFacts(msgspec.Struct):
    """What a build leaves for later runs."""

    schema: str = ""
    files: dict[str, FileFacts] = {}
    """By path."""
    stamps: dict[str, FileStamp] = {}


def load_facts(cache: Path | None, site: Site) -> HubFacts | None:
    """What the last build knew; None where it left nothing, or settings are others."""
    found = cache_file.load(cache / NAME, HubFacts) if cache is not None else None
    return found if found is not None and found.schema == schema_digest(site) else None


def save_facts(
    cache: Path,
    site: Site,
    readings: Iterable[tuple[Source, str, tuple[Entry, ...]]],
    stamps: Mapping[str, FileStamp],
) -> None:
    """Leave word of each file, with the digest of what was read and its entries."""
    before = load_facts(cache, site)
    known = before.files if before is not None else {}
    files = {}
    for source, digest, entries in readings:
        old = known.get(source.path)
        if old is not None and old.digest == digest == source.digest and old.holds_for(source):
            files[source.path] = old
        elif digest:
            files[source.path] = facts_of_file(source, digest, entries, site)
    now = HubFacts(schema_digest(site), files, dict(stamps))
    if now != before:
        cache_file.save(cache / NAME, now)


def facts_of_file(source: Source, digest: str, entries: Iterable[Entry], site: Site) -> FileFacts:
    """What there is to know of a file's entries."""
    facts = tuple(facts_of(each, site) for each in entries)
    return FileFacts(digest, source.collection, source.slug, source.locale, facts)


def facts_of(entry: Entry, site: Site) -> EntryFacts:
    """What there is to know of one entry."""
    title = entry.values.get(site.collections[entry.collection].title_field)
    title = title if isinstance(title, str) else entry.slug
    aliases = entry.values.get("aliases", ())
    return EntryFacts(
        entry.collection,
        entry.slug,
        entry.locale,
        title,
        tuple(each for each in aliases if isinstance(each, str)),
        frozenset({entry.slug, fold(title), str(entry.values.get("id") or entry.slug)}),
        frozenset(_mentions(tuple(entry.values.values()))),
    )


def _mentions(value: Any) -> Iterator[str]:
    if isinstance(value, Reference):
        yield from (bare_slug(value.text).rpartition("/")[2], fold(value.text))
    elif isinstance(value, Markdown):
        yield from (_of_link(each) for each in value.links if each.target)
    elif isinstance(value, tuple):
        for each in value:
            yield from _mentions(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _mentions(each)


def _of_link(link: BodyLink) -> str:
    return bare_slug(link.target).rpartition("/")[2]
