"""YAML as text with places: read from the parser's events, so that no value is ever guessed and no object made.

The C parser of PyYAML gives the events with their marks for free; `2026-02-30`, `NO` and `12:30` stay what was
written, and an alias or a tag is a diagnostic here instead of a copy or a call.
"""

from typing import Final

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from hubgen.diagnostics import Related, Report, Span
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.decoding import FORBIDDEN, character_family, harmless, is_clean
from hubgen.text.patterns import pattern
from hubgen.text.yaml_mistakes import Mistake, explain
from hubgen.text.yaml_refusals import ParserEvent, refuse_alias, refuse_key, refuse_properties

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where PyYAML was built without libyaml its own parser gives the same events, ten times slower."""


class Limits(Struct, frozen=True):
    """How much one file may hold."""

    nodes: int
    depth: int = 30
    scalar: int = 500_000
    """Code points of one value."""
    entries: int = 50_000
    """Of a file that holds a whole collection."""


ENTRY_LIMITS: Final = Limits(nodes=100_000)
MANY_LIMITS: Final = Limits(nodes=1_000_000)
"""For files that hold a whole collection."""

_WORD: Final = pattern(r"\S+")
_INDENTED: Final = pattern(r"(?:[ \t]*[\r\n])*( *)(?=[^ \r\n])")
"""Up to the first word, with the spaces before it in its line."""
_BLOCK: Final = pattern(rf"[^\r\n]*[\r\n]{_INDENTED.pattern}")
"""The same for a block, whose own line says only what sort of block it is."""

PROBLEM_LIMIT: Final = 100
"""Problems of one file that are listed; a file with more needs another look anyway."""


class _Stop(Exception):
    """What follows can't be read; why was reported."""


def read_yaml(
    text: str,
    path: str,
    report: Report,
    *,
    first_line: int = 1,
    limits: Limits = ENTRY_LIMITS,
) -> Node | None:
    """What the text says; None when it is empty or, after a diagnostic, when its syntax is broken."""
    return _Reader(text, path, report, first_line, limits).document()


class _Reader:
    __slots__ = (
        "first_line",
        "last",
        "left",
        "limits",
        "next",
        "path",
        "problems",
        "report",
        "text",
    )

    def __init__(
        self, text: str, path: str, report: Report, first_line: int, limits: Limits
    ) -> None:
        self.text = text
        self.path = path
        self.report = report
        self.first_line = first_line
        self.limits = limits
        self.problems = 0
        self.left = limits.nodes
        self.last: ParserEvent | None = None
        """The text read last: a quote that isn't closed shows in the text before the place of the error."""

    def document(self) -> Node | None:
        """The first and only document."""
        loader = None
        try:
            loader = _LOADER(self.text)
            self.next = loader.get_event
            return self._only_document()
        except yaml.YAMLError as error:
            self._broken(explain(self.text, error, self.last))
        except _Stop:
            pass
        finally:
            if loader is not None:
                loader.dispose()
        return None

    def _only_document(self) -> Node | None:
        self.next()
        event = self.next()
        if type(event) is StreamEndEvent:
            return None
        node = self._node(self.next(), self.limits.depth)
        self._refuse_more()
        return None if type(node) is Scalar and not node.text and not node.quoted else node

    def _refuse_more(self) -> None:
        """A last line of hyphens with nothing after it is tolerated."""
        start = None
        while type(event := self.next()) is not StreamEndEvent:
            if type(event) is DocumentStartEvent and start is None:
                start = event
            elif type(event) is not DocumentEndEvent and not _is_nothing(event):
                message = "a second document begins here, and only the first one is read"
                advice = "remove this line; if what follows is the text of the entry, rename the file to .md"
                self.complain("HG126", start or event, message, advice)
                return

    # ------------------------------------------------------------ nodes

    def _node(self, event: ParserEvent, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            refuse_alias(self, event)
            return self._empty(event)
        self._take(event, depth)
        if event.anchor is not None or event.tag is not None:
            refuse_properties(self, event)
        return (
            self._mapping(event, depth) if kind is MappingStartEvent else self._list(event, depth)
        )

    def _scalar(self, event: ParserEvent) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            refuse_properties(self, event)
        self._count(event)
        self.last = event
        text, style = event.value, event.style
        start, end = event.start_mark, event.end_mark
        line = start.line + self.first_line
        if style == '"' and not is_clean(text):
            text = self._unescaped(event)
        if len(text) > self.limits.scalar:
            text = self._too_long(event)
        return Scalar(
            text,
            line,
            start.column + 1,
            end.line + self.first_line,
            end.column + 1,
            bool(style),
            line + 1 if style and style in "|>" else 0,
            self._block_column(event) if style == "|" else 0,
        )

    def _block_column(self, event: ParserEvent) -> int:
        """The column behind the indentation of a block, whose lines are the file's."""
        written = _BLOCK.match(self.text, event.start_mark.index)
        text = _INDENTED.match(event.value)
        return len(written[1]) - len(text[1]) + 1 if written and text else 1

    def _list(self, start: ParserEvent, depth: int) -> Sequence:
        items = []
        while type(event := self.next()) is not SequenceEndEvent:
            items.append(self._node(event, depth - 1))
        return Sequence(tuple(items), *self._place(start, event))

    def _mapping(self, start: ParserEvent, depth: int) -> Mapping:
        items: dict[str, tuple[Scalar, Node]] = {}
        while type(event := self.next()) is not MappingEndEvent:
            key = self._key(event, depth)
            value = self._node(self.next(), depth - 1)
            if key is None:
                continue
            if key.text in items:
                self._twice(key, items[key.text][0])
            else:
                items[key.text] = (key, value)
        return Mapping(tuple(items.values()), *self._place(start, event))

    def _key(self, event: ParserEvent, depth: int) -> Scalar | None:
        """The key, or None when it is none; what stands in its place is read over."""
        node = self._node(event, depth - 1)
        if type(node) is Scalar and node.text and (node.text != "<<" or node.quoted):
            return node
        if type(event) is not AliasEvent:
            refuse_key(self, event, node)
        return None

    # ------------------------------------------------------------ problems

    def complain(
        self,
        code: str,
        event: ParserEvent,
        message: str,
        advice: str,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Put down a problem with the place of an event."""
        self._put(code, Span(self.path, *self._place(event, event)), message, advice, related)

    def complain_of_word(self, code: str, event: ParserEvent, message: str, advice: str) -> None:
        """Put down a problem with the place of the word that an event begins with."""
        start = event.start_mark
        line, column = start.line + self.first_line, start.column + 1
        word = _WORD.match(self.text, start.index)
        end = column + len(word.group()) if word else column
        self._put(code, Span(self.path, line, column, line, end), message, advice)

    def _put(
        self, code: str, span: Span, message: str, advice: str, related: tuple[Related, ...] = ()
    ) -> None:
        self.report.add(code, span, message, help=advice, related=related)
        self.problems += 1
        if self.problems == PROBLEM_LIMIT:
            message = f"this file has {PROBLEM_LIMIT} problems already; the rest of it wasn't read"
            self.report.add("HG128", span, message, help="mend these first")
            raise _Stop

    def _place(self, first: ParserEvent, last: ParserEvent) -> tuple[int, int, int, int]:
        start, end = first.start_mark, last.end_mark
        return (
            start.line + self.first_line,
            start.column + 1,
            end.line + self.first_line,
            end.column + 1,
        )

    def _empty(self, event: ParserEvent) -> Scalar:
        return Scalar("", *self._place(event, event))

    def _take(self, event: ParserEvent, depth: int) -> None:
        if depth <= 0:
            advice = "look for a bracket that is never closed, and at the indentation"
            message = f"lists and fields are nested more than {self.limits.depth} deep here"
            self.complain("HG127", event, message, advice)
            raise _Stop
        self._count(event)

    def _count(self, event: ParserEvent) -> None:
        self.left -= 1
        if self.left < 0:
            message = f"this file holds more than {self.limits.nodes:,} values"
            self.complain("HG128", event, message, "split it into files of one entry each")
            raise _Stop

    def _too_long(self, event: ParserEvent) -> str:
        message = f"this value is longer than {self.limits.scalar:,} characters"
        self.complain("HG129", event, message, "put pictures and other data into files")
        return ""

    def _unescaped(self, event: ParserEvent) -> str:
        text: str = event.value
        character = FORBIDDEN.findall(text)[0]
        code, name, _ = character_family(character)
        message = f"there is {name} in this text, written with a backslash (U+{ord(character):04X})"
        self.complain(code, event, message, "remove it; a backslash itself is written twice")
        return harmless(text)

    def _twice(self, key: Scalar, first: Scalar) -> None:
        here = Span(self.path, key.line, key.column, key.end_line, key.end_column)
        there = Span(self.path, first.line, first.column, first.end_line, first.end_column)
        message = f"the key '{key.text}' is given twice; the first one is in line {first.line}"
        advice = "keep one of them, or make it one list"
        self._put("HG122", here, message, advice, (Related(there, "first given here"),))

    def _broken(self, mistake: Mistake) -> None:
        line = mistake.line + self.first_line
        span = Span(self.path, line, mistake.column + 1)
        self.report.add(mistake.code, span, mistake.message, help=mistake.advice)


def _is_nothing(event: ParserEvent) -> bool:
    return type(event) is ScalarEvent and not event.value and not event.style
