"""The files as they were last seen, to be compared with what is there now: by size, times and, in doubt, content."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from hubgen.files.stamps import RACY_NANOSECONDS, digest_of
from hubgen.preview.watching.places import Place, Places, is_left_out

LARGEST = 32_000_000
"""Bytes of a file whose content is compared; of larger ones size and times must do."""
NOTHING: frozenset[str] = frozenset()

Stamp = tuple[int, int, int, int, int]
Folder = dict[str, "Seen | None"]
"""By name; None for a folder."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One file or link when it was last looked at."""

    stamp: Stamp
    """Kind, number, size, time of its content, time of its name."""
    is_young: bool
    """Changed so shortly before that it may change again without showing it."""
    digest: str = ""
    """Of its content; empty as long as nobody had to compare it."""


@dataclass
class Tree:
    """The watched files by folder."""

    places: Places
    clock: Callable[[], int]
    """The time in nanoseconds, as the file system's."""
    has_emptied: bool = False
    """Whether the last look found a file without content: somebody may be about to fill it."""
    _folders: dict[str, Folder] = field(default_factory=dict)
    _tops: Folder = field(default_factory=dict)
    """Places that are files: by path."""
    _labels: dict[str, str] = field(default_factory=dict)
    """Places that are known as folders: by path. What is gone must still be named."""

    def look(self, hinted: Iterable[str] | None = None) -> tuple[str, ...]:
        """The labels of files that are new, gone or different: of all, or of those at these paths."""
        paths = NOTHING if hinted is None else frozenset(hinted)
        self.has_emptied = False
        found = set(self._top_level(paths))
        for folder in sorted(self._folders) if hinted is None else ():
            if folder in self._folders:  # The one above may have taken it away.
                found.update(self._folder(folder, paths))
        for path in sorted(paths):
            found.update(self._hinted(path, paths))
        return tuple(sorted(found))

    def is_as_seen(self, path: str) -> bool:
        """Whether a file seems not to have changed since it was last looked at; safe from any thread."""
        seen = self._folders.get(_above(path), {}).get(path.rpartition("/")[2])
        status = _status(path)
        if seen is None or status is None:
            return seen is None and status is None
        return seen.stamp == _stamp(status)

    def _hinted(self, path: str, hinted: frozenset[str]) -> Iterator[str]:
        """One path compared: a file alone, a folder with its files, of what is unknown the folder in which it is new."""
        above = _above(path)
        if path in self._folders and Path(path).is_dir():
            yield from self._folder(path, hinted)
        elif above in self._folders:
            yield from self._inside(above, path.rpartition("/")[2], hinted)
        else:
            while above not in self._folders and above != _above(above):
                above = _above(above)
            yield from self._folder(above, hinted) if above in self._folders else ()

    def _inside(self, folder: str, name: str, hinted: frozenset[str]) -> Iterator[str]:
        """One name in a known folder."""
        path, files = f"{folder}/{name}", self._folders[folder]
        status = None if is_left_out(name) else _status(path)
        known = files.get(name)
        if status is None or stat.S_ISDIR(status.st_mode):
            now = {} if status is None else {name: None}
            files.pop(name, None)
            files.update(now)
            yield from self._came_or_went(path, known, name, files)
            return
        yield from self._leave(path)
        files[name], is_other = self._compared(path, status, known, hinted)
        if is_other:
            yield self._label(path)

    # ------------------------------------------------------------ the places themselves

    def _top_level(self, hinted: frozenset[str]) -> Iterator[str]:
        """Places that came or went, or that are files; links may lead elsewhere now."""
        places = {place.root.as_posix(): place for place in self.places.there()}
        known = (each for each in self._folders if _above(each) not in self._folders)
        for root in [each for each in known if each not in places]:
            yield from self._leave(root)
        self._tops = {path: seen for path, seen in self._tops.items() if path in places}
        for root, place in places.items():
            status = _status(root)
            if status is not None and stat.S_ISDIR(status.st_mode):
                self._labels[root] = place.label
                if root not in self._folders:
                    yield from self._enter(root)
            else:
                yield from self._leave(root)
                yield from self._top_file(place, status, hinted)

    def _top_file(
        self, place: Place, status: os.stat_result | None, hinted: frozenset[str]
    ) -> Iterator[str]:
        path = place.root.as_posix()
        known = self._tops.get(path)
        if status is None:
            self._tops[path], is_other = None, known is not None
        else:
            self._tops[path], is_other = self._compared(path, status, known, hinted)
        if is_other:
            yield place.label

    # ------------------------------------------------------------ folders

    def _enter(self, folder: str) -> Iterator[str]:
        """A folder that wasn't known, with all that is in it."""
        self._folders[folder] = {}
        return self._folder(folder, NOTHING)

    def _leave(self, folder: str) -> Iterator[str]:
        """A folder that is gone, with all that was in it."""
        for name, seen in sorted(self._folders.pop(folder, {}).items()):
            path = f"{folder}/{name}"
            if seen is None:
                yield from self._leave(path)
            else:
                yield self._label(path)

    def _folder(self, folder: str, hinted: frozenset[str]) -> Iterator[str]:
        """One folder compared; of the folders in it only those that came or went."""
        before = self._folders[folder]
        now: Folder = {}
        for name, status in _listed(folder):
            if stat.S_ISDIR(status.st_mode):
                now[name] = None
                continue
            path = f"{folder}/{name}"
            now[name], is_other = self._compared(path, status, before.get(name), hinted)
            if is_other:
                yield self._label(path)
        self._folders[folder] = now
        for name in sorted(before.keys() | now.keys()):
            yield from self._came_or_went(f"{folder}/{name}", before.get(name), name, now)

    def _came_or_went(
        self, path: str, before: Seen | None, name: str, now: Folder
    ) -> Iterator[str]:
        is_folder = name in now and now[name] is None
        if is_folder and path not in self._folders:
            yield from self._enter(path)
        elif not is_folder and path in self._folders:
            yield from self._leave(path)
        if before is not None and now.get(name) is None:
            yield self._label(path)

    # ------------------------------------------------------------ one file

    def _compared(
        self, path: str, status: os.stat_result, known: Seen | None, hinted: frozenset[str]
    ) -> tuple[Seen, bool]:
        """The file as it is now, and whether it is another than the one that was known."""
        stamp = _stamp(status)
        newest = max(status.st_mtime_ns, status.st_ctime_ns)
        is_young = newest + RACY_NANOSECONDS > self.clock()
        if known is None:
            return Seen(stamp, is_young), True
        if known.stamp == stamp and not known.is_young:
            return known, False
        self.has_emptied = self.has_emptied or not status.st_size
        digest = _digest(path, status)
        if digest and known.digest:
            is_same = digest == known.digest
        else:
            is_same = stamp == known.stamp and path not in hinted
        return Seen(stamp, is_young, digest), not is_same

    def _label(self, path: str) -> str:
        for root, label in self._labels.items():
            if path.startswith(root + "/"):
                return label + path[len(root) :]
        return self.places.label_of(path) or path


def _listed(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """What lies in a folder; nothing of a folder that is gone, or that goes while we look."""
    with suppress(OSError), os.scandir(folder) as scan:
        for entry in scan:
            if not is_left_out(entry.name):
                with suppress(OSError):
                    yield entry.name, entry.stat(follow_symlinks=False)


def _above(path: str) -> str:
    """The folder around it; of the topmost, itself."""
    return path.rpartition("/")[0] or path


def _status(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except OSError:
        return None


def _stamp(status: os.stat_result) -> Stamp:
    kind = stat.S_IFMT(status.st_mode)
    return kind, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _digest(path: str, status: os.stat_result) -> str:
    """The name of the file's content; of what is no ordinary file or can't be read, empty."""
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
        return ""
    try:
        return digest_of(Path(path).read_bytes())
    except OSError:
        return ""
