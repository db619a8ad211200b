"""The lines of a hub's files, for excerpts below diagnostics."""

from hubgen.diagnostics import Report
from hubgen.files.limits import MANY_FILE_LIMIT
from hubgen.files.reading import HubFolder, Unreadable
from hubgen.text.decoding import decode
from hubgen.text.positions import LINES


class Excerpts:
    """Reads lines of files through the hub's own door, and keeps the file at hand that was asked for last."""

    def __init__(self, folder: HubFolder) -> None:
        self._folder = folder
        self._path = ""
        self._lines: list[str] = []

    def line(self, path: str, number: int) -> str | None:
        """The line without its end, or None where there is none that may be read."""
        if path != self._path:
            self._path, self._lines = path, self._read(path)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else None

    def _read(self, path: str) -> list[str]:
        try:
            data = self._folder.read(path, MANY_FILE_LIMIT)
        except Unreadable:
            return []
        return LINES.split(_text(data, path))


def _text(data: bytes, path: str) -> str:
    """As it stands in the file; where that is no UTF-8, as the stages read it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data, path, Report()) or ""
