"""Diagnostics as JUnit's XML, for hosts that know test reports and nothing else."""

from collections.abc import Iterator
from html import escape

from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.rendering.cells import shown
from hubgen.diagnostics.rendering.findings import Findings
from hubgen.diagnostics.rendering.plain import sentence, told_once


def render(findings: Findings) -> str:
    """A test for each problem: what the command fails for is a failure, the rest is only said; one that passes when there is none."""
    told, left = findings.chosen(findings.most)
    failures = sum(findings.level(each) is Severity.ERROR for each in told)
    counts = f'tests="{len(told) or 1}" failures="{failures}" errors="0"'
    name = _given(f"hubgen {findings.command}")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {counts}>"]
    lines.append(f'  <testsuite name={name} {counts} skipped="0">')
    names = told_once([f"{each.span} {each.code}" for each in told])
    for each, known_as in zip(told, names, strict=True):
        lines += _case(each, known_as, findings)
    if not told:
        lines.append(f'    <testcase classname={name} name="no problems"/>')
    if left:
        lines.append(f"    <system-out>{len(left)} more problems were left out</system-out>")
    return "\n".join([*lines, "  </testsuite>", "</testsuites>"])


def _case(diagnostic: Diagnostic, name: str, findings: Findings) -> Iterator[str]:
    path, line = findings.place(diagnostic.span.path), diagnostic.span.line
    words = sentence(diagnostic)
    given = f'classname={_given(path)} name={_given(name)} file={_given(path)} line="{line}"'
    yield f"    <testcase {given}>"
    if findings.level(diagnostic) is Severity.ERROR:
        yield f'      <failure type="{diagnostic.code}" message={_given(diagnostic.message)}>{escape(words)}</failure>'
    else:
        yield f"      <system-out>{escape(f'{diagnostic.severity}: {words}')}</system-out>"
    yield "    </testcase>"


def _given(value: str) -> str:
    return f'"{escape(shown(value))}"'
