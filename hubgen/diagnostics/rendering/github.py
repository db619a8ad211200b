"""Diagnostics for GitHub's and Forgejo's runners: workflow commands that put annotations beside the lines of a pull request.

A step shows ten errors, ten warnings and ten notices; more are dropped by the host without a word, so the rest goes into the log.
"""

from collections.abc import Iterator

from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.rendering import text
from hubgen.diagnostics.rendering.cells import shown
from hubgen.diagnostics.rendering.columns import columns, utf16
from hubgen.diagnostics.rendering.findings import Findings, is_whole_file
from hubgen.diagnostics.span import Span

MOST = 10
"""Annotations of each level that a step shows."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(findings: Findings) -> str:
    """One command a line, the most important first, then what was left out as text."""
    most = MOST if findings.most is None else findings.most
    told, left = findings.chosen(most)
    if left and sum(findings.level(each) is Severity.HINT for each in told) >= most > 0:
        *kept, last = told  # The notice that says how many were left out needs a place, too.
        told, left = tuple(kept), (*left, last)
    lines = [_annotation(each, findings) for each in told]
    return "\n".join([*lines, *(_rest(left, findings) if left else ())])


def _rest(left: tuple[Diagnostic, ...], findings: Findings) -> Iterator[str]:
    number = f"{len(left)} more {'problem' if len(left) == 1 else 'problems'}"
    if findings.most != 0:
        yield f"::notice title=hubgen::{number}: all of them are in the log of this step"
    yield f"::group::{number}"
    yield text.render(left, findings.read_line).rstrip("\n")
    yield "::endgroup::"


def _annotation(diagnostic: Diagnostic, findings: Findings) -> str:
    properties = {
        "file": findings.place(diagnostic.span.path),
        **_place(diagnostic.span, findings),
        "title": f"hubgen {diagnostic.code}",
    }
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    words = "\n".join(_words(diagnostic))
    return f"::{_COMMANDS[findings.level(diagnostic)]} {given}::{_data(words)}"


def _words(diagnostic: Diagnostic) -> Iterator[str]:
    yield shown(diagnostic.message)
    if diagnostic.help:
        yield f"help: {shown(diagnostic.help)}"
    for each in diagnostic.related:
        yield f"see: {shown(str(each.span))}: {shown(each.label)}"


def _place(span: Span, findings: Findings) -> dict[str, int]:
    """Columns only within one line: the host refuses them otherwise."""
    if is_whole_file(span):
        return {"line": 1}
    place = {"line": span.line}
    if span.end_line > span.line:
        return {**place, "endLine": span.end_line}
    found = columns(span, findings.read_line, utf16)
    if found is None:
        return place
    first, end = found
    return {**place, "col": first, **({"endColumn": end} if end > first else {})}


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(shown(value)).replace(":", "%3A").replace(",", "%2C")
