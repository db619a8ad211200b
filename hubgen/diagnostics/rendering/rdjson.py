"""Diagnostics as rdjson, the format of reviewdog, which writes them into a pull request as comments.

Columns count bytes of UTF-8, ends are exclusive. A comment is Markdown, so the words stand in a code span.
"""

from typing import Any

from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.rendering.columns import columns, utf8
from hubgen.diagnostics.rendering.findings import Findings, is_whole_file
from hubgen.diagnostics.rendering.plain import as_code, as_json, sentence
from hubgen.diagnostics.span import Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


def render(findings: Findings) -> str:
    """A DiagnosticResult, in ASCII."""
    told, left = findings.chosen(findings.most)
    worst = findings.level(told[0]) if told else Severity.HINT
    document: dict[str, Any] = {
        "source": {"name": "hubgen"},
        "severity": _SEVERITIES[worst],
        "diagnostics": [_diagnostic(each, findings) for each in told],
    }
    if left and told:
        document["diagnostics"][-1]["message"] += f" (and {len(left)} more problems)"
    return as_json(document)


def _diagnostic(diagnostic: Diagnostic, findings: Findings) -> dict[str, Any]:
    return {
        "message": as_code(sentence(diagnostic)),
        "location": {
            "path": findings.place(diagnostic.span.path),
            **_range(diagnostic.span, findings),
        },
        "severity": _SEVERITIES[findings.level(diagnostic)],
        "code": {"value": diagnostic.code},
    }


def _range(span: Span, findings: Findings) -> dict[str, Any]:
    if is_whole_file(span):
        return {}
    found = columns(span, findings.read_line, utf8)
    if found is None:
        return {"range": {"start": {"line": span.line}}}
    first, end = found
    start = {"line": span.line, "column": first}
    if not end:
        return {"range": {"start": start}}
    return {"range": {"start": start, "end": {"line": span.end_line, "column": end}}}
