"""Everything that a build depends on, as it stands before any file is opened."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from hubgen import __version__
from hubgen.files.stamps import RACY_NANOSECONDS
from hubgen.model.options import BuildOptions

INPUTS = ("site.yaml", "content", "static", "themes")
"""What of a hub's folder can change its site, unless it keeps its static files elsewhere."""


def input_names(static: str) -> tuple[str, ...]:
    """The same for a hub whose static files are in that folder."""
    return tuple(dict.fromkeys((*INPUTS, static)))


Stamp = tuple[str, int, int, int]
"""A file's path, size, and the times of its last changes, in nanoseconds."""


class Inputs(Struct, frozen=True):
    """All files that a build depends on, and what was asked for on the command line."""

    stamps: tuple[Stamp, ...]
    options: BuildOptions
    now_ns: int
    """A moment before they were looked at."""

    def digest(self, *, without: Collection[str] = ()) -> str:
        """Of all files but those at these paths; empty when one of them is so new that it may change again unseen."""
        wanted = (__version__, self.options.base_url, self.options.drafts, self.options.future)
        hasher = blake2b(repr(wanted).encode(), digest_size=16)
        for stamp in self.stamps:
            path, _, modified, changed = stamp
            if path not in without:
                if max(modified, changed) + RACY_NANOSECONDS >= self.now_ns:
                    return ""
                hasher.update(repr(stamp).encode("utf-8", "surrogateescape"))
        return hasher.hexdigest()


def look_at_inputs(places: Iterable[Path], options: BuildOptions, now_ns: int) -> Inputs:
    """The files in these places as they are now; `now_ns` is a moment before this call."""
    stamps = (
        (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        for root in places
        for path, status in _files(root)
    )
    return Inputs(tuple(stamps), options, now_ns)


def _files(root: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files below a folder, or the file itself, in an order that doesn't depend on the file system."""
    if not root.is_dir():
        yield from _looked_at(str(root))
        return
    waiting = [str(root)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield from _looked_at(entry.path)


def _looked_at(path: str) -> Iterator[tuple[str, os.stat_result]]:
    """Nothing for a file that isn't there, or that goes while we look."""
    with suppress(OSError):
        yield path, os.lstat(path)
