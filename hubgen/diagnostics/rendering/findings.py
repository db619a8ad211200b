"""What a command found, with all that a format wants to know of it."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field

from hubgen.diagnostics.diagnostic import Diagnostic, Severity
from hubgen.diagnostics.span import Span

ReadLine = Callable[[str, int], str | None]
"""The text of one line of a file of the hub, without its end; None where there is no such line."""
IMPORTANCE = (Severity.ERROR, Severity.WARNING, Severity.HINT)
"""The most important first."""


def no_line(_path: str, _number: int) -> None:
    """For findings whose files nobody reads."""


class Findings(Struct, frozen=True):
    """What one command found."""

    diagnostics: tuple[Diagnostic, ...]
    """By place."""
    command: str = "check"
    """Whose findings they are: hosts keep those of different commands apart."""
    read_line: ReadLine = no_line
    fails: frozenset[Severity] = frozenset({Severity.ERROR})
    """For what the command fails; warnings among them are told as errors."""
    summary: Mapping[str, int] = field(default_factory=dict)
    """Numbers for programs."""
    folder: str = ""
    """The hub's folder in its repository: hosts know files by their place there."""
    most: int | None = None
    """How many of each severity are told at most; None: as many as the host shows."""

    @property
    def by_importance(self) -> Iterator[Diagnostic]:
        """Errors first, then by place."""
        for severity in IMPORTANCE:
            yield from (each for each in self.diagnostics if each.severity is severity)

    def level(self, diagnostic: Diagnostic) -> Severity:
        """How much it matters in this run."""
        return Severity.ERROR if diagnostic.severity in self.fails else diagnostic.severity

    def place(self, path: str) -> str:
        """The file as the host knows it."""
        return f"{self.folder}/{path}" if self.folder else path

    def chosen(
        self, most: int | None, in_all: int | None = None
    ) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        """At most so many of each level and in all, the most important first; and those for whom there is no room."""
        told: list[Diagnostic] = []
        left: list[Diagnostic] = []
        counts = dict.fromkeys(IMPORTANCE, 0)
        for each in self.by_importance:
            level = self.level(each)
            counts[level] += 1
            is_one_more = most is not None and counts[level] > most
            is_full = in_all is not None and len(told) >= in_all
            (left if is_one_more or is_full else told).append(each)
        return tuple(told), tuple(left)


def is_whole_file(span: Span) -> bool:
    """Whether no line of the file explains anything."""
    return span == Span(span.path)
