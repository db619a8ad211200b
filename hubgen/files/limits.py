"""How large the hub's files may be."""

from collections.abc import Mapping
from typing import Final

ENTRY_FILE_LIMIT: Final = 1024 * 1024
"""Bytes of a file that holds one entry: a long book fits, a pasted picture doesn't."""

MANY_FILE_LIMIT: Final = 20_000_000
"""Bytes of a file that holds a whole collection."""

SIZE_LIMITS: Final[Mapping[str, int]] = {
    "entry": ENTRY_FILE_LIMIT,
    "folder": ENTRY_FILE_LIMIT,
    "many": MANY_FILE_LIMIT,
}
"""By the shape of a source."""

FOLDER_DEPTH_LIMIT: Final = 12
"""Folders inside folders that are looked into."""
