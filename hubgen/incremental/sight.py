"""Remembers whom each page of the site showed, so that a page need not be looked at when nobody whom it shows was touched."""

from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field, msgpack

from hubgen.incremental import cache_file
from hubgen.model.noting import Seen
from hubgen.model.roster import Roster


class Sight(Struct):
    """What one build saw."""

    others: str = ""
    """Digest of all that it was made from beside the content files; empty when that can't be trusted."""
    roster: Roster = field(default_factory=Roster)
    """The hub's entries, and what they are called."""
    digests: dict[str, str] = field(default_factory=dict)
    """Of each content file's bytes, by path."""
    backdrop: str = ""
    """Digest of what views see without its being noted."""
    rows: dict[str, bytes] = field(default_factory=dict)
    """By row of a table: its digest."""
    asks: dict[str, bytes] = field(default_factory=dict)
    """By output path: what the plan asked for the page; pages of which that can't be told are missing."""
    pages: dict[str, Seen] = field(default_factory=dict)
    """By output path: whom the page's view looked at, as places among the roster's keys."""

    @property
    def name(self) -> str:
        """Another one for whatever else was seen; the build's manifest knows its sight by it."""
        return blake2b(msgpack.encode(self), digest_size=16).hexdigest()


def load_sight(manifest: Path, name: str) -> Sight:
    """What the build with that manifest saw; nothing where that isn't known, or is of another build."""
    found = cache_file.load(_path(manifest), Sight)
    return found if found is not None and found.name == name else Sight()


def save_sight(manifest: Path, sight: Sight) -> None:
    """Keep it for the next build."""
    cache_file.save(_path(manifest), sight)


def _path(manifest: Path) -> Path:
    """Beside the manifest, which an unchanged build can read without it."""
    return manifest.with_name(f"sight-{manifest.name}")
