"""Tables as text with places: the first row names the fields, each other row is an entry (RFC 4180).

Own reading instead of the standard library's, which doesn't tell in which column of which line a cell begins.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from hubgen.diagnostics import Related, Report, Span
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.positions import LINES
from hubgen.text.yaml_reader import MANY_LIMITS, PROBLEM_LIMIT, Limits

DELIMITERS: Final = (",", ";", "\t")
"""What spreadsheets put between cells; the one that the first row has most of."""

_DELIMITER_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab"}

COLUMN_LIMIT: Final = 500
"""Cells of one row; nobody can look after a wider table."""

Row = list[Scalar]
Columns = tuple[Scalar | None, ...]


class _Stop(Exception):
    """What follows can't be read; why was reported."""


def read_csv(
    text: str, path: str, report: Report, *, limits: Limits = MANY_LIMITS
) -> Sequence | None:
    """A list of mappings, one for each row; None for an empty table or, after a diagnostic, a broken one.

    Empty cells are left out. Columns called `location.city` and `location.country` make a mapping `location`.
    """
    delimiter = delimiter_of(text)
    table = _Table(path, report, limits, _DELIMITER_NAMES[delimiter])
    rows = _rows(text, delimiter, limits)
    try:
        return table.read(rows)
    except _Stop:
        return None


def delimiter_of(text: str) -> str:
    """The sign between the cells of the first row."""
    first = re.match(r'(?:"(?:[^"]|"")*"|[^"\r\n])*', text)
    bare = re.sub(r'"(?:[^"]|"")*"', "", first.group() if first else "")
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), sign == ","))


class _Table:
    __slots__ = ("delimiter", "left", "limits", "path", "problems", "report")

    def __init__(self, path: str, report: Report, limits: Limits, delimiter: str) -> None:
        self.limits = limits
        self.left = limits.nodes
        self.path = path
        self.report = report
        self.delimiter = delimiter
        self.problems = 0

    def read(self, rows: Iterator[Row]) -> Sequence | None:
        """The rows under the first one, or None when there is none at all."""
        filled = self._filled(rows)
        header = next(filled, None)
        if header is None:
            return None
        columns = self._columns(header)
        # One more than may be read, so that whoever counts them sees that there are more.
        some = islice(filled, self.limits.entries + 1)
        items = [self._item(columns, row) for row in some]
        last = items[-1] if items else header[-1]
        return Sequence(tuple(items), header[0].line, 1, last.end_line, last.end_column)

    def _filled(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows that hold something; one whose quote is never closed is the last that can be read."""
        for row in rows:
            if row[-1].end_line == 0:
                last = row[-1]
                open_quote = Scalar("", last.line, last.column, last.line, last.column + 1)
                advice = 'put a " at the end of the cell; a double quote within it is written twice'
                self._complain(
                    "HG146", open_quote, "the quote that opens here is never closed", advice
                )
                raise _Stop
            self._count(row)
            if any(cell.text for cell in row):
                yield row

    def _count(self, row: Row) -> None:
        self.left -= len(row)
        if len(row) <= COLUMN_LIMIT and self.left >= 0:
            return
        message = f"this table holds more than {self.limits.nodes:,} cells"
        if len(row) > COLUMN_LIMIT:
            message = f"this row holds more than {COLUMN_LIMIT} cells"
        self._complain("HG128", row[0], message, "split the table into several entries or files")
        raise _Stop

    def _columns(self, header: Row) -> Columns:
        columns: list[Scalar | None] = []
        seen: dict[str, Scalar] = {}
        for cell in header:
            name = cell.text.strip()
            named = Scalar(name, *_place(cell))
            columns.append(self._column(named, seen) if name else None)
            seen.setdefault(name, named)
        return tuple(columns)

    def _column(self, name: Scalar, seen: dict[str, Scalar]) -> Scalar:
        """The column, without its name when it was refused: then its cells are passed over."""
        parts = name.text.split(".")
        if len(parts) >= self.limits.depth or not all(part.strip() for part in parts):
            advice = "between two dots stands the name of a field: location.city"
            self._complain("HG144", name, "a part of this column's name is missing", advice)
        elif self._is_new(name, seen):
            return name
        return Scalar("", *_place(name))

    def _is_new(self, name: Scalar, seen: dict[str, Scalar]) -> bool:
        if name.text in seen:
            first = seen[name.text]
            message = f"there are two columns called '{name.text}'"
            self._complain("HG122", name, message, "keep one of them", first)
            return False
        for other in seen.values():
            if other.text.startswith(f"{name.text}.") or name.text.startswith(f"{other.text}."):
                message = f"the columns '{other.text}' and '{name.text}' exclude each other"
                advice = (
                    f"a field has either a value or parts: remove '{name.text}' or '{other.text}'"
                )
                self._complain("HG145", name, message, advice, other)
                return False
        return True

    def _item(self, columns: Columns, row: Row) -> Mapping:
        self._measure(columns, row)
        parts: dict[str, Parts] = {}
        for column, cell in zip(columns, row, strict=False):
            if not cell.text.strip():
                continue
            if column is None:
                advice = "name the column in the first row, or empty the cell"
                self._complain("HG144", cell, "this cell stands in a column without a name", advice)
            elif column.text:
                _put(parts, column, column.text.split("."), cell)
        return _mapping(parts, (row[0].line, row[0].column, row[-1].end_line, row[-1].end_column))

    def _measure(self, columns: Columns, row: Row) -> None:
        if any(cell.text.strip() for cell in row[len(columns) :]):
            extra = next(cell for cell in row[len(columns) :] if cell.text.strip())
            message = f"{_cells(row)}, and the table has {len(columns)} columns"
            written = f"a cell with a {self.delimiter} in it"
            advice = f'put {written} in double quotes: "..."'
            self._complain("HG142", extra, message, advice)
        elif len(row) < len(columns):
            message = f"{_cells(row)}, and the table has {len(columns)} columns"
            advice = f"add a {self.delimiter} for each missing cell"
            self._complain("HG143", row[0], message, advice)

    def _complain(
        self, code: str, cell: Scalar, message: str, advice: str, first: Scalar | None = None
    ) -> None:
        related = (Related(self._span(first), "first given here"),) if first else ()
        self.report.add(code, self._span(cell), message, help=advice, related=related)
        self.problems += 1
        if self.problems == PROBLEM_LIMIT:
            message = f"this file has {PROBLEM_LIMIT} problems already; the rest of it wasn't read"
            self.report.add("HG128", self._span(cell), message, help="mend these first")
            raise _Stop

    def _span(self, cell: Scalar) -> Span:
        return Span(self.path, *_place(cell))


def _cells(row: Row) -> str:
    return "this row has one cell" if len(row) == 1 else f"this row has {len(row)} cells"


def _place(cell: Scalar) -> tuple[int, int, int, int]:
    return cell.line, cell.column, cell.end_line, cell.end_column


Parts = tuple[Scalar, "Scalar | dict[str, Parts]"]


def _put(parts: "dict[str, Parts]", column: Scalar, names: list[str], cell: Scalar) -> None:
    name, *rest = names
    key = Scalar(name.strip(), *_place(column))
    if not rest:
        parts[key.text] = (key, cell)
        return
    _, inner = parts.setdefault(key.text, (key, {}))
    if isinstance(inner, dict):
        _put(inner, column, rest, cell)


def _mapping(parts: "dict[str, Parts]", place: tuple[int, int, int, int]) -> Mapping:
    items: list[tuple[Scalar, Node]] = []
    for key, value in parts.values():
        items.append((key, _mapping(value, place) if isinstance(value, dict) else value))
    return Mapping(tuple(items), *place)


# ---------------------------------------------------------------- cells


def _rows(text: str, delimiter: str, limits: Limits) -> Iterator[Row]:
    """The rows with the places of their cells; a cell whose quote is never closed has 0 as its last line.

    A row that is too wide is the last one, cut off.
    """
    plain = re.compile(f"[^{delimiter}\r\n]*")
    quoted = re.compile(f'"((?:[^"]|"")*+)"([^{delimiter}\r\n]*)')
    at, line, start = 0, 1, 0
    row: Row = []
    while at < len(text) or row:
        found = (quoted if text.startswith('"', at) else plain).match(text, at)
        if found is None:
            row.append(Scalar("", line, at - start + 1, 0, 0, quoted=True))
            yield row
            return
        at = found.end()
        if found.re is plain:
            row.append(_plain(found, line, start, limits))
        else:
            after = _after(found, line, start)
            row.append(_quoted(found, (line, start), after, limits))
            line, start = after
        if len(row) > COLUMN_LIMIT:
            break
        if text.startswith(delimiter, at):
            at += 1
            continue
        yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
        line, start = line + 1, at
    if row:
        yield row


def _plain(found: re.Match[str], line: int, start: int, limits: Limits) -> Scalar:
    text = found.group()
    bare = text.strip()
    column = found.start() - start + 1
    if bare is not text and bare:
        column += text.index(bare[0])
    return Scalar(bare[: limits.scalar], line, column, line, column + len(bare))


def _quoted(
    found: re.Match[str], begin: tuple[int, int], end: tuple[int, int], limits: Limits
) -> Scalar:
    text = (found.group(1).replace('""', '"') + found.group(2))[: limits.scalar]
    column, end_column = found.start() - begin[1] + 1, found.end() - end[1] + 1
    return Scalar(text, begin[0], column, end[0], end_column, quoted=True)


def _after(cell: re.Match[str], line: int, start: int) -> tuple[int, int]:
    """The line after a cell and the offset at which that line begins."""
    for found in LINES.finditer(cell.group()):
        line, start = line + 1, cell.start() + found.end()
    return line, start
