"""Diagnostics for programs: one JSON document whose shape stays as it is described in the docs."""

from collections.abc import Iterable, Mapping
from typing import Any

from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.rendering.plain import as_json
from hubgen.diagnostics.span import Span

VERSION = 1
"""Rises when a key changes its meaning or goes; new keys may come at any time."""


def render(diagnostics: Iterable[Diagnostic], summary: Mapping[str, int]) -> str:
    """`{"version": 1, "diagnostics": [...], "summary": {"errors": 0, "warnings": 0, "hints": 0, ...}}`

    Lines and columns count from 1, columns in code points; `end_column` is exclusive; where only a point is known the
    end is null. The document is ASCII: whatever content holds, nothing in it acts on a terminal or a log.
    """
    listed = tuple(diagnostics)
    document = {
        "version": VERSION,
        "diagnostics": [_shape(each) for each in listed],
        "summary": {**_counts(listed), **summary},
    }
    return as_json(document) + "\n"


def _counts(diagnostics: tuple[Diagnostic, ...]) -> dict[str, int]:
    return {
        f"{severity}s": sum(each.severity is severity for each in diagnostics)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT)
    }


def _shape(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        **_place(diagnostic.span),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "related": [{**_place(each.span), "label": each.label} for each in diagnostic.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line or None,
        "end_column": span.end_column if span.end_line else None,
    }
