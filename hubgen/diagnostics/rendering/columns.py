"""Columns as other programs count them: ours are code points, editors' are UTF-16 units, some tools' are bytes."""

from collections.abc import Callable

from hubgen.diagnostics.rendering.findings import ReadLine
from hubgen.diagnostics.span import Span

Measure = Callable[[str], int]


def utf16(text: str) -> int:
    """Its length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text: str) -> int:
    """Its length in bytes of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def columns(span: Span, read_line: ReadLine, measure: Measure) -> tuple[int, int] | None:
    """First and end column (0 where only a point is known), from 1, end exclusive; None where a line can't be read."""
    first = _column(span.path, span.line, span.column, read_line, measure)
    if first is None or not span.end_line:
        return None if first is None else (first, 0)
    end = _column(span.path, span.end_line, span.end_column, read_line, measure)
    return None if end is None else (first, end)


def _column(path: str, line: int, column: int, read_line: ReadLine, measure: Measure) -> int | None:
    text = read_line(path, line)
    if text is None:
        return 1 if column == 1 else None
    return measure(text[: column - 1]) + 1
