"""Where a form finds what an entry's file says, so that somebody can change it: a few files for each collection, some entries in each."""

from hashlib import blake2b
from typing import Final

from hubgen.model.entry import Entry

_IN_ONE_FILE: Final = 48
"""Entries, about: few enough to be loaded in a moment, so many that a large hub gets few files."""
_ENDINGS: Final = frozenset({".md", ".yaml", ".yml", "/index.md", "/index.yaml", "/index.yml"})


def drawer_of(slug: str, entries: int) -> str:
    """The file in which an entry is, of a collection with so many entries; the same until the collection doubles."""
    drawers = 1
    while drawers * _IN_ONE_FILE < entries:
        drawers *= 2
    number = int.from_bytes(blake2b(slug.encode(), digest_size=4).digest(), "big") % drawers
    return f"{number:02x}"


def drawer_path(collection: str, drawer: str) -> str:
    """`contribute/members/values/0a.json`"""
    return f"contribute/{collection}/values/{drawer}.json"


def has_own_file(entry: Entry) -> bool:
    """Whether the entry's file holds it alone, in a form that forms write."""
    stem = f"content/{entry.collection}/{entry.slug}"
    path = entry.span.path
    return path.startswith(stem) and path[len(stem) :] in _ENDINGS
