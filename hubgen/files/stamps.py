"""How a file is recognised without reading it again."""

from collections.abc import Mapping
from hashlib import blake2b

from msgspec import Struct

RACY_NANOSECONDS = 2_000_000_000
"""The coarsest clock among file systems: a file changed this shortly before it was read may change again unseen."""


class FoundFile(Struct, frozen=True):
    """A file of the hub, as the file system knows it."""

    path: str
    """Relative to the hub, with `/`."""
    size: int
    mtime_ns: int
    changed_ns: int = 0
    """When its name or its content last changed; tells apart two files that were swapped."""


class FileStamp(Struct, frozen=True):
    """What was known of a file when it was last read."""

    size: int
    mtime_ns: int
    digest: str
    changed_ns: int = 0
    taken_ns: int = 0
    """A moment before the file was read, such as the start of that build; 0 when it is unknown, and then nothing is
    skipped."""

    def still_holds(self, found: FoundFile) -> bool:
        """Whether the file can't have changed since; False when in doubt."""
        same = (self.size, self.mtime_ns, self.changed_ns)
        if same != (found.size, found.mtime_ns, found.changed_ns):
            return False
        return max(self.mtime_ns, self.changed_ns) + RACY_NANOSECONDS < self.taken_ns


def digest_of(data: bytes) -> str:
    """The name of these bytes: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def known_stamp(found: FoundFile, known: Mapping[str, FileStamp]) -> FileStamp | None:
    """The stamp of a file that has not changed since, or None when it must be read."""
    stamp = known.get(found.path)
    return stamp if stamp is not None and stamp.still_holds(found) else None
