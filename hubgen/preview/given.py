"""One file of the site as a browser gets it, and what of it decides how an open page follows a change."""

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock

from hubgen.diagnostics import Diagnostic

KEPT = 256
"""Files that are kept at hand, the ones that were asked for last."""
SHEET = re.compile(rb'<link rel="stylesheet" href="[^"]*">')
FIXED = re.compile(rb'<script\b[^>]*>|<meta http-equiv="Content-Security-Policy"[^>]*>')
"""What a page can't change once it is loaded: what it runs, and what it lets run."""


@dataclass(frozen=True, slots=True)
class Given:
    """The answer for one address, without what the preview adds to it."""

    status: int
    type: str
    data: bytes = field(repr=False)
    digest: str = ""
    is_page: bool = False
    """Whether people read it: it follows changes."""
    sources: tuple[str, ...] = ()
    """The hub's files that it stands for."""
    template: str = ""
    """The theme's file that shows it."""
    problems: tuple[Diagnostic, ...] = ()
    """Why these aren't the bytes that they should be."""


def digest_of_page(data: bytes, status: int) -> str:
    """The name of what a tab shows."""
    return blake2b(data, digest_size=12, key=str(status).encode()).hexdigest()


def change_between(before: Given | None, now: Given) -> str:
    """What a tab that shows the one must do to show the other: `none`, `style`, `patch` or `reload`."""
    if before is None:
        return "patch"
    if before.digest == now.digest:
        return "none"
    if before.status != now.status or FIXED.findall(before.data) != FIXED.findall(now.data):
        return "reload"
    if SHEET.sub(b"", before.data) == SHEET.sub(b"", now.data):
        return "style"
    return "patch"


class Lately:
    """What was given lately by address; safe from any thread."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[str, Given] = OrderedDict()
        self._lock = Lock()

    def get(self, path: str) -> Given | None:
        """What was given there last, if that isn't too long ago."""
        with self._lock:
            if path in self._kept:
                self._kept.move_to_end(path)
            return self._kept.get(path)

    def keep(self, path: str, given: Given) -> None:
        """Remember it, and forget what nobody asked for in a long time."""
        with self._lock:
            self._kept[path] = given
            self._kept.move_to_end(path)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
