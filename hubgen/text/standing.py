"""Where a Markdown text stands in its file: a place in the text is one in the file only if it's laid out there as it reads."""

from msgspec import Struct

from hubgen.diagnostics import Span
from hubgen.model.nodes import Scalar


class Standing(Struct, frozen=True):
    """Where a text stands."""

    path: str
    line: int = 1
    """The line on which it begins."""
    column: int = 1
    """The column at which each of its lines begins."""
    whole: Span | None = None
    """All of it, where its lines aren't the file's: folded, or with backslashes in the place of line ends."""

    def span(self, line: int, column: int = 1, end_line: int = 0, end_column: int = 0) -> Span:
        """A stretch of the text in the file; lines count from 0, columns from 1."""
        if self.whole is not None:
            return self.whole
        before = self.column - 1
        if not end_column:
            return Span(self.path, self.line + line, before + column)
        return Span(
            *(self.path, self.line + line, before + column),
            *(self.line + end_line, before + end_column),
        )


def standing_of(scalar: Scalar, path: str) -> Standing:
    """Where the text of a value stands."""
    if scalar.text_column:
        return Standing(path, scalar.block_line or scalar.line, scalar.text_column)
    whole = Span(path, scalar.line, scalar.column, scalar.end_line, scalar.end_column)
    return Standing(path, whole=whole)
