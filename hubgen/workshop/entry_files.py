"""What entries' files say, for the form in which somebody changes one: read again only when one of its files changed."""

import json
from collections import defaultdict
from collections.abc import Collection as Some
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import Struct

from hubgen.config.fingerprint import schema_digest
from hubgen.config.site import Site
from hubgen.diagnostics import Report
from hubgen.files.limits import SIZE_LIMITS
from hubgen.files.reading import HubFolder, Unreadable
from hubgen.files.stamps import digest_of
from hubgen.kinds.open_answers import open_answers
from hubgen.model.entry import Entry, Key
from hubgen.model.entry_sources import (
    drawer_of,
    drawer_path,
    drawers_by_collection,
    has_own_file,
)
from hubgen.model.hub import Hub, is_unlisted
from hubgen.model.source import Source
from hubgen.stages.parse import parse
from hubgen.text.patterns import pattern
from hubgen.workshop.reading import FileReadings

VERSION: Final = 1
"""Of what the files hold."""
_COMMENT: Final = pattern(r"(?m)^\s*#(?!\s*yaml-language-server:)|\s#")


class EntryFile(Struct, frozen=True):
    """Some entries of a collection, as a file of the site; it lies among those that are copied as they are."""

    path: str
    digest: str
    sources: tuple[Source, ...]
    folder: HubFolder
    site: Site

    def read(self) -> bytes:
        """By slug: the file, the answers in it, and whether they are all that it says."""
        told = {source.slug: each for source in self.sources if (each := self._told(source))}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    def _told(self, source: Source) -> dict[str, Any] | None:
        collection = self.site.collections[source.collection]
        try:
            data = self.folder.read(source.path, SIZE_LIMITS[source.shape])
        except Unreadable:
            return None
        found = parse(source, data, collection, Report())
        if not found:
            return None
        answers, is_whole = open_answers(found[0].fields, collection.fields)
        is_bare = not _COMMENT.search(data.decode("utf-8", "replace").partition("\n---")[0])
        return {"path": source.path, "whole": is_whole and is_bare, "answers": answers}


def entry_files(
    hub: Hub, readings: FileReadings, site: Site, folder: HubFolder, *, near: Some[Key] = ()
) -> Iterator[EntryFile]:
    """The files; of a hub that says in which repository it lies. `near`: only those in which one of these entries is."""
    if site.repository is None:
        return
    schema = schema_digest(site)
    for path, entries in _drawers(hub).items():
        known = [each for each in entries if each.span.path in readings.sources]
        if near and not any(each.key in near for each in entries):
            continue
        sources = tuple(readings.sources[each.span.path] for each in known)
        digest = digest_of(repr((VERSION, schema, *_digests(sources, readings))).encode())
        yield EntryFile(f"{site.static}/{path}", digest, sources, folder, site)


def _digests(sources: Iterable[Source], readings: FileReadings) -> Iterator[tuple[str, str]]:
    for source in sources:
        record = readings.records.get(source.path)
        yield source.path, record.digest if record else source.digest


def _drawers(hub: Hub) -> dict[str, list[Entry]]:
    """Who is in which file, in the order of their slugs; of entries that no list shows, nobody."""
    listed: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in hub.entries.values():
        if hub.collections[entry.collection].listed and not is_unlisted(entry):
            listed[entry.collection].append(entry)
    numbers = drawers_by_collection(hub.entries.values())
    drawers: defaultdict[str, list[Entry]] = defaultdict(list)
    for name, entries in sorted(listed.items()):
        for entry in sorted(entries, key=lambda each: each.slug):
            if has_own_file(entry):
                drawers[drawer_path(name, drawer_of(entry.slug, numbers[name]))].append(entry)
    return dict(sorted(drawers.items()))
