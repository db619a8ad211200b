"""Whether git is changing the hub's files just now: as long as it does, what lies there is half of one version and half of another."""

from pathlib import Path

INDEX = "index"
"""What git knows of the files; written anew, as a whole, once it has changed them (gitrepository-layout(5))."""
LOCK = "index.lock"
"""What git keeps beside its index from before it touches the first file until after the last one."""

Held = tuple[int, int]
"""A file's number and the nanoseconds of its last change."""


class Checkout:
    """Knows the lock of the repository that a hub lies in, if it lies in one."""

    def __init__(self, hub: Path) -> None:
        """Looked for once: a repository that is begun later is known to the next preview."""
        folder = _git_folder(hub)
        self._lock = folder / LOCK if folder is not None else None
        self._index = folder / INDEX if folder is not None else None
        self._last = _held(self._index)
        self._given_up: Held | None = None

    def is_under_way(self) -> bool:
        """Whether git works now; not by a lock that was given up before."""
        held = _held(self._lock)
        return held is not None and held != self._given_up

    def has_been(self) -> bool:
        """Whether git has finished something since this was asked last; the system may still be telling of it."""
        before, self._last = self._last, _held(self._index)
        return self._last != before

    def give_up(self) -> None:
        """Nobody waits for the present lock any more: git was ended, or it waits for somebody's words itself."""
        self._given_up = _held(self._lock)


def _held(file: Path | None) -> Held | None:
    """Which file that is now, and of when."""
    try:
        status = file.stat() if file is not None else None
    except OSError:
        return None
    return status and (status.st_ino, status.st_mtime_ns)


def _git_folder(hub: Path) -> Path | None:
    """Of a worktree or submodule, `.git` is a file that names the folder."""
    for above in (hub, *hub.parents):
        found = above / ".git"
        if found.is_dir():
            return found
        if found.is_file():
            return _named_in(found)
    return None


def _named_in(file: Path) -> Path | None:
    try:
        words = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    label, _, place = words.partition(":")
    return file.parent / place.strip() if label == "gitdir" else None
