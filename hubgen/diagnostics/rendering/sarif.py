"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors read.

Columns count code points, as ours do. A problem keeps its fingerprint when its line moves.
"""

from typing import Any
from urllib.parse import quote

from hubgen import __version__
from hubgen.diagnostics.catalog import CATALOG
from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.rendering.cells import shown
from hubgen.diagnostics.rendering.findings import Findings, is_whole_file
from hubgen.diagnostics.rendering.plain import as_json, digest, identities
from hubgen.diagnostics.span import Span

MOST = 5_000
"""Results that GitHub shows."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(findings: Findings) -> str:
    """One run of one tool, in ASCII."""
    told, left = findings.chosen(findings.most, MOST)
    codes = sorted({each.code for each in told})
    run = {
        "tool": {"driver": _driver(codes)},
        "automationDetails": {"id": f"hubgen/{findings.command}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(left)],
        "results": [
            _result(each, identity, codes, findings)
            for each, identity in zip(told, identities(told), strict=True)
        ],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(codes: list[str]) -> dict[str, Any]:
    rules = [
        {
            "id": code,
            "name": CATALOG[code].name,
            "shortDescription": _message(CATALOG[code].title),
            "fullDescription": _message(CATALOG[code].why),
            "help": _message(CATALOG[code].mend),
            "defaultConfiguration": {"level": _LEVELS[CATALOG[code].severity]},
        }
        for code in codes
    ]
    return {"name": "hubgen", "version": __version__, "rules": rules}


def _invocation(left: tuple[Diagnostic, ...]) -> dict[str, Any]:
    if not left:
        return {"executionSuccessful": True}
    words = f"{len(left)} more problems were left out: there is no room for them here"
    notification = {"level": "note", "message": {"text": words}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _result(
    diagnostic: Diagnostic, identity: str, codes: list[str], findings: Findings
) -> dict[str, Any]:
    words = diagnostic.message + (f"; {diagnostic.help}" if diagnostic.help else "")
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _LEVELS[findings.level(diagnostic)],
        "message": _message(words),
        "locations": [_location(diagnostic.span, findings)],
        "partialFingerprints": {"hubgen/v1": digest(identity)},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {**_location(each.span, findings), "id": number, "message": _message(each.label)}
            for number, each in enumerate(diagnostic.related, start=1)
        ]
    return result


def _message(text: str) -> dict[str, str]:
    """Plain text; what SARIF reads as a link or a placeholder in it (3.11.5, 3.11.6) is spelled as itself."""
    safe = shown(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": safe}


def _location(span: Span, findings: Findings) -> dict[str, Any]:
    path = findings.place(span.path).encode("utf-8", "replace")
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(path), "uriBaseId": "%SRCROOT%"}}
    if not is_whole_file(span):
        place["region"] = _region(span)
    return {"physicalLocation": place}


def _region(span: Span) -> dict[str, int]:
    region = {"startLine": span.line, "startColumn": span.column}
    if span.end_line:
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return region
