"""Top folders that are links: a hub may keep its content in another folder of its own, and git knows files by where they really lie."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from hubgen.files.paths import OPEN_TOPS
from hubgen.files.refusals import Unreadable
from hubgen.history.blobs import Blobs
from hubgen.history.repository import LINK, Change, GitFile

LONGEST: Final = 4096
"""Bytes of a path."""
Tops = Mapping[str, str]
"""By top folder: where it really lies in the hub."""


def tops_on_disk(root: Path) -> Tops:
    """Of a hub as it lies there."""
    found = {}
    for name in sorted(OPEN_TOPS):
        place = root / name
        target = place.resolve()
        if place.is_symlink() and target.is_dir() and target.is_relative_to(root):
            found[name] = target.relative_to(root).as_posix()
    return found


def tops_in(files: Mapping[str, GitFile], blobs: Blobs) -> Tops:
    """Of a hub as a commit holds it: one link, to a folder of the same hub."""
    found = {}
    for name in sorted(OPEN_TOPS & files.keys()):
        if files[name].mode == LINK:
            target = _target(files[name], blobs)
            if any(path.startswith(f"{target}/") for path in files):
                found[name] = target
    return found


def files_through(files: Mapping[str, GitFile], tops: Tops) -> dict[str, GitFile]:
    """The files under the names by which the hub knows them, too."""
    named = {path: file for path, file in files.items() if path not in tops}
    for top, target in tops.items():
        inside = [path for path in files if path.startswith(f"{target}/")]
        named |= {f"{top}{path.removeprefix(target)}": files[path] for path in inside}
    return named


def changes_through(changes: Iterable[Change], tops: Tops) -> tuple[Change, ...]:
    """The changes under the names by which the hub knows their files."""
    return tuple(
        replace(
            each,
            path=_named(each.path, tops),
            renamed_from=_named(each.renamed_from, tops),
        )
        for each in changes
    )


def _named(path: str, tops: Tops) -> str:
    for top, target in tops.items():
        if path.startswith(f"{target}/"):
            return f"{top}{path.removeprefix(target)}"
    return path


def _target(link: GitFile, blobs: Blobs) -> str:
    """A path relative to the hub; one that leads out of it names no folder there."""
    try:
        written = blobs.read(link.name, LONGEST).decode("utf-8", "replace")
    except Unreadable:
        return ".."
    return posixpath.normpath(written)
