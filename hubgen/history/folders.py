"""A hub's folder as it was: whoever reads a hub can't tell it from one on the disk, and finds the same things refused."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hubgen.files.limits import FOLDER_DEPTH_LIMIT
from hubgen.files.paths import is_passing, name_problem, parts_of
from hubgen.files.reading import FileStamp, FoundFile, HubFolder, Refused, Unreadable
from hubgen.files.refusals import linked, shown
from hubgen.files.stamps import digest_of
from hubgen.history.blobs import Blobs
from hubgen.history.repository import LINK, GitFile


class GitFolder(HubFolder):
    """A hub whose files git has."""

    __slots__ = ("_blobs", "_files", "_folders")

    def __init__(self, root: Path, files: Mapping[str, GitFile], blobs: Blobs) -> None:
        """`root` is the folder on the disk from which nothing is read but the hub's own themes, unless they lie elsewhere."""
        super().__init__(root)
        self._files = files
        self._blobs = blobs
        self._folders = {folder for path in files for folder in _folders_of(path)}

    def read_stamped(self, path: str, limit: int) -> tuple[bytes, FileStamp]:
        """The bytes as the commit holds them."""
        file = self._file(path)
        data = self._blobs.read(file.name, limit)
        return data, FileStamp(len(data), 0, digest_of(data))

    def find(self, path: str) -> FoundFile | None:
        """What is known of it without reading it."""
        try:
            file = self._file(path)
        except Unreadable:
            return None
        return FoundFile(path, self._blobs.size(file.name), 0)

    def walk(self, folder: str) -> Iterator[FoundFile | Refused]:
        """The files below a folder, as `HubFolder.walk` gives them."""
        start = f"{folder}/"
        inside = [path for path in self._files if path.startswith(start)]
        if folder in self._files:
            yield _refused(folder, self._files[folder])
        yield from _walked(folder, inside, self._files)

    def holds(self, path: str) -> bool:
        """Whether there was anything."""
        return path in self._files or path in self._folders

    def _file(self, path: str) -> GitFile:
        parts = parts_of(path)
        for end in range(1, len(parts) + 1):
            file = self._files.get("/".join(parts[:end]))
            if file is not None and not file.is_ordinary:
                raise _unfollowed(file)
        file = self._files.get(path)
        if file is None:
            kind = "it is a folder" if path in self._folders else "there is no such file"
            raise Unreadable(f"this file can't be read: {kind}", "HG101", "check its name")
        return file


class OverlayFolder(HubFolder):
    """A hub as it lies on the disk, with some files as they were: cheaper than asking git for all of them."""

    __slots__ = ("_before", "_changed")

    def __init__(
        self, root: Path, changed: Iterable[str], before: Mapping[str, GitFile], blobs: Blobs
    ) -> None:
        """`changed` are the paths that aren't read from the disk; those that were there stand in `before`."""
        super().__init__(root)
        self._changed = frozenset(changed)
        self._before = GitFolder(root, before, blobs)

    def read_stamped(self, path: str, limit: int) -> tuple[bytes, FileStamp]:
        """The bytes as they were."""
        if path in self._changed:
            return self._before.read_stamped(path, limit)
        return super().read_stamped(path, limit)

    def find(self, path: str) -> FoundFile | None:
        """What was known of it."""
        return self._before.find(path) if path in self._changed else super().find(path)

    def holds(self, path: str) -> bool:
        """Whether there was anything."""
        return self._before.holds(path) or (path not in self._changed and super().holds(path))

    def walk(self, folder: str) -> Iterator[FoundFile | Refused]:
        """The files that were below a folder."""
        stayed = (each for each in super().walk(folder) if each.path not in self._changed)
        return iter(sorted([*stayed, *self._before.walk(folder)], key=_order))


def _order(each: FoundFile | Refused) -> list[str]:
    return each.path.split("/")


def _folders_of(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))


def _walked(
    folder: str, paths: Iterable[str], files: Mapping[str, GitFile]
) -> Iterator[FoundFile | Refused]:
    """Each file, or the first part of its way for which it is refused, once."""
    told: set[str] = set()
    skip = len(folder) + 1
    for path in sorted(paths, key=lambda each: each.split("/")):
        names = path[skip:].split("/")
        each = _visited(folder, names, files[path])
        if each is not None and each.path not in told:
            told.add(each.path)
            yield each


def _visited(folder: str, names: list[str], file: GitFile) -> FoundFile | Refused | None:
    place = folder
    for depth, name in enumerate(names):
        place = f"{place}/{name}"
        if not name or is_passing(name):
            return None
        problem = name_problem(name)
        if problem is not None:
            advice = "give it a name of letters, digits and hyphens"
            return Refused(shown(place), problem, "HG106", advice)
        if depth >= FOLDER_DEPTH_LIMIT:
            reason = f"folders are looked into {FOLDER_DEPTH_LIMIT} deep, and this one lies deeper"
            return Refused(place.rpartition("/")[0], reason, "HG107", "move it further up")
    return FoundFile(place, -1, 0) if file.is_ordinary else _refused(place, file)


def _refused(path: str, file: GitFile) -> Refused:
    problem = _unfollowed(file)
    return Refused(shown(path), problem.reason, problem.code, problem.help)


def _unfollowed(file: GitFile) -> Unreadable:
    if file.mode == LINK:
        return linked()
    return Unreadable(
        "this is another repository inside the hub, and hubgen reads none",
        "HG104",
        "put its files here instead",
    )
