"""Diagnostics for the preview: plain pieces of text that a page puts together, with nothing in them that could act."""

from collections.abc import Iterable
from typing import Any

from hubgen.diagnostics.diagnostic import Diagnostic
from hubgen.diagnostics.rendering.cells import shown
from hubgen.diagnostics.rendering.findings import ReadLine
from hubgen.diagnostics.rendering.text import marked_line


def pieces(diagnostics: Iterable[Diagnostic], read_line: ReadLine) -> list[dict[str, Any]]:
    """Each problem by its parts; `excerpt` is the line before, in and after the mark, or None."""
    return [_pieces(each, read_line) for each in diagnostics]


def _pieces(diagnostic: Diagnostic, read_line: ReadLine) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "path": shown(span.path),
        "line": span.line,
        "column": span.column,
        "place": shown(str(span)),
        "message": shown(diagnostic.message),
        "help": shown(diagnostic.help),
        "excerpt": marked_line(span, read_line),
        "related": [
            {"place": shown(str(each.span)), "label": shown(each.label)}
            for each in diagnostic.related
        ],
    }
