"""How much a visitor loads who narrows a directory: the finder's data, as it is and as hosts send it."""

import gzip
from collections.abc import Iterator
from pathlib import Path

KILO = 1000


def finder_sizes(out: Path) -> list[str]:
    """A line for each directory of the site in that folder, under a heading; none where there are no directories."""
    lines = list(_lines(out))
    return ["", "     kB  compressed  finder", *lines] if lines else []


def _lines(out: Path) -> Iterator[str]:
    for path in sorted(out.glob("**/finder.json")):
        data = path.read_bytes()
        sent = len(gzip.compress(data, mtime=0))
        yield f"{len(data) / KILO:7.1f}  {sent / KILO:10.1f}  {path.relative_to(out).as_posix()}"
