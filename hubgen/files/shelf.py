"""What was made before, kept by what it was made from; what is damaged is made again."""

import os
import stat
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from hubgen.files.writing import Unwritable, write_whole

CHECKSUM = 16
WRITABLE = 0o222
"""hubgen makes its cached files read-only. One that can be written came with the hub's sources, perhaps in somebody's
pull request, and isn't trusted."""
LARGEST = 100_000_000


class Shelf(Struct, frozen=True):
    """A folder of cached bytes; without a folder, nothing is kept."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """The bytes under a key, or None when they aren't there as they were put."""
        if self.folder is None:
            return None
        data = _read(self.folder / key)
        payload = data[CHECKSUM:]
        return payload if data and data[:CHECKSUM] == _checksum(key, payload) else None

    def put(self, key: str, payload: bytes) -> None:
        """Keep the bytes; where that isn't possible, they are made again the next time."""
        if self.folder is None:
            return
        path = self.folder / key
        with suppress(Unwritable, OSError):
            path.unlink(missing_ok=True)
            write_whole(path, _checksum(key, payload) + payload)
            path.chmod(0o444)

    def keep_only(self, key: str) -> None:
        """Take everything else away that lies there."""
        if self.folder is None:
            return
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name != key:
                    path.unlink()


def _checksum(key: str, payload: bytes) -> bytes:
    return blake2b(key.encode() + b"\n" + payload, digest_size=CHECKSUM).digest()


def _read(path: Path) -> bytes:
    try:
        status = os.lstat(path)
        ours = stat.S_ISREG(status.st_mode) and not status.st_mode & WRITABLE
        return path.read_bytes() if ours and status.st_size <= LARGEST else b""
    except OSError:
        return b""
