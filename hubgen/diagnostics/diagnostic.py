"""A problem as a value: it can be counted, sorted, shown to any audience, and tested."""

from enum import StrEnum

from msgspec import Struct

from hubgen.diagnostics.span import Span


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The hub can't be published like this."""
    WARNING = "warning"
    """It is published, and somebody should look."""
    HINT = "hint"
    """It is understood; there is a better way to write it."""
    OFF = "off"
    """The hub's organisers don't want to hear of it."""


class Related(Struct, frozen=True):
    """A second place that explains the first: the other file that claims the same address."""

    span: Span
    label: str


class Diagnostic(Struct, frozen=True):
    """One problem in one place, in the words of the person who wrote the line."""

    code: str
    """Permanent: `HG203`. The catalogue says what it means."""
    severity: Severity
    span: Span
    message: str
    """What is wrong, from the writer's side."""
    help: str = ""
    """What to do about it."""
    related: tuple[Related, ...] = ()
