"""Write: the site's files, whole or not at all, in a folder that is hubgen's own."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePath

import msgspec

from hubgen.files.writing import TEMPORARY_END, Unwritable, write_whole

CLAIMS_NAME = ".hubgen-files.json"
"""Lists what hubgen put into the folder; it travels with the output, so that a lost cache loses nothing."""


class OutputRefused(Exception):
    """The folder isn't one to write a site into; the message says why and what to do."""


class OutputFolder:
    """The folder of a built site."""

    def __init__(self, root: Path, hub: Path) -> None:
        """Look at the folder without changing it; raises OutputRefused where hubgen must not write."""
        self.root = root
        self._sound: set[Path] = set()
        _refuse_a_way_out(root, hub)
        _refuse_the_hub_itself(root.resolve(), hub.resolve())
        self.claims = _claims_in(root)
        if self.claims is None and _holds_something(root):
            message = (
                f"{root} holds files that hubgen didn't make, so nothing is written there; "
                "choose another folder with --out, or empty it yourself"
            )
            raise OutputRefused(message)

    def open(self, paths: Iterable[str]) -> None:
        """Claim these files beside those of earlier builds, before any is written."""
        self._save_claims({*paths, *(self.claims or ())})

    def write(self, path: str, data: bytes) -> bool:
        """Put the file there; False when it stood there already."""
        target = self.root / path
        self._check_way(target.parent)
        return write_whole(target, data)

    def stamp(self, path: str) -> tuple[int, int]:
        """Size and time of the last change, in nanoseconds; (-1, -1) for a file that isn't there."""
        try:
            status = os.lstat(self.root / path)
        except OSError:
            return (-1, -1)
        return (status.st_size, status.st_mtime_ns)

    def prune(self, paths: Iterable[str]) -> int:
        """Remove what earlier builds made and this one didn't; gives the number of files."""
        wanted = set(paths)
        stale = sorted(set(self.claims or ()) - wanted)
        removed = sum(self._remove(path) for path in stale)
        self._remove_unfinished()
        self._save_claims(wanted)
        return removed

    def clear(self) -> None:
        """Remove everything that hubgen made here, and nothing else."""
        for path in self.claims or ():
            self._remove(path)
        self.claims = ()

    def _save_claims(self, paths: Iterable[str]) -> None:
        self.claims = tuple(sorted(paths))
        text = msgspec.json.format(msgspec.json.encode({"made_by": "hubgen", "files": self.claims}))
        write_whole(self.root / CLAIMS_NAME, text)

    def _remove(self, path: str) -> bool:
        target = self.root / path
        if not _is_below(path) or not self._is_sound(target.parent):
            return False
        try:
            target.unlink()
        except OSError:
            return False
        self._remove_empty_folders(target.parent)
        return True

    def _remove_empty_folders(self, folder: Path) -> None:
        with suppress(OSError):
            while folder != self.root:
                folder.rmdir()
                folder = folder.parent

    def _remove_unfinished(self) -> None:
        """Files that a killed build was still writing."""
        for folder, _, names in os.walk(self.root):
            for name in names:
                if name.startswith(".") and name.endswith(TEMPORARY_END):
                    with suppress(OSError):
                        (Path(folder) / name).unlink()

    def _check_way(self, folder: Path) -> None:
        if not self._is_sound(folder):
            raise Unwritable(folder, OSError(0, "a link leads out of the output folder"))

    def _is_sound(self, folder: Path) -> bool:
        """Whether no folder on the way is a link, through which a file would land elsewhere."""
        if folder == self.root or folder in self._sound:
            return True
        if folder.is_symlink() or not self._is_sound(folder.parent):
            return False
        self._sound.add(folder)
        return True


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


def _claims_in(root: Path) -> tuple[str, ...] | None:
    """The files that hubgen made here, or None when it never was here."""
    try:
        found = msgspec.json.decode((root / CLAIMS_NAME).read_bytes(), type=dict[str, object])
    except OSError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ()
    files = found.get("files")
    listed = files if isinstance(files, list) else []
    return tuple(path for path in listed if isinstance(path, str) and _is_below(path))


def _is_below(path: str) -> bool:
    parts = path.split("/")
    return (
        bool(path)
        and not PurePath(path).is_absolute()
        and "\\" not in path
        and not {"", "..", "."} & set(parts)
    )


def _holds_something(root: Path) -> bool:
    try:
        return any(root.iterdir())
    except OSError:
        return False
