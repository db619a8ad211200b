"""What another program is told, and of what: a file for it, and the hub that the file describes."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from hubgen.config.site import Site
from hubgen.model.entry import Entry


class Description(Struct, frozen=True):
    """A file that describes a part of the hub."""

    name: str
    """Of the file, within the folder of its format: `members.schema.json`."""
    data: bytes
    begins: bytes = b""
    """Its first line, where people may write above it: what stands there before that line stays."""


class Subject(Struct, frozen=True):
    """What there is to describe."""

    site: Site
    entries: Callable[[], Iterable[Entry]] = tuple
    """Reads every entry of the hub, drafts and hidden ones too; most formats do without."""
