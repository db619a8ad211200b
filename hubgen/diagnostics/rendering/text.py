"""Diagnostics for people at a terminal: the place, what is wrong, the line with carets below it, and the way out."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.rendering.cells import TAB, cells, shown, width
from hubgen.diagnostics.rendering.findings import ReadLine
from hubgen.diagnostics.span import Span

WIDEST = 100
"""Characters of an excerpt: of a longer line the part around the mistake is shown."""
BEFORE = 30
"""Characters that are kept before the mistake where a line is cut."""
CUT = "..."

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36", Severity.OFF: "2"}


def render(diagnostics: Iterable[Diagnostic], read_line: ReadLine, *, colored: bool = False) -> str:
    """All diagnostics in their order, a blank line between them; empty text for none."""
    paint = _in_color if colored else _plain
    return "\n".join("\n".join([*_lines(each, read_line, paint), ""]) for each in diagnostics)


Paint = Callable[[str, str], str]


def _plain(text: str, _: str) -> str:
    return text


def _in_color(text: str, color: str) -> str:
    return f"\x1b[{color}m{text}\x1b[0m"


def _lines(diagnostic: Diagnostic, read_line: ReadLine, paint: Paint) -> Iterator[str]:
    color = _COLORS[diagnostic.severity]
    label = paint(f"{diagnostic.severity}[{diagnostic.code}]", f"1;{color}")
    place = paint(shown(str(diagnostic.span)), "1")
    yield f"{place}: {label}: {shown(diagnostic.message)}"
    yield from _excerpt(diagnostic.span, read_line, paint, color)
    if diagnostic.help:
        yield f"   {paint('help:', '1')} {shown(diagnostic.help)}"
    for related in diagnostic.related:
        yield f"   {paint('see:', '1')} {shown(str(related.span))}: {shown(related.label)}"


def _excerpt(span: Span, read_line: ReadLine, paint: Paint, color: str) -> Iterator[str]:
    if span == Span(span.path):
        return  # The whole file is meant: no line of it explains anything.
    text = read_line(span.path, span.line)
    if text is None or not text.strip():
        return
    cut = _cut(text, span)
    number = f"{span.line:>4}"
    yield f"{paint(f'{number} |', '2')} {cut.text}"
    yield f"{' ' * (len(number) + 3 + cut.indent)}{paint('^' * cut.carets, color)}"


def marked_line(span: Span, read_line: ReadLine) -> tuple[str, str, str] | None:
    """The line before, in and after its marked part, cut where it is long; None where no line explains anything."""
    text = None if span == Span(span.path) else read_line(span.path, span.line)
    if text is None or not text.strip():
        return None
    part = _part(text, span)
    pieces = (
        text[part.first : part.start],
        text[part.start : part.end],
        text[part.end : part.last],
    )
    before, marked, after = (shown(each.replace("\t", " " * TAB)) for each in pieces)
    return CUT * bool(part.first) + before, marked, after + CUT * (part.last < len(text))


class _Part(Struct, frozen=True):
    """Where the shown part of a line begins and ends, and the marked one in it."""

    first: int
    start: int
    end: int
    last: int


def _part(text: str, span: Span) -> _Part:
    start = min(span.column - 1, len(text))
    end = min(max(_end(span, len(text)), start), len(text))
    first = 0 if start < WIDEST - BEFORE else start - BEFORE
    last = min(first + WIDEST, len(text))
    return _Part(first, start, min(end, last), last)


class _Cut(Struct, frozen=True):
    """The part of a line that is shown."""

    text: str
    indent: int
    """Cells before the carets."""
    carets: int


def _cut(text: str, span: Span) -> _Cut:
    """The line around its marked part."""
    part = _part(text, span)
    first, start, end, last = part.first, part.start, part.end, part.last
    parts = list(cells(text[first:last]))
    before = CUT if first else ""
    after = CUT if last < len(text) else ""
    return _Cut(
        (before + "".join(part for part, _ in parts) + after).rstrip(),
        len(before) + width(parts[: start - first]),
        max(1, width(parts[start - first : end - first])),
    )


def _end(span: Span, length: int) -> int:
    """How many code points of the first line lie before the end of the mark."""
    if span.end_line == 0:
        return span.column
    return length if span.end_line > span.line else span.end_column - 1
