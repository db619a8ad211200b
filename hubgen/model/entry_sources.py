"""Where a form finds what an entry's file says, so that somebody can change it: a few files for each collection, some entries in each."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from hubgen.model.addresses import CONTRIBUTE
from hubgen.model.entry import Entry
from hubgen.model.hub import is_unlisted

_IN_ONE_FILE: Final = 48
"""Entries, about: few enough to be loaded in a moment, so many that a large hub gets few files."""
_ENDINGS: Final = frozenset({".md", ".yaml", ".yml", "/index.md", "/index.yaml", "/index.yml"})


def drawers_by_collection(entries: Iterable[Entry]) -> dict[str, int]:
    """In how many files the entries of each collection are that aren't unlisted."""
    counts = Counter(each.collection for each in entries if not is_unlisted(each))
    return {collection: _drawers_for(count) for collection, count in counts.items()}


def _drawers_for(entries: int) -> int:
    """The same number until there are twice as many entries."""
    drawers = 1
    while drawers * _IN_ONE_FILE < entries:
        drawers *= 2
    return drawers


def drawer_of(slug: str, drawers: int) -> str:
    """In which of so many files an entry is."""
    number = int.from_bytes(blake2b(slug.encode(), digest_size=4).digest(), "big") % drawers
    return f"{number:02x}"


def drawer_path(collection: str, drawer: str) -> str:
    """`contribute/members/values/0a.json`"""
    return f"{CONTRIBUTE}/{collection}/values/{drawer}.json"


def has_own_file(entry: Entry) -> bool:
    """Whether the entry's file holds it alone, in a form that forms write."""
    stem = f"content/{entry.collection}/{entry.slug}"
    path = entry.span.path
    return path.startswith(stem) and path[len(stem) :] in _ENDINGS
