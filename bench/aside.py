"""Clears away what a build has made without removing it, for removing costs the next ones."""

import itertools
from pathlib import Path
from typing import Final

ASIDE: Final = ".aside"
"""Beside the hub or the site, where no generator looks."""


def put_aside(path: Path) -> None:
    """The path is free afterwards, if anything was there.

    ext4 doesn't give the number of a file that was removed to a new one for some minutes, and tries
    them one by one (`recently_deleted` in Linux' fs/ext4/ialloc.c): after a site of ten thousand pages
    was removed, each new file took two milliseconds instead of a tenth of one. No host that builds a
    fresh clone knows of that.
    """
    if not (path.exists() or path.is_symlink()):
        return
    folder = path.parent.parent / ASIDE
    folder.mkdir(exist_ok=True)
    names = (folder / f"{path.parent.name}-{path.name}-{number}" for number in itertools.count())
    path.rename(next(name for name in names if not name.exists()))
