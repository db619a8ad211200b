"""An earlier version's own themes, laid out in a folder for as long as somebody needs them: themes are read from the disk."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from hubgen.files.limits import MANY_FILE_LIMIT
from hubgen.files.reading import FoundFile, HubFolder, Unreadable

TOP: Final = "themes"
MOST_BYTES: Final = 200_000_000


@contextmanager
def own_themes(folder: HubFolder) -> Iterator[Path]:
    """The place of the folder's themes, which goes afterwards; what must not be read isn't there."""
    with tempfile.TemporaryDirectory(prefix="hubgen-") as place:
        left = MOST_BYTES
        for found in folder.walk(TOP):
            if isinstance(found, FoundFile) and left > 0:
                left -= _lay_out(folder, found.path, Path(place))
        yield Path(place) / TOP


def _lay_out(folder: HubFolder, path: str, place: Path) -> int:
    try:
        data = folder.read(path, MANY_FILE_LIMIT)
    except Unreadable:
        return 0
    target = place / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return len(data)
