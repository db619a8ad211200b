"""The only way to read a hub's files: nothing outside the hub, no link, nothing that isn't an ordinary file."""

import os
from collections.abc import Iterator
from pathlib import Path

from hubgen.files.limits import FOLDER_DEPTH_LIMIT
from hubgen.files.opening import open_below, top_folder
from hubgen.files.paths import is_passing, name_problem, parts_of, resolved
from hubgen.files.refusals import Refused, Unreadable, failed, shown, too_large, unwelcome
from hubgen.files.stamps import FileStamp, FoundFile, digest_of

__all__ = ["FileStamp", "FoundFile", "HubFolder", "Refused", "Unreadable"]


class HubFolder:
    """A hub's folder, as far as it may be read."""

    __slots__ = ("root", "themes")

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        """Without links on the way; the hub itself may lie behind one."""
        self.themes = self.root / "themes"
        """Where the hub's own themes lie."""

    def read(self, path: str, limit: int) -> bytes:
        """The bytes of a hub-relative path; raises Unreadable for links, `..`, too large, vanished and the like."""
        return self.read_stamped(path, limit)[0]

    def read_stamped(self, path: str, limit: int) -> tuple[bytes, FileStamp]:
        """As `read`, with a stamp that was taken from the very file that was read."""
        descriptor = open_below(self.root, parts_of(path))
        try:
            status = os.fstat(descriptor)
            if problem := unwelcome(status):
                raise problem
            data = _read(descriptor, status.st_size, limit)
        except OSError as error:
            raise failed(error) from error
        finally:
            os.close(descriptor)
        stamp = FileStamp(len(data), status.st_mtime_ns, digest_of(data), status.st_ctime_ns)
        return data, stamp

    def find(self, path: str) -> FoundFile | None:
        """What the file system knows of a file that can be read, or None; never raises."""
        try:
            descriptor = open_below(self.root, parts_of(path))
        except Unreadable:
            return None
        try:
            status = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        return None if unwelcome(status) else _found(path, status)

    def holds(self, path: str) -> bool:
        """Whether anything is there, be it readable or not."""
        return os.path.lexists(self.root / path)

    def walk(self, folder: str) -> Iterator[FoundFile | Refused]:
        """The files below a folder, by name; what must not be read comes as Refused, hidden files not at all."""
        parts = parts_of(folder)
        try:
            start = top_folder(self.root, parts[0]).joinpath(*parts[1:])
        except Unreadable as problem:
            yield _refused(folder, problem)
            return
        if start.is_dir():
            yield from _walk(str(start), folder, FOLDER_DEPTH_LIMIT)

    def resolve(self, folder: str, target: str) -> str | None:
        """The hub-relative path that a file names from its folder (`/` begins at the hub), or None outside the hub."""
        return resolved(folder, target)


def _walk(place: str, folder: str, depth: int) -> Iterator[FoundFile | Refused]:
    try:
        with os.scandir(place) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield _refused(folder, failed(error))
        return
    for entry in entries:
        if not is_passing(entry.name):
            yield from _visit(entry, f"{folder}/{entry.name}", depth)


def _visit(entry: os.DirEntry[str], path: str, depth: int) -> Iterator[FoundFile | Refused]:
    problem = name_problem(entry.name)
    if problem is not None:
        advice = "give it a name of letters, digits and hyphens"
        yield Refused(shown(path), problem, "HG106", advice)
    elif not entry.is_dir(follow_symlinks=False):
        yield _file(entry, path)
    elif depth > 1:
        yield from _walk(entry.path, path, depth - 1)
    else:
        reason = f"folders are looked into {FOLDER_DEPTH_LIMIT} deep, and this one lies deeper"
        yield Refused(path, reason, "HG107", "move it further up")


def _file(entry: os.DirEntry[str], path: str) -> FoundFile | Refused:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        return _refused(path, failed(error))
    problem = unwelcome(status)
    return _found(path, status) if problem is None else _refused(path, problem)


def _found(path: str, status: os.stat_result) -> FoundFile:
    return FoundFile(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _refused(path: str, problem: Unreadable) -> Refused:
    return Refused(shown(path), problem.reason, problem.code, problem.help)


def _read(descriptor: int, size: int, limit: int) -> bytes:
    if size > limit:
        raise too_large(size, limit)
    pieces = []
    left = limit + 1
    while left and (piece := os.read(descriptor, min(left, size + 1))):
        pieces.append(piece)
        left -= len(piece)
    if not left:
        raise too_large(limit + 1, limit)
    return b"".join(pieces)
