"""Diagnostics as a code quality report of GitLab, which a merge request shows beside what it changes."""

from typing import Any

from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.rendering.findings import Findings
from hubgen.diagnostics.rendering.plain import as_json, digest, identities, sentence

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}


def render(findings: Findings) -> str:
    """A list, in ASCII; the host shows a description as text, in which backticks alone are markup."""
    told, left = findings.chosen(findings.most)
    items = [
        _item(each, identity, findings)
        for each, identity in zip(told, identities(told), strict=True)
    ]
    if left and items:
        items[-1]["description"] += f" (and {len(left)} more problems)"
    return as_json(items)


def _item(diagnostic: Diagnostic, identity: str, findings: Findings) -> dict[str, Any]:
    path, line = findings.place(diagnostic.span.path), diagnostic.span.line
    return {
        "description": sentence(diagnostic).replace("`", "'"),
        "check_name": diagnostic.code,
        "fingerprint": digest(identity),
        "severity": _SEVERITIES[findings.level(diagnostic)],
        "location": {"path": path, "lines": {"begin": line}},
    }
