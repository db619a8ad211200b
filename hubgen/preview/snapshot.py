"""The hub at one moment: what is shown, and what there is to say about the newest reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hubgen.diagnostics import Diagnostic, Severity
from hubgen.preview.shown import Shown


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What requests are answered from; replaced as a whole after each reading."""

    revision: int = 0
    """How many readings there have been."""
    shown: Shown | None = None
    """The last reading without errors, or the newest as long as there was none."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Of the newest reading, whether it is shown or not."""
    base_url: str = ""
    """That of the newest reading."""
    due: date | None = None
    """The day on which the unchanged files make another hub."""
    failure: str = ""
    """Why there is no newest reading: hubgen itself failed."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All there is to say, with what was found while pages were made."""
        found = dict.fromkeys((*self.diagnostics, *self._while_making()))
        return tuple(sorted(found, key=lambda each: (each.span, each.code, each.message)))

    def count(self, severity: Severity) -> int:
        """How many problems there are of that severity."""
        return sum(each.severity is severity for each in self.problems)

    def _while_making(self) -> Iterator[Diagnostic]:
        for problems in tuple(self.shown.failed.values()) if self.shown is not None else ():
            yield from problems
