"""Write: the site's files, whole or not at all, in a folder that is hubgen's own."""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_ISLNK

import msgspec

from hubgen.files.writing import TEMPORARY_END, Unwritable, write_whole

CLAIMS_NAME = ".hubgen-files.json"
"""Knows what hubgen put into the folder; it travels with the output, so that a lost cache loses nothing."""


class OutputRefused(Exception):
    """The folder isn't one to write a site into; the message says why and what to do."""


class _Note(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in the folder beside the site."""

    made_by: str = "hubgen"
    files: list[str]
    """The names of the files that hubgen made there."""
    finished: bool = False
    """Whether the last build came to its end; one that didn't may have left files half written."""


class OutputFolder:
    """The folder of a built site."""

    def __init__(self, root: Path, hub: Path) -> None:
        """Look at the folder without changing it; raises OutputRefused where hubgen must not write."""
        self.root = root
        self._sound = {str(root)}
        _refuse_a_way_out(root, hub)
        _refuse_the_hub_itself(root.resolve(), hub.resolve())
        note = _note_in(root)
        self.claims = frozenset(note.files) if note is not None else None
        self._was_left_unfinished = note is not None and not note.finished
        if self.claims is None and _holds_something(root):
            message = (
                f"{root} holds files that hubgen didn't make, so nothing is written there; "
                "choose another folder with --out, or empty it yourself"
            )
            raise OutputRefused(message)

    def open(self, paths: Iterable[str]) -> None:
        """Claim these files beside those of earlier builds, before any is written."""
        self._save_claims({*map(_name, paths), *(self.claims or ())}, finished=False)

    def write(self, path: str, data: bytes) -> bool:
        """Put the file there; False when it stood there already."""
        target = f"{self.root}/{path}"
        self._check_way(target.rpartition("/")[0])
        return write_whole(target, data)

    def stamp(self, path: str) -> tuple[int, int]:
        """Size and time of the last change, in nanoseconds; (-1, -1) for a file that isn't there."""
        try:
            status = os.lstat(f"{self.root}/{path}")
        except OSError:
            return (-1, -1)
        return (status.st_size, status.st_mtime_ns)

    def prune(self, paths: Iterable[str]) -> int:
        """Remove what earlier builds made and this one didn't; gives the number of files."""
        wanted = frozenset(map(_name, paths))
        removed = self._remove((self.claims or frozenset()) - wanted)
        self._save_claims(wanted, finished=True)
        return removed

    def clear(self) -> None:
        """Remove everything that hubgen made here, and nothing else."""
        self._remove(self.claims or frozenset())
        self.claims = frozenset()

    def _save_claims(self, names: Iterable[str], *, finished: bool) -> None:
        self.claims = frozenset(names)
        note = _Note(files=sorted(self.claims), finished=finished)
        write_whole(self.root / CLAIMS_NAME, msgspec.json.format(msgspec.json.encode(note)))

    def _remove(self, names: frozenset[str]) -> int:
        """Take these files away, with what a killed build left half written, and folders that are then empty."""
        removed = 0
        if not names and not self._was_left_unfinished:
            return removed
        root = str(self.root)
        for folder, _, files in os.walk(root, topdown=False):
            below = folder[len(root) + 1 :].replace(os.sep, "/")
            start = f"{below}/" if below else ""
            unwanted = [
                each
                for each in files
                if _is_unfinished(each) or (names and _name(start + each) in names)
            ]
            gone = [each for each in unwanted if _take_away(Path(folder, each))]
            removed += sum(not _is_unfinished(each) for each in gone)
            if names and below and len(gone) == len(files):
                with suppress(OSError):
                    Path(folder).rmdir()
        return removed

    def _check_way(self, folder: str) -> None:
        if not self._is_sound(folder):
            raise Unwritable(Path(folder), OSError(0, "a link leads out of the output folder"))

    def _is_sound(self, folder: str) -> bool:
        """Whether no folder on the way is a link, through which a file would land elsewhere."""
        if folder in self._sound:
            return True
        if _is_link(folder) or not self._is_sound(folder.rpartition("/")[0]):
            return False
        self._sound.add(folder)
        return True


def _is_unfinished(file: str) -> bool:
    """Whether a build that was killed left it half written."""
    return file.startswith(".") and file.endswith(TEMPORARY_END)


def _take_away(file: Path) -> bool:
    try:
        file.unlink()
    except OSError:
        return False
    return True


def _is_link(folder: str) -> bool:
    try:
        return S_ISLNK(os.lstat(folder).st_mode)
    except OSError:
        return False


def _refuse_a_way_out(root: Path, hub: Path) -> None:
    """A pull request may bring a link called `_site`; what it leads to isn't ours to fill."""
    named, place = Path.cwd() / root, root.resolve()
    if named.is_relative_to(hub) and not place.is_relative_to(hub.resolve()):
        message = (
            f"{root} is a link that leads out of the hub; remove it, or name its end with --out"
        )
        raise OutputRefused(message)


def _refuse_the_hub_itself(root: Path, hub: Path) -> None:
    names = ("content", "themes", "static", ".git", ".hubgen", "site.yaml")
    sources = [hub / name for name in names]
    if hub.is_relative_to(root) or any(root.is_relative_to(source) for source in sources):
        message = f"{root} holds the hub's own files; choose a folder of its own with --out"
        raise OutputRefused(message)
    if root.exists() and not root.is_dir():
        message = f"{root} is a file; choose a folder with --out"
        raise OutputRefused(message)


def _note_in(root: Path) -> _Note | None:
    """What the last build noted here, or None when there never was one; of a note that can't be read, that it was left unfinished."""
    try:
        return msgspec.json.decode((root / CLAIMS_NAME).read_bytes(), type=_Note)
    except OSError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _Note(files=[])


def _name(path: str) -> str:
    """By this the list knows a file: the list is published too, and must not tell where unlisted pages are."""
    return blake2b(path.encode(), digest_size=8).hexdigest()


def _holds_something(root: Path) -> bool:
    try:
        return any(root.iterdir())
    except OSError:
        return False
