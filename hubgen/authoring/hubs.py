"""A new hub: settings with comments and one made-up entry of each kind, linked to each other."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from hubgen.files.writing import write_whole
from hubgen.text.yaml_writer import scalar_text

DEFAULT_TITLE: Final = "Our learning network"

_STARTER: Final = Path(__file__).parent / "starter"
_BLANK: Final = re.compile(r"%%([A-Z]+)%%")
_RENAMED: Final = {"gitignore": ".gitignore"}
"""Files that would have an effect on hubgen's own sources under their right names."""
_HARMLESS: Final = frozenset({".git", ".DS_Store"})
"""What a folder may hold that a hub is to be made in: a fresh clone is as good as empty."""


class FolderNotEmpty(Exception):
    """A hub can't be made where something else is already."""

    def __init__(self, folder: Path, found: str) -> None:
        super().__init__(f"{folder} is not empty: it holds {found}")
        self.folder = folder
        self.found = found


def new_hub(folder: Path, *, today: date, title: str = DEFAULT_TITLE) -> tuple[Path, ...]:
    """Write a hub that builds, and say which files; raises FolderNotEmpty, and Unwritable when the disk refuses."""
    if found := _first_of(folder):
        raise FolderNotEmpty(folder, found)
    words = _words(title, today)
    written = []
    for template in sorted(path for path in _STARTER.rglob("*") if path.is_file()):
        path = folder / template.relative_to(_STARTER)
        path = path.with_name(_RENAMED.get(path.name, path.name))
        write_whole(path, _filled(template.read_text(encoding="utf-8"), words).encode())
        written.append(path)
    return tuple(written)


def _first_of(folder: Path) -> str:
    """The name of something in the folder, or of the file that stands in its place; empty when it can be used."""
    if not folder.exists():
        return ""
    if not folder.is_dir():
        return folder.name
    return next(
        (name for name in sorted(each.name for each in folder.iterdir()) if name not in _HARMLESS),
        "",
    )


def _words(title: str, today: date) -> dict[str, str]:
    line = " ".join(title.split()) or DEFAULT_TITLE
    return {
        "TITLE": scalar_text(line, wordy=True),
        "HEADING": line.replace("\\", "\\\\").replace("<", "\\<"),
        "TODAY": today.isoformat(),
        "MONTH": today.isoformat()[:7],
        "SOON": (today + timedelta(days=21)).isoformat(),
        "LATER": (today + timedelta(days=90)).isoformat(),
    }


def _filled(text: str, words: dict[str, str]) -> str:
    return _BLANK.sub(lambda found: words[found[1]], text)
