"""What a change of the files in the hub's folder causes, seen from an earlier version."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from hubgen.diagnostics import Diagnostic, Report
from hubgen.files.reading import HubFolder
from hubgen.history import (
    Blobs,
    Change,
    OverlayFolder,
    Repository,
    changes_through,
    own_themes,
    tops_on_disk,
)
from hubgen.history.themes import TOP as THEMES
from hubgen.incremental.inputs import input_names
from hubgen.review.causes import both_lines, caused
from hubgen.review.quickly import Both, look_quickly
from hubgen.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Since:
    """A hub as it is, and what became of it."""

    entries: int
    """How many there are in the files that changed."""
    found: tuple[Diagnostic, ...]
    """What the change causes."""


def problems_since(version: str, repository: Repository, shop: Workshop) -> Since:
    """What wasn't wrong in an earlier version; raises NoHistory."""
    base = repository.commit(version)
    found = repository.changes(repository.fork_of(base, "HEAD"))
    changes = changes_through(found, tops_on_disk(shop.folder.root))
    with Blobs(repository.git) as blobs, _as_it_was(changes, shop.folder, blobs) as earlier:
        both = look_quickly(changes, earlier, shop) or _look_at_all(changes, earlier, shop)
        renamed = {each.path: each.renamed_from for each in changes if each.renamed_from}
        lines = both_lines(earlier, shop.folder, renamed)
        return Since(both.entries, caused(both.before, both.after, renamed, lines))


def _look_at_all(changes: tuple[Change, ...], earlier: HubFolder, shop: Workshop) -> Both:
    """Both versions of the whole hub."""
    # What makes pages takes half as long to load as a quick look takes altogether.
    from hubgen.pipeline import prepare
    from hubgen.rework import prepare_again

    prepared = prepare(shop)
    tops = input_names(prepared.site.static)
    paths = tuple(each.path for each in changes if each.path.split("/")[0] in tops)
    records = prepared.readings.records
    entries = sum(len(records[path].entries) for path in paths if path in records)
    after = shop.report.diagnostics
    if not paths:
        return Both(after, after, entries)
    other = replace(shop, folder=earlier, report=Report(), said={}, handed_on=shop.memory)
    prepare_again(prepared, paths, other)
    return Both(other.report.diagnostics, after, entries)


@contextmanager
def _as_it_was(changes: tuple[Change, ...], folder: HubFolder, blobs: Blobs) -> Iterator[HubFolder]:
    paths = [each.path for each in changes]
    before = {each.path: each.before for each in changes if each.before is not None}
    earlier = OverlayFolder(folder.root, paths, before, blobs)
    if not any(path.startswith(f"{THEMES}/") for path in paths):
        yield earlier
        return
    with own_themes(earlier) as place:
        earlier.themes = place
        yield earlier
