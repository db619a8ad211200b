"""What hubgen tells people about their files: where, what is wrong, and the way out."""

from hubgen.diagnostics.diagnostic import Diagnostic, Related, Severity
from hubgen.diagnostics.report import Report
from hubgen.diagnostics.span import Span

__all__ = ["Diagnostic", "Related", "Report", "Severity", "Span"]
