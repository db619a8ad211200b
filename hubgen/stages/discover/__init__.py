"""Discover: which files of the hub hold content, and which entry each of them is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hubgen.diagnostics import Report, Span
from hubgen.files.limits import SIZE_LIMITS
from hubgen.files.reading import HubFolder
from hubgen.files.refusals import Unreadable
from hubgen.files.stamps import FileStamp, known_digest
from hubgen.model.source import Source
from hubgen.stages.discover.naming import entry_names
from hubgen.stages.discover.sorting import CONTENT, Candidate, HubShape, Sorter

__all__ = ["Discovery", "HubShape", "discover", "discover_stamped"]


@dataclass(frozen=True, slots=True)
class Discovery:
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
    names = entry_names(sorter.finish(), report)
    stamps: dict[str, FileStamp] = {}
    sources = []
    for source, candidate in _by_path(names):
        stamp = _stamp(folder, candidate, known, report)
        if stamp is not None:
            sources.append(replace(source, digest=stamp.digest))
            stamps[source.path] = replace(stamp, taken_ns=now_ns)
    return Discovery(tuple(sources), stamps)


def _by_path(names: Iterable[tuple[Source, Candidate]]) -> list[tuple[Source, Candidate]]:
    return sorted(names, key=lambda pair: pair[0].path)


def _stamp(
    folder: HubFolder, candidate: Candidate, known: Mapping[str, FileStamp], report: Report
) -> FileStamp | None:
    found = candidate.found
    if known_digest(found, known) is not None:
        return known[found.path]
    try:
        return folder.read_stamped(found.path, SIZE_LIMITS[candidate.shape])[1]
    except Unreadable as problem:
        report.add(problem.code, Span(found.path), problem.reason, help=problem.help)
        return None
