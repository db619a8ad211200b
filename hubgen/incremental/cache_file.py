"""A file of the cache: data with a version and a checksum, never code; a damaged or foreign one counts as absent."""

import os
import stat
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from hubgen import __version__
from hubgen.files.writing import Unwritable, write_whole

T = TypeVar("T")

FORMAT = 2
"""Rises when the meaning of what is cached changes without a new version of hubgen."""
CHECKSUM_SIZE = 16
WRITABLE = 0o222
"""A checkout makes files that their owner can write; hubgen's own caches are read-only. So a cache that came with the
hub's sources, and that anybody could have written into a pull request, is not taken for our own."""
LARGEST = 1 << 30
"""A cache file beyond a gibibyte isn't one that hubgen wrote."""


def load(path: Path, kind: type[T]) -> T | None:
    """What was saved there by this version of hubgen, or None."""
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_mode & WRITABLE:
            return None
        if status.st_size > LARGEST:
            return None
        raw = path.read_bytes()
    except OSError:
        return None
    header, checksum, payload = _parts(raw)
    if header != _header() or checksum != _checksum(payload):
        return None
    try:
        return msgspec.msgpack.decode(payload, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def save(path: Path, value: object) -> bool:
    """Keep the value for later runs; False where that isn't possible, which costs only time."""
    # A large hub's records aren't copied once more.
    header = _header()
    start = len(header) + CHECKSUM_SIZE
    whole = bytearray(start)
    msgspec.msgpack.Encoder().encode_into(value, whole, start)
    whole[:start] = header + _checksum(memoryview(whole)[start:])
    try:
        path.unlink(missing_ok=True)
        write_whole(path, whole)
        path.chmod(0o444)
    except (Unwritable, OSError):
        return False
    return True


def _parts(raw: bytes) -> tuple[bytes, bytes, memoryview]:
    # A large hub's records aren't copied once more.
    start = len(_header())
    payload = memoryview(raw)[start + CHECKSUM_SIZE :]
    return raw[:start], raw[start : start + CHECKSUM_SIZE], payload


def _header() -> bytes:
    return f"hubgen {__version__} {FORMAT}\n".encode()


def _checksum(payload: bytes | memoryview) -> bytes:
    return blake2b(payload, digest_size=CHECKSUM_SIZE).digest()
