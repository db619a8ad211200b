"""Lines and columns of a text, as editors count them: from 1, columns in code points."""

from hubgen.text.patterns import pattern

LINES = pattern(r"\r\n|\r|\n")
"""A line break, however the editor wrote it."""


def place_at(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of the character at this offset."""
    before = text[:offset]
    if before.endswith("\r") and text.startswith("\n", offset):
        before = before[:-1]
    if "\r" not in before:
        return before.count("\n") + 1, len(before) - before.rfind("\n")
    line, start = 1, 0
    for found in LINES.finditer(before):
        line, start = line + 1, found.end()
    return line, len(before) - start + 1


def count_lines(text: str) -> int:
    """The number of line breaks, however the editor wrote them."""
    if "\r" not in text:
        return text.count("\n")
    return sum(1 for _ in LINES.finditer(text))


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    return [0, *(found.end() for found in LINES.finditer(text))]


def end_of(text: str, line: int, column: int) -> tuple[int, int]:
    """The place just after a stretch of text that begins at this place."""
    breaks = count_lines(text)
    if not breaks:
        return line, column + len(text)
    last = place_at(text, len(text))[1]
    return line + breaks, last
