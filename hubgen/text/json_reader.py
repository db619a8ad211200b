"""JSON as text with places: numbers stay what was written, and mistakes are named where they are (RFC 8259)."""

import json
import re
from bisect import bisect_right
from typing import Final, NoReturn

from hubgen.diagnostics import Related, Report, Span
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.decoding import FORBIDDEN, character_family, harmless, is_clean
from hubgen.text.patterns import pattern
from hubgen.text.positions import line_starts
from hubgen.text.yaml_reader import ENTRY_LIMITS, PROBLEM_LIMIT, Limits

_SPACE: Final = pattern(r"[ \t\r\n]*")
_STRING: Final = pattern(r'"(?:[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_LITERAL: Final = pattern(
    r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)\b"
)
_WORD: Final = pattern(r"[\w.+-]+")


class _Stop(Exception):
    """What follows can't be read; why was reported."""


def read_json(
    text: str, path: str, report: Report, *, limits: Limits = ENTRY_LIMITS
) -> Node | None:
    """What the text says; None when it is empty or, after a diagnostic, when its syntax is broken."""
    reader = _Reader(text, path, report, limits)
    try:
        return reader.document()
    except _Stop:
        return None


class _Reader:
    __slots__ = ("at", "left", "limits", "path", "problems", "report", "starts", "text")

    def __init__(self, text: str, path: str, report: Report, limits: Limits) -> None:
        self.text = text
        self.path = path
        self.report = report
        self.limits = limits
        self.left = limits.nodes
        self.problems = 0
        self.starts = line_starts(text)
        self.at = 0

    def document(self) -> Node | None:
        """The value that the text is."""
        if self._next() == "":
            return None
        node = self._value(self.limits.depth)
        if self._next() != "":
            self._stop("the data has ended above this", "remove what follows the last bracket")
        return node

    # ------------------------------------------------------------ values

    def _value(self, depth: int) -> Node:
        sign = self._next()
        self._count()
        if sign in {"{", "["} and depth <= 0:
            message = f"lists and fields are nested more than {self.limits.depth} deep here"
            self._stop(message, "look for a bracket that is never closed", "HG127")
        if sign == "{":
            return self._mapping(depth)
        if sign == "[":
            return self._list(depth)
        return self._text() if sign == '"' else self._literal()

    def _list(self, depth: int) -> Sequence:
        start = self.at
        self.at += 1
        items: list[Node] = []
        while self._goes_on("]", first=not items, opened=start):
            items.append(self._value(depth - 1))
        return Sequence(tuple(items), *self._place(start, self.at))

    def _mapping(self, depth: int) -> Mapping:
        start = self.at
        self.at += 1
        items: dict[str, tuple[Scalar, Node]] = {}
        first = True
        while self._goes_on("}", first=first, opened=start):
            first = False
            key = self._key()
            value = self._value(depth - 1)
            if key.text in items:
                self._twice(key, items[key.text][0])
            else:
                items[key.text] = (key, value)
        return Mapping(tuple(items.values()), *self._place(start, self.at))

    def _key(self) -> Scalar:
        if self._next() != '"':
            self._stop("a key in double quotes is expected here", 'write "name": value')
        start = self.at
        key = self._text()
        if self._next() != ":":
            self._stop("a colon is expected after the key", 'write "name": value')
        self.at += 1
        if not key.text:
            self._complain("HG130", start, self.at, "there is no key before this colon", "name it")
        return key

    def _goes_on(self, closing: str, *, first: bool, opened: int) -> bool:
        """Whether another item follows; takes the comma before it or the bracket after the last."""
        sign = self._next()
        if sign == closing:
            self.at += 1
            return False
        if sign == "":
            self.at = opened
            message = f"the bracket {self.text[opened]} that opens here is never closed"
            self._stop(message, f"put a {closing} after the last value")
        if first:
            return True
        if sign != ",":
            self._stop(
                f"a comma or {closing} is expected here", "put a comma after the value before"
            )
        comma, self.at = self.at, self.at + 1
        if self._next() == closing:
            self.at = comma
            self._stop("JSON allows no comma after the last value", "remove this comma")
        return True

    def _text(self) -> Scalar:
        start = self.at
        found = _STRING.match(self.text, start)
        if found is None:
            self._broken_text()
        self.at = found.end()
        text = self._unescaped(found.group(), start)
        if len(text) > self.limits.scalar:
            message = f"this value is longer than {self.limits.scalar:,} characters"
            self._complain(
                "HG129", start, self.at, message, "put pictures and other data into files"
            )
            text = ""
        return Scalar(text, *self._place(start, self.at), quoted=True)

    def _literal(self) -> Scalar:
        start = self.at
        found = _LITERAL.match(self.text, start)
        if found is None:
            self._broken_literal()
        self.at = found.end()
        return Scalar(found.group(), *self._place(start, self.at))

    def _unescaped(self, written: str, start: int) -> str:
        if "\\" not in written:
            return written[1:-1]
        text: str = json.loads(written)
        if is_clean(text):
            return text
        code, name, _ = character_family(FORBIDDEN.findall(text)[0])
        message = f"there is {name} in this text, written with a backslash"
        self._complain(code, start, self.at, message, "remove it")
        return harmless(text)

    # ------------------------------------------------------------ places and problems

    def _next(self) -> str:
        """The next sign, or empty text at the end; it is not taken."""
        found = _SPACE.match(self.text, self.at)
        if found is not None:
            self.at = found.end()
        return self.text[self.at : self.at + 1]

    def _point(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def _place(self, start: int, end: int) -> tuple[int, int, int, int]:
        return *self._point(start), *self._point(end)

    def _count(self) -> None:
        self.left -= 1
        if self.left < 0:
            message = f"this file holds more than {self.limits.nodes:,} values"
            self._stop(message, "split it into files of one entry each", "HG128")

    def _complain(self, code: str, start: int, end: int, message: str, advice: str) -> None:
        self._put(code, Span(self.path, *self._place(start, end)), message, advice)

    def _put(
        self, code: str, span: Span, message: str, advice: str, related: tuple[Related, ...] = ()
    ) -> None:
        self.report.add(code, span, message, help=advice, related=related)
        self.problems += 1
        if self.problems >= PROBLEM_LIMIT:
            message = f"this file has {PROBLEM_LIMIT} problems already; the rest of it wasn't read"
            self._stop(message, "mend these first", "HG128")

    def _stop(self, message: str, advice: str, code: str = "HG137") -> NoReturn:
        end = min(len(self.text), len(self.text.rstrip()))
        line, column = self._point(min(self.at, end))
        self.report.add(code, Span(self.path, line, column), message, help=advice)
        raise _Stop

    def _twice(self, key: Scalar, first: Scalar) -> None:
        there = Span(self.path, first.line, first.column, first.end_line, first.end_column)
        here = Span(self.path, key.line, key.column, key.end_line, key.end_column)
        message = f"the key '{key.text}' is given twice; the first one is in line {first.line}"
        self._put("HG122", here, message, "keep one of them", (Related(there, "first given here"),))

    def _broken_text(self) -> NoReturn:
        line_end = self.text.find("\n", self.at)
        rest = self.text[self.at : line_end if line_end >= 0 else len(self.text)]
        if re.search(r'[^\\]"', rest):
            message = "a backslash in this text has no meaning in JSON"
            self._stop(message, 'a backslash itself is written twice: "C:\\\\data"')
        message = "the quote that opens here isn't closed on its line"
        self._stop(
            message, "put a double quote at the end; a new line within a text is written \\n"
        )

    def _broken_literal(self) -> NoReturn:
        sign = self.text[self.at : self.at + 1]
        if sign == "'":
            self._stop("texts need double quotes in JSON", 'write "..." instead')
        if self.text.startswith(("//", "/*", "#"), self.at):
            self._stop("JSON has no comments", "remove it, or rename the file to .yaml")
        word = _WORD.match(self.text, self.at)
        if word is None:
            self._stop(
                f"a value is expected here instead of {sign or 'the end'}", "write the value"
            )
        advice = f'a text needs double quotes: "{word.group()[:60]}"'
        self._stop(f"'{word.group()[:60]}' is no value in JSON", advice)
