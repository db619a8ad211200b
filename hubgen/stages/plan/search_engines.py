"""Which engine serves the hub's search: one that reads all documents in the browser, or an index that the build makes."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct, field

from hubgen.config.site import SearchSettings
from hubgen.diagnostics import Report
from hubgen.model.search import IndexFailed, SearchFiles, SearchIndex

SMALL = 1_500_000
"""Letters of texts up to which `auto` takes MiniSearch. Measured: a browser indexes a million in about 0.4 seconds and loads
some 0.3 MB for them where texts are as varied as people's own; Pagefind needs 0.2 MB before its first result, whatever the size."""
UNAVAILABLE = "HG422"


class Indexer(Protocol):
    """Makes an index of a hub's words."""

    @property
    def problem(self) -> str:
        """Why it can't; empty when it can."""

    def index(self, indexes: Sequence[SearchIndex], /) -> SearchFiles:
        """The files of the index; raises IndexFailed."""


class SearchPlan(Struct, frozen=True):
    """How the site is searched."""

    engine: str = ""
    """minisearch or pagefind; empty when the hub leaves search out"""
    bodies: bool = True
    """Whether texts are looked through beside titles, skills and summaries."""
    indexes: Mapping[str, SearchIndex] = field(default_factory=dict)
    """By locale, where they were needed before pages are made."""
    files: SearchFiles = field(default_factory=SearchFiles)

    @property
    def is_compiled(self) -> bool:
        """Whether the engine is WebAssembly, which the pages' policy must allow."""
        return self.engine == "pagefind"


class Words(Protocol):
    """What the hub has to be looked through; each is asked for only where it decides something."""

    def letters(self) -> int: ...
    def indexes(self) -> Mapping[str, SearchIndex]: ...


def plan_search(
    settings: SearchSettings, words: Words, indexer: Indexer | None, report: Report
) -> SearchPlan:
    """The engine that `site.yaml` asks for; without an indexer MiniSearch, and where one can't work, with less to read."""
    if settings.engine == "off":
        return SearchPlan()
    if settings.engine == "minisearch" or indexer is None:
        return SearchPlan("minisearch")
    if settings.engine == "auto" and words.letters() <= SMALL:
        return SearchPlan("minisearch")
    if indexer.problem:
        return _without(indexer.problem, settings, report)
    if report.has_errors:
        return SearchPlan("pagefind")  # What can't be published needn't be indexed.
    indexes = words.indexes()
    if not any(index.records for index in indexes.values()):
        return SearchPlan("minisearch")  # Pagefind refuses a site without a page.
    try:
        return SearchPlan("pagefind", indexes=indexes, files=indexer.index(tuple(indexes.values())))
    except IndexFailed as problem:
        return _without(str(problem), settings, report)


def _without(problem: str, settings: SearchSettings, report: Report) -> SearchPlan:
    message = f"search looks through titles, skills and headlines only, because Pagefind can't be used: {problem}"
    advice = "install it with `pip install 'hubgen[pagefind]'`, or set `search: minisearch`"
    report.add(UNAVAILABLE, settings.span, message, help=advice)
    return SearchPlan("minisearch", bodies=False)
