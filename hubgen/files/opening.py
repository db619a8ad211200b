"""Opening a file below a folder without following a link on the way, even one that is put there meanwhile."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from hubgen.files.paths import OPEN_TOPS
from hubgen.files.refusals import failed, linked

# Windows has none of these flags; a pipe that nobody writes to must not make the build wait.
_FILE = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_FOLDER = _FILE | getattr(os, "O_DIRECTORY", 0)


def open_below(root: Path, parts: tuple[str, ...]) -> int:
    """A descriptor of the file, to be closed by the caller; raises Unreadable."""
    try:
        return _open(root, parts)
    except OSError as error:
        raise failed(error) from error


def top_folder(root: Path, name: str) -> Path:
    """Where a top folder of the hub really lies; raises Unreadable when it is a link that leads out of the hub."""
    folder = root / name
    if not folder.is_symlink():
        return folder
    target = Path(os.path.realpath(folder))
    if name in OPEN_TOPS and target.is_relative_to(root):
        return target
    raise linked()


def _open_from_folder_to_folder(root: Path, parts: tuple[str, ...]) -> int:
    folder, rest = _entered(root, parts)
    try:
        for part in rest[:-1]:
            inner = _open_folder(part, folder)
            os.close(folder)
            folder = inner
        return os.open(rest[-1], _FILE, dir_fd=folder)
    finally:
        os.close(folder)


def _entered(root: Path, parts: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    if len(parts) > 1 and parts[0] in OPEN_TOPS:
        return os.open(top_folder(root, parts[0]), _FOLDER), parts[1:]
    return os.open(root, _FOLDER), parts


def _open_folder(name: str, inside: int) -> int:
    try:
        return os.open(name, _FOLDER, dir_fd=inside)
    except NotADirectoryError as error:
        if stat.S_ISLNK(os.stat(name, dir_fd=inside, follow_symlinks=False).st_mode):
            raise linked() from error
        raise


def _open_after_looking(root: Path, parts: tuple[str, ...]) -> int:
    path = top_folder(root, parts[0])
    for part in parts[1:]:
        path /= part
        if path.is_symlink() or getattr(path, "is_junction", bool)():
            raise linked()
    return os.open(path, _FILE)


_open: Callable[[Path, tuple[str, ...]], int] = (
    _open_from_folder_to_folder if os.open in os.supports_dir_fd else _open_after_looking
)
"""Where the system can open relative to an open folder nothing can be swapped on the way; elsewhere we look first."""
