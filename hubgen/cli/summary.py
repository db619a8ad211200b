"""What was found, in half a sentence."""

from collections.abc import Iterable

from hubgen.cli.numbers import counted
from hubgen.diagnostics import Diagnostic, Severity


def serious(*, strict: bool) -> frozenset[Severity]:
    """What a command fails for, and what it says even when quiet."""
    return frozenset({Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR})


def problems(diagnostics: Iterable[Diagnostic]) -> str:
    """`3 errors, 1 warning in 2 files`, or `no problems`."""
    found = tuple(diagnostics)
    if not found:
        return "no problems"
    files = len({each.span.path for each in found})
    counts = ((severity, sum(each.severity is severity for each in found)) for severity in Severity)
    parts = [counted(count, str(severity)) for severity, count in counts if count]
    return f"{', '.join(parts)} in {counted(files, 'file')}"
