"""What a host of repositories needs beside a hub: workflows that check and publish it, and templates for those who add to it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from hubgen import __version__
from hubgen.files.writing import write_whole

HOSTS: Final = ("github", "gitlab", "forgejo")

_FILES: Final = Path(__file__).parent / "host_files"
_BLANK: Final = re.compile(r"%%([A-Z]+)%%")
_DOT: Final = "dot-"
"""How names begin that would have an effect on hubgen's own sources under their right names."""
_WORDS: Final[Mapping[str, str]] = {
    "ACTION": f"hubgen/hubgen@v{__version__}",
    "PACKAGE": f"hubgen=={__version__}",
}


class Added(Struct, frozen=True):
    """What became of the files."""

    written: tuple[str, ...]
    """By path in the hub."""
    kept: tuple[str, ...]
    """Files that were there already and stay as they are."""


def host_files(host: str) -> Iterator[tuple[str, bytes]]:
    """By path in the hub, in order: the files for one of `HOSTS`."""
    folder = _FILES / host
    for template in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = template.relative_to(folder).as_posix().replace(_DOT, ".")
        text = _BLANK.sub(lambda found: _WORDS[found[1]], template.read_text(encoding="utf-8"))
        yield name, text.encode()


def add_files(folder: Path, files: Iterator[tuple[str, bytes]]) -> Added:
    """Write what isn't there yet; raises Unwritable when the disk refuses."""
    written, kept = [], []
    for name, data in files:
        place = folder / name
        if place.exists() or place.is_symlink():
            kept.append(name)
        else:
            write_whole(place, data)
            written.append(name)
    return Added(tuple(written), tuple(kept))
