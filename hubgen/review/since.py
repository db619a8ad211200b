"""What a change of the files in the hub's folder causes, seen from an earlier version."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from hubgen.diagnostics import Diagnostic, Report
from hubgen.files.reading import HubFolder
from hubgen.history import Blobs, Change, OverlayFolder, Repository, own_themes
from hubgen.incremental.inputs import input_names
from hubgen.pipeline import prepare
from hubgen.review.causes import both_lines, caused
from hubgen.rework import THEMES, prepare_again
from hubgen.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Since:
    """A hub as it is, and what became of it."""

    entries: int
    """How many it has."""
    found: tuple[Diagnostic, ...]
    """What the change causes."""


def problems_since(version: str, repository: Repository, shop: Workshop) -> Since:
    """What wasn't wrong in an earlier version; raises NoHistory."""
    base = repository.commit(version)
    fork = repository.fork_of(base, "HEAD")
    prepared = prepare(shop)
    tops = input_names(prepared.site.static)
    changes = tuple(each for each in repository.changes(fork) if each.path.split("/")[0] in tops)
    if not changes:
        return Since(len(prepared.hub.entries), ())
    with Blobs(repository.git) as blobs, _as_it_was(changes, shop.folder, blobs) as folder:
        earlier = replace(shop, folder=folder, report=Report(), said={}, handed_on=shop.memory)
        prepare_again(prepared, (each.path for each in changes), earlier)
        renamed = {each.path: each.renamed_from for each in changes if each.renamed_from}

        lines = both_lines(folder, shop.folder, renamed)
        before, after = earlier.report.diagnostics, shop.report.diagnostics
        return Since(len(prepared.hub.entries), caused(before, after, renamed, lines))


@contextmanager
def _as_it_was(changes: tuple[Change, ...], folder: HubFolder, blobs: Blobs) -> Iterator[HubFolder]:
    paths = [each.path for each in changes]
    before = {each.path: each.before for each in changes if each.before is not None}
    earlier = OverlayFolder(folder.root, paths, before, blobs)
    if not any(path.startswith(THEMES) for path in paths):
        yield earlier
        return
    with own_themes(earlier) as place:
        earlier.themes = place
        yield earlier
