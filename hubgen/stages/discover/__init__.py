"""Discover: which files of the hub hold content, and which entry each of them is."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from hubgen.diagnostics import Report, Span
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
    """By path; what `known` may be in the next run."""


def discover(
    folder: HubFolder, site: HubShape, known: Mapping[str, FileStamp], report: Report
) -> tuple[Source, ...]:
    """The content files of a hub by path; files that `known` recognises are not read."""
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
        found = candidate.found
        stamp = known_stamp(found, known) or _new_stamp(folder, candidate, report, now_ns)
        if stamp is not None:
            stamps[found.path] = stamp
            sources.append(_source(candidate, slug, stamp))
    sources.sort(key=lambda source: source.path)
    return Discovery(tuple(sources), stamps)


def _source(candidate: Candidate, slug: str, stamp: FileStamp) -> Source:
    path, shape = candidate.found.path, candidate.shape
    return Source(path, candidate.collection, shape, slug, candidate.locale, stamp.digest)


def _new_stamp(
    folder: HubFolder, candidate: Candidate, report: Report, now_ns: int
) -> FileStamp | None:
    path = candidate.found.path
    try:
        _, stamp = folder.read_stamped(path, SIZE_LIMITS[candidate.shape])
    except Unreadable as problem:
        report.add(problem.code, Span(path), problem.reason, help=problem.help)
        return None
    return replace(stamp, taken_ns=now_ns)
