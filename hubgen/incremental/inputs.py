"""Everything that a build depends on, in one digest taken without opening a file."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from hubgen import __version__
from hubgen.files.stamps import RACY_NANOSECONDS
from hubgen.model.options import BuildOptions

INPUTS = ("site.yaml", "content", "static", "themes")
"""What of a hub's folder can change its site, unless it keeps its static files elsewhere."""


def input_names(static: str) -> tuple[str, ...]:
    """The same for a hub whose static files are in that folder."""
    return tuple(dict.fromkeys((*INPUTS, static)))


def inputs_digest(places: Iterable[Path], options: BuildOptions, now_ns: int) -> str:
    """Of names, sizes and times of change; empty when a file is so new that it may change again unseen."""
    hasher = blake2b(digest_size=16)
    wanted = (__version__, options.base_url, options.drafts, options.future)
    hasher.update(repr(wanted).encode())
    newest = 0
    for root in places:
        for path, status in _files(root):
            newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
            stamp = (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            hasher.update(repr(stamp).encode("utf-8", "surrogateescape"))
    return hasher.hexdigest() if newest + RACY_NANOSECONDS < now_ns else ""


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
