"""Where the stages put what they find: one run shows every mistake in every file."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from hubgen.diagnostics.catalog import CATALOG
from hubgen.diagnostics.diagnostic import Diagnostic, Related, Severity
from hubgen.diagnostics.span import Span


class Report(Struct):
    """A growing list of problems; the order in which they were found doesn't show in what is read from it."""

    overrides: Mapping[str, Severity] = field(default_factory=dict)
    """Severities that the hub gives to codes."""
    _found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(
        self,
        code: str,
        span: Span,
        message: str,
        *,
        help: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        """Put down one problem with the severity that the catalogue, or the hub, gives to its code."""
        self.include([Diagnostic(code, CATALOG[code].severity, span, message, help, related)])

    def include(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over problems found elsewhere: by a worker process, or remembered from an earlier run."""
        self._found.update(dict.fromkeys(diagnostics))

    def weigh(self, severities: Mapping[str, Severity]) -> None:
        """From here on these severities hold, also for what was found before."""
        self.overrides = severities

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found, by place, with the hub's own severities; what is switched off is left out."""
        weighed = (self._weighed(diagnostic) for diagnostic in self._found)
        shown = (diagnostic for diagnostic in weighed if diagnostic.severity is not Severity.OFF)
        return tuple(sorted(shown, key=lambda each: (each.span, each.code, each.message)))

    def count(self, severity: Severity) -> int:
        """The number of problems of that severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether the hub can't be published like this."""
        return self.count(Severity.ERROR) > 0

    @property
    def has_warnings(self) -> bool:
        """Whether somebody should look at something."""
        return self.count(Severity.WARNING) > 0

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything found with the catalogue's severities, to be remembered and weighed again."""
        return tuple(self._found)

    def _weighed(self, diagnostic: Diagnostic) -> Diagnostic:
        severity = self.overrides.get(diagnostic.code)
        if severity is None or severity is diagnostic.severity:
            return diagnostic
        return Diagnostic(
            diagnostic.code,
            severity,
            diagnostic.span,
            diagnostic.message,
            diagnostic.help,
            diagnostic.related,
        )
