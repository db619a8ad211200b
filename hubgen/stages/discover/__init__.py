"""Discover: which files of the hub hold content, and which entry each of them is."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.files.limits import SIZE_LIMITS
from hubgen.files.reading import HubFolder
from hubgen.files.refusals import Unreadable
from hubgen.files.stamps import FileStamp, known_stamp
from hubgen.model.source import Source
from hubgen.stages.discover.naming import entry_names
from hubgen.stages.discover.sorting import CONTENT, Candidate, HubShape, Sorter

__all__ = ["Discovery", "HubShape", "discover", "discover_stamped"]


class Discovery(Struct, frozen=True):
    """The sources, and how to recognise their files next time without reading them."""

    sources: tuple[Source, ...]
    stamps: Mapping[str, FileStamp] = field(default_factory=dict)
    """By path; what `known` may be in the next run, once those without a digest have been given one."""


def discover(
    folder: HubFolder, site: HubShape, known: Mapping[str, FileStamp], report: Report
) -> tuple[Source, ...]:
    """The content files of a hub by path; only files that are in `known` and may have changed since are read."""
    return discover_stamped(folder, site, known, report).sources


def discover_stamped(
    folder: HubFolder,
    site: HubShape,
    known: Mapping[str, FileStamp],
    report: Report,
    *,
    now_ns: int = 0,
) -> Discovery:
    """As `discover`, with stamps; `now_ns` is a moment before this call, and without it no stamp is ever trusted."""
    sorter = Sorter(site, report)
    for each in folder.walk(CONTENT):
        sorter.take(each)
    stamps: dict[str, FileStamp] = {}
    sources = []
    for slug, candidate in entry_names(sorter.finish(), report):
        stamp = _stamp(folder, candidate, known, now_ns)
        stamps[candidate.found.path] = stamp
        sources.append(_source(candidate, slug, stamp))
    sources.sort(key=lambda source: source.path)
    return Discovery(tuple(sources), stamps)


def _source(candidate: Candidate, slug: str, stamp: FileStamp) -> Source:
    path, shape = candidate.found.path, candidate.shape
    return Source(path, candidate.collection, shape, slug, candidate.locale, stamp.digest)


def _stamp(
    folder: HubFolder, candidate: Candidate, known: Mapping[str, FileStamp], now_ns: int
) -> FileStamp:
    """The file's stamp, without a digest where whoever reads it will be the first: a first build would read all files twice."""
    found = candidate.found
    fresh = FileStamp(found.size, found.mtime_ns, "", found.changed_ns, now_ns)
    if found.path not in known:
        return fresh
    try:
        return known_stamp(found, known) or _taken_again(folder, candidate, now_ns)
    except Unreadable:
        # It is said when the file is to be read.
        return fresh


def _taken_again(folder: HubFolder, candidate: Candidate, now_ns: int) -> FileStamp:
    """With its digest, for what an earlier run made of these bytes may be remembered; raises Unreadable."""
    limit = SIZE_LIMITS[candidate.shape]
    return replace(folder.read_stamped(candidate.found.path, limit)[1], taken_ns=now_ns)
