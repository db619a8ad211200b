"""Where a piece of Markdown stands in its file, down to the column."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct, field

from hubgen.diagnostics import Span
from hubgen.text.standing import Standing

InlineRule = Callable[[StateInline, bool], bool]


def placed(rule: InlineRule) -> InlineRule:
    """The rule for links or images, made to note from where to where in the inline text its piece goes."""

    def with_place(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            _note_place(state.tokens, before, (start, state.pos))
        return True

    return with_place


def _note_place(tokens: list[Token], before: int, place: tuple[int, int]) -> None:
    # Text that was waiting may have been pushed before the rule's own first token.
    for token in tokens[before : before + 2]:
        if token.type in {"link_open", "image"}:
            token.meta["place"] = place
            return


class Places(Struct):
    """Turns places in the parser's inline texts into places in the file."""

    text: str
    standing: Standing
    cells: list[str] = field(default_factory=list)
    """The texts of the table row's cells up to the current one; equal cells are told apart by their order."""
    _lines: list[str] | None = None
    _current: Token | None = None
    _rows: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _bars: list[int] = field(default_factory=list)
    _cell_start: int = 0

    def span(self, inline: Token, piece: Token) -> Span:
        """Where a link or picture inside this inline text stands."""
        start, end = piece.meta.get("place", (0, 0))
        line, column = self._find(inline, start)
        end_line, end_column = self._find(inline, end)
        return self.standing.span(line, column, end_line, end_column)

    def block(self, token: Token) -> Span:
        """Where a block begins."""
        return self.standing.span(token.map[0] if token.map else 0)

    @property
    def lines(self) -> list[str]:
        """The source, split only when somebody asks for a place."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def _find(self, inline: Token, position: int) -> tuple[int, int]:
        """The line (from 0) and column (from 1) of a position in an inline text."""
        row, row_start, row_text = self._row(inline, position)
        line = (inline.map[0] if inline.map else self._line_of(inline.content)) + row
        if line >= len(self.lines):
            return len(self.lines) - 1, 1
        source = self.lines[line]
        inside = position - row_start
        if not self.cells:
            return line, max(source.rfind(row_text), 0) + inside + 1
        inside += bisect_left(self._bars, position)  # each is written as `\|` in the source
        return line, self._cell_start + inside + 1

    def _row(self, inline: Token, position: int) -> tuple[int, int, str]:
        """The line inside an inline text: its number, where it starts, and its words."""
        if self._current is not inline:
            self._current = inline
            self._rows = inline.content.split("\n")
            if self.cells:
                self._bars = [i for i, each in enumerate(inline.content) if each == "|"]
                self._cell_start = self._begin_of_cell(inline)
            self._starts = list(accumulate((len(each) + 1 for each in self._rows), initial=0))
        row = min(bisect_right(self._starts, position), len(self._rows)) - 1
        return row, self._starts[row], self._rows[row]

    def _line_of(self, content: str) -> int:
        """For notes, whose text the parser moves to the end without its place."""
        first = content.partition("\n")[0]
        return next((i for i, line in enumerate(self.lines) if first in line), 0)

    def _begin_of_cell(self, inline: Token) -> int:
        """Where the newest of the row's cells begins in its line, counted from 0."""
        source = self.lines[inline.map[0]] if inline.map else ""
        begin = end = 0
        for cell in self.cells:
            written = cell.replace("|", r"\|")
            begin = max(source.find(written, end), 0)
            end = begin + len(written)
        return begin
