"""How much a visitor loads who narrows a directory: the finder's data, as it is and as hosts send it.

Of a large directory that is what comes first; below it stands what the heaviest of each kind of parts weighs, of which a
browser loads those that it shows.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

KILO = 1000
SHARDS = "shards"


def finder_sizes(out: Path) -> list[str]:
    """A line for each directory of the site in that folder, under a heading; none where there are no directories."""
    lines = list(_lines(out))
    return ["", "     kB  compressed  finder", *lines] if lines else []


def _lines(out: Path) -> Iterator[str]:
    for path in sorted(out.glob("**/finder.json")):
        name = path.relative_to(out).as_posix()
        yield _line(path, name)
        for kind, files in _parts(path.with_suffix("")).items():
            heaviest = max(files, key=lambda each: each.stat().st_size)
            yield _line(
                heaviest, f"  {kind}" + f", the heaviest of {len(files)}" * (len(files) > 1)
            )


def _line(path: Path, name: str) -> str:
    data = path.read_bytes()
    sent = len(gzip.compress(data, mtime=0))
    return f"{len(data) / KILO:7.1f}  {sent / KILO:10.1f}  {name}"


def _parts(folder: Path) -> dict[str, list[Path]]:
    """The files beside the first one, by kind: shards, title, words, zone."""
    kinds: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*.json")):
        kind, dash, _ = path.stem.partition("-")
        kinds.setdefault(kind if dash else SHARDS, []).append(path)
    return dict(sorted(kinds.items()))
