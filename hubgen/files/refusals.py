"""Why a file of the hub isn't read, as a value that becomes a diagnostic."""

import errno
import stat
from os import stat_result

from msgspec import Struct

REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "this computer doesn't allow hubgen to read it",
    errno.EPERM: "this computer doesn't allow hubgen to read it",
    errno.ENAMETOOLONG: "its name is too long for this computer",
    errno.ENOTDIR: "a part of its path is no folder",
    errno.EIO: "the disk could not read it",
    errno.ENXIO: "it is no ordinary file",
}


class Refused(Struct, frozen=True):
    """A file that is there and isn't read."""

    path: str
    """Relative to the hub; odd characters of its name are written as `\\x1b`."""
    reason: str
    """The diagnostic's message."""
    code: str
    help: str = ""


class Unreadable(Exception):
    """A file of the hub can't be read; stages catch it and put its reason into their report."""

    def __init__(self, reason: str, code: str, advice: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.help = advice

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[str, str, str]]:
        """The way from a worker process to the one that asked."""
        return type(self), (self.reason, self.code, self.help)


def failed(error: OSError) -> Unreadable:
    """What the operating system said, in plain words."""
    if error.errno == errno.ELOOP:
        return linked()
    reason = REASONS.get(error.errno or 0, error.strerror or "it could not be read")
    return Unreadable(
        f"this file can't be read: {reason}", "HG101", "check its name and its permissions"
    )


def linked() -> Unreadable:
    """The refusal of a symbolic link."""
    return Unreadable(
        "this path goes through a link, and hubgen follows no links inside a hub",
        "HG102",
        "put a copy of the file here; only the folders content, static and themes themselves may be"
        " links, to folders of the same hub",
    )


def outside(path: str) -> Unreadable:
    """The refusal of a path that could name something outside the hub."""
    return Unreadable(
        f"the path '{shown(path)}' doesn't stay inside the hub",
        "HG103",
        "put the file into the hub, and name it from where it is written, with / between folders",
    )


def unwelcome(status: stat_result) -> Unreadable | None:
    """Why something with this status isn't read, or None for an ordinary file."""
    if stat.S_ISLNK(status.st_mode):
        return linked()
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a device or a pipe"
        return Unreadable(
            f"this is {kind} and no file", "HG104", "put an ordinary file in its place"
        )
    if status.st_nlink > 1:
        return Unreadable(
            "this file is a hard link: it has a second name somewhere on the disk",
            "HG102",
            "replace it by a copy: cp FILE COPY, then mv COPY FILE",
        )
    return None


def too_large(size: int, limit: int) -> Unreadable:
    """The refusal of a file over its limit."""
    return Unreadable(
        f"this file has {_readable(size)}, and the most that is read is {_readable(limit)}",
        "HG105",
        "move pictures and downloads into files of their own, and split very long texts and lists",
    )


def shown(path: str) -> str:
    """The path with everything escaped that a terminal or a log could misunderstand."""
    if path.isprintable():
        return path
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in path
    )


def _readable(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} kB"
