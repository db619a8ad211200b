"""Writing whole files: whoever looks sees the old bytes or the new ones, never half of either."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

TEMPORARY_END = ".hubgen-tmp"
"""How the name of a file that is still being written ends; it begins with a dot."""

_CREATE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EACCES: "this computer doesn't allow hubgen to write there",
    errno.EPERM: "this computer doesn't allow hubgen to write there",
    errno.EROFS: "the disk is read-only",
    errno.EISDIR: "a folder of that name is in the way",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.ENAMETOOLONG: "the name is too long for this computer",
}


class Unwritable(Exception):
    """A file could not be written; what stood there before stands there still."""

    def __init__(self, path: Path, error: OSError) -> None:
        reason = _REASONS.get(error.errno or 0, error.strerror or "no reason was given")
        super().__init__(f"{path} could not be written: {reason}")
        self.path = path
        self.reason = reason
        self.error = error

    def __reduce__(self) -> tuple[type["Unwritable"], tuple[Path, OSError]]:
        """The way from a worker process to the one that asked."""
        return type(self), (self.path, self.error)


def write_whole(path: Path | str, data: bytes | bytearray) -> bool:
    """Put these bytes at the path, making its folders; False when they stood there already; raises Unwritable."""
    # A string from here on: a site is thousands of files, and for each a path as an object takes half as long as the disk.
    place = os.fspath(path)
    if _stands_already(place, data):
        return False
    try:
        _write_aside_and_rename(place, data)
    except OSError as error:
        raise Unwritable(Path(place), error) from error
    return True


def temporary_path(path: Path) -> Path:
    """The name under which a file is written before it is whole."""
    return Path(_aside(os.fspath(path)))


def _aside(place: str) -> str:
    name = os.path.split(place)[1]
    return f"{place.removesuffix(name)}.{name}{TEMPORARY_END}"


def _stands_already(place: str, data: bytes | bytearray) -> bool:
    try:
        status = os.lstat(place)
        if not S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        return Path(place).read_bytes() == data
    except OSError:
        return False


def _write_aside_and_rename(place: str, data: bytes | bytearray) -> None:
    temporary = _aside(place)
    try:
        descriptor = _create(temporary)
        try:
            _write_all(descriptor, data)
        finally:
            os.close(descriptor)
        Path(temporary).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _create(temporary: str) -> int:
    try:
        return os.open(temporary, _CREATE, 0o644)
    except FileNotFoundError:
        Path(temporary).parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        # Left behind by a run that was killed.
        Path(temporary).unlink()
    return os.open(temporary, _CREATE, 0o644)


def _write_all(descriptor: int, data: bytes | bytearray) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
