"""A file of the hub that holds content."""

from typing import Literal

from msgspec import Struct

Shape = Literal["entry", "folder", "many"]


class Source(Struct, frozen=True):
    """One content file, found but not yet read."""

    path: str
    """Relative to the hub, with `/`: `content/members/ada.yaml`."""
    collection: str
    shape: Shape
    """`entry`: one file, one entry; `folder`: `slug/index.md` with its own files; `many`: `members.yaml`, `members.csv`."""
    slug: str
    """From the file's or folder's name; empty for `many`."""
    locale: str
    """From the name (`ada.fr.md`), else the hub's default."""
    digest: str
    """Of the bytes; empty for a file that no earlier run knew, and that nobody has read yet."""

    @property
    def folder(self) -> str:
        """Where the entry's own files are looked for, relative to the hub."""
        return self.path.rpartition("/")[0]

    @property
    def suffix(self) -> str:
        """`.md`, `.yaml`, `.yml`, `.json`, `.csv`"""
        return "." + self.path.rpartition(".")[2].lower()
