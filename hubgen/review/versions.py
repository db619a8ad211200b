"""A hub before a change and after it, both read out of git and planned to the last page; the work tree isn't looked at.

A change comes from anybody, settings and themes are the organisers': both versions are read with those of the base, unless
the head is trusted.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from hubgen.config.place import SITE_FILE
from hubgen.diagnostics import Diagnostic, Report
from hubgen.files.reading import HubFolder
from hubgen.history import (
    Blobs,
    Change,
    GitFile,
    GitFolder,
    Repository,
    changes_through,
    files_through,
    own_themes,
    tops_in,
)
from hubgen.incremental.inputs import input_names
from hubgen.pipeline import prepare
from hubgen.prepared import Prepared
from hubgen.rework import THEMES, prepare_again
from hubgen.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Version:
    """The hub at one time."""

    name: str
    """As it was asked for."""
    commit: str
    prepared: Prepared
    diagnostics: tuple[Diagnostic, ...]
    folder: HubFolder


@dataclass(frozen=True, slots=True)
class Versions:
    """The hub before a change and after it."""

    before: Version
    after: Version
    changes: tuple[Change, ...]
    """Of all files below the hub's folder."""
    is_head_trusted: bool

    @property
    def renamed(self) -> dict[str, str]:
        """By path: how the file was called before."""
        return {each.path: each.renamed_from for each in self.changes if each.renamed_from}


@contextmanager
def two_versions(
    repository: Repository, names: tuple[str, str], shop: Workshop, *, trust_head: bool
) -> Iterator[Versions]:
    """The hub in two commits, from where their ways parted; what lies on the disk for it goes afterwards."""
    base, head = map(repository.commit, names)
    fork = repository.fork_of(base, head)
    old, new = repository.files(fork), repository.files(head)
    with ExitStack() as open_things:
        blobs = open_things.enter_context(Blobs(repository.git))
        tops = tops_in(new, blobs)
        changes = changes_through(repository.changes(fork, head), tops)
        old, new = files_through(old, tops_in(old, blobs)), files_through(new, tops)

        def folder_of(files: Mapping[str, GitFile]) -> GitFolder:
            folder = GitFolder(shop.folder.root, files, blobs)
            folder.themes = open_things.enter_context(own_themes(folder))
            return folder

        first = replace(
            shop, folder=folder_of(old), report=Report(), said={}, handed_on=shop.memory
        )
        before = prepare(first)
        files = new if trust_head else _under_base(old, new)
        second = replace(first, folder=folder_of(files), report=Report(), said={})
        inputs = input_names(before.site.static)
        touched = [each.path for each in changes if each.path.split("/")[0] in inputs]
        if not trust_head:
            touched = [path for path in touched if not _is_of_organisers(path)]
        after = prepare_again(before, touched, second) if touched else before
        said = second.report if touched else first.report
        yield Versions(
            Version(names[0], fork, before, first.report.diagnostics, first.folder),
            Version(names[1], head, after, said.diagnostics, second.folder),
            changes,
            trust_head,
        )


def _under_base(old: Mapping[str, GitFile], new: Mapping[str, GitFile]) -> dict[str, GitFile]:
    """The new files with the base's settings and themes."""
    kept = {path: file for path, file in new.items() if not _is_of_organisers(path)}
    return {**kept, **{path: file for path, file in old.items() if _is_of_organisers(path)}}


def _is_of_organisers(path: str) -> bool:
    return path == SITE_FILE or path.startswith(THEMES)
