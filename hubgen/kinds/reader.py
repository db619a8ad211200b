"""What every kind of field is given beside the text: where it stands, whom to tell, how Markdown is made."""

from collections.abc import Callable, Mapping
from html import escape

from msgspec import Struct, field

from hubgen.diagnostics import Report, Span
from hubgen.model.nodes import Node, Scalar
from hubgen.model.schema import Field
from hubgen.model.values import Markdown
from hubgen.text.reading import printable

LONGEST_ADVICE = 500
"""Code points of a help text; beyond them it repeats too much of the file."""


def plain_paragraph(scalar: Scalar) -> Markdown:
    """The text as one paragraph without any markup: for where nobody renders Markdown."""
    return Markdown(f"<p>{escape(scalar.text)}</p>\n", scalar.text)


class Reader(Struct, frozen=True):
    """The surroundings of one file while its fields are read."""

    path: str
    report: Report
    markdown: Callable[[Scalar], Markdown] = plain_paragraph
    default_locale: str = ""
    """The hub's own language: entries of another one are translations, which may leave out any field; "" makes
    every entry an original."""
    day_first: bool | None = None
    """Which of the two dates is suggested for `03/04/2024`; None suggests both."""
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field names to the collections that have such a field: for advice on unknown keys."""
    trail: str = ""
    """The names of the records around the field that is read: `registration.`"""

    def span(self, node: Node) -> Span:
        """Where a node stands in this file."""
        return Span(self.path, node.line, node.column, node.end_line, node.end_column)

    def complain(self, code: str, node: Node, message: str, help: str = "") -> None:
        """Put down a problem at a node; what it repeats of the file can neither hide nor command anything."""
        advice = help if len(help) <= LONGEST_ADVICE else f"{help[:LONGEST_ADVICE]}…"
        self.report.add(code, self.span(node), printable(message), help=printable(advice))

    def refuse(self, field: Field, code: str, node: Node, message: str, *, help: str = "") -> None:
        """Put down a problem with a field's value; the message goes on after the field's name."""
        self.complain(code, node, f"{self.trail}{field.name}: {message}", help)

    def inside(self, name: str) -> "Reader":
        """The reader for the fields of a record that stands in the field of that name."""
        return self._with(self.report, f"{self.trail}{name}.")

    def silent(self) -> "Reader":
        """A reader whose complaints nobody hears: for values that the schema gives and not the file."""
        return self._with(Report(), self.trail)

    def _with(self, report: Report, trail: str) -> "Reader":
        # Written out, because dataclasses.replace takes six times as long and this is done for most entries.
        return Reader(
            self.path,
            report,
            self.markdown,
            self.default_locale,
            self.day_first,
            self.elsewhere,
            trail,
        )
