"""What people meant when YAML can't be understood: the usual suspects in plain words.

The parser's own messages (libyaml's `problem` and `context`) are the keys of `_SUSPECTS`; what it calls a simple key
or a flow sequence nobody has to know.
"""

import re
import sys
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from hubgen.text.decoding import FORBIDDEN
from hubgen.text.patterns import pattern
from hubgen.text.positions import LINES, place_at
from hubgen.text.yaml_refusals import ParserEvent

_FIELD = pattern(r"\s*(?:- +)*[\w\"'][^:#]*:(?:\s|$)")
_GLUED = pattern(r"\s*(?:- +)*[\w-]+(:)[^\s/]")


class Mistake(Struct, frozen=True):
    """Where reading stopped, counted from 0 in the YAML itself, and why."""

    line: int
    column: int
    message: str
    advice: str
    code: str = "HG121"


class _Scene(Struct, frozen=True):
    """The lines, and the two places that the parser names."""

    lines: list[str]
    line: int
    column: int
    start_line: int
    start_column: int
    """Where that began which went wrong: the quote, the bracket, the key."""
    last: ParserEvent | None
    problem: str

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def start_text(self) -> str:
        return self.lines[self.start_line]

    def line_above(self) -> int | None:
        """The last line before that holds something."""
        above = (at for at in range(self.line - 1, -1, -1) if self.lines[at].strip())
        return next(above, None)

    def here(self, message: str, advice: str, code: str = "HG121") -> Mistake:
        return Mistake(self.line, self.column, message, advice, code)

    def at_start(self, message: str, advice: str) -> Mistake:
        return Mistake(self.start_line, self.start_column, message, advice)


def explain(text: str, error: Any, last: ParserEvent | None) -> Mistake:
    """The likely mistake behind a parser's error; its place is always inside the text."""
    lines = LINES.split(text)
    if getattr(error, "problem_mark", None) is None:
        return _unreadable(text)
    problem, context = error.problem_mark, error.context_mark or error.problem_mark
    scene = _Scene(
        lines,
        *_inside(lines, problem.line, problem.column),
        *_inside(lines, context.line, context.column),
        last,
        str(error.problem),
    )
    said = f"{error.context or ''}: {error.problem}"
    suspect = next((found for words, found in _SUSPECTS if words in said), _unknown)
    return _inside_lines(_tab(scene) or suspect(scene), lines)


def _inside(lines: list[str], line: int, column: int) -> tuple[int, int]:
    last = len(lines) - 1
    while last > 0 and line >= last and not lines[last]:
        # The end of the text is after the last line that holds something.
        last -= 1
    if line > last:
        return last, len(lines[last])
    return line, min(column, len(lines[line]))


def _inside_lines(mistake: Mistake, lines: list[str]) -> Mistake:
    line, column = _inside(lines, mistake.line, mistake.column)
    return replace(mistake, line=line, column=column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _quoted(value: str) -> str:
    """The value as it should be written."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 60 else text[:59] + "…"


# ---------------------------------------------------------------- the suspects


def _tab(scene: _Scene) -> Mistake | None:
    for at in (scene.line, scene.start_line):
        text = scene.lines[at]
        margin = text[: _indent(text)]
        if "\t" in margin:
            message = "this line is indented with a tab, and YAML needs spaces"
            return Mistake(at, margin.index("\t"), message, "use two spaces instead", "HG123")
    return None


def _second_colon(scene: _Scene) -> Mistake:
    before = scene.text[: scene.column]
    if before.startswith("---"):
        return scene.here(
            "fields can't stand on the line of the three hyphens", "begin a new line after them"
        )
    if not re.search(r":\s", before):
        return _misplaced_field(scene)
    key, _, value = scene.text.partition(": ")
    if value.lstrip().startswith(("[", "{", '"', "'")):
        return scene.here(
            "there is a second colon after the value", "put each field on its own line"
        )
    advice = f"put the text in quotes: {_short(key.strip())}: {_short(_quoted(value.strip()))}"
    return scene.here("a text with a colon and a space in it needs quotes", advice)


def _misplaced_field(scene: _Scene) -> Mistake:
    above = scene.line_above()
    if above is None:
        return _unknown(scene)
    if _indent(scene.text) > _indent(scene.lines[above]) and _FIELD.match(scene.lines[above]):
        return Mistake(
            scene.line,
            _indent(scene.text),
            "this line is indented further than the one above, which has a value already",
            f"begin it in the same column as {_short(scene.lines[above])!r}",
        )
    return _no_field(above, scene.lines[above])


def _no_colon(scene: _Scene) -> Mistake:
    return _no_field(scene.start_line, scene.start_text)


def _no_field(line: int, text: str) -> Mistake:
    if glued := _GLUED.match(text):
        message = "after the colon of a field comes a space"
        start = glued.start(1)
        return Mistake(
            line, start, message, f"write {_short(text[:start])}: {_short(text[start + 1 :])}"
        )
    message = f"this line is no field: {_short(text)!r} has no colon"
    advice = "write `name: value`; if it continues the text above, indent it by two spaces"
    return Mistake(line, _indent(text), message, advice)


def _odd_start(scene: _Scene) -> Mistake:
    sign = scene.text[scene.column : scene.column + 1]
    if sign == "\t":
        return scene.here(
            "there is a tab here, and YAML needs spaces", "use a space instead", "HG123"
        )
    value = _short(_quoted(scene.text[scene.column :].strip()))
    return scene.here(f"a text can't begin with {sign}", f"put it in quotes: {value}")


def _open_quote(scene: _Scene) -> Mistake:
    quote = scene.start_text[scene.start_column : scene.start_column + 1]
    advice = f"put a {quote} at the end of the text"
    if quote == "'":
        advice += ", or use double quotes around a text with an apostrophe"
    return scene.at_start(f"the quote {quote} that opens here is never closed", advice)


def _escape(scene: _Scene) -> Mistake:
    return scene.here(
        "a backslash has a special meaning inside double quotes, and this one has none",
        "use single quotes around the text, or write the backslash twice",
    )


def _open_bracket(scene: _Scene) -> Mistake:
    row, column = _bracket_around(scene)
    sign = scene.lines[row][column : column + 1]
    closing = {"[": "]", "{": "}"}.get(sign, "]")
    if scene.line == scene.start_line and scene.column < len(scene.text.rstrip()):
        message = f"between the values after {sign} there must be commas"
        return scene.here(message, f"or, if {sign} begins a text, put all of it in quotes")
    advice = f"put a {closing} after the last value; a text that begins with {sign} needs quotes"
    return Mistake(row, column, f"the bracket {sign} that opens here is never closed", advice)


def _bracket_around(scene: _Scene) -> tuple[int, int]:
    """Line and column of the bracket; where the parser names a value inside it, of the last one before that is still open."""
    inside = 0
    end = scene.start_column + 1
    for row in range(scene.start_line, -1, -1):
        for column in range(min(end, len(scene.lines[row])) - 1, -1, -1):
            sign = scene.lines[row][column]
            if sign in "[{" and not inside:
                return row, column
            inside += (sign in "]}") - (sign in "[{")
        end = sys.maxsize
    return scene.start_line, scene.start_column


def _star_or_ampersand(scene: _Scene) -> Mistake:
    value = scene.start_text[scene.start_column :].strip()
    return scene.at_start(
        f"a text that begins with {value[:1]} needs quotes, because YAML has other uses for the sign",
        f"write {_short(_quoted(value))}",
    )


def _tag(scene: _Scene) -> Mistake:
    value = scene.start_text[scene.start_column :].strip()
    return scene.at_start(
        "a text that begins with ! needs quotes", f"write {_short(_quoted(value))}"
    )


def _block_header(scene: _Scene) -> Mistake:
    value = scene.start_text[scene.start_column :].strip()
    return scene.at_start(
        f"after {value[:1]} the text begins on the next line, indented by two spaces",
        f"move it there, or, if the sign is part of it, write {_short(_quoted(value))}",
    )


def _list_after_key(scene: _Scene) -> Mistake:
    return scene.here(
        "a list begins on the line after its key",
        "put each `- item` on its own line; a text that begins with a hyphen needs quotes",
    )


def _question_mark(scene: _Scene) -> Mistake:
    return scene.here("a text that begins with ? needs quotes", "put it in quotes")


def _directive(scene: _Scene) -> Mistake:
    return scene.at_start("a line can't begin with %", "put the text in quotes")


def _after_the_end(scene: _Scene) -> Mistake:
    return scene.here(
        "the data has ended above this line",
        "remove the line with `...` or `---`, or the sign that can't stand here",
        "HG126" if any(line.startswith("...") for line in scene.lines[: scene.line]) else "HG121",
    )


def _no_hyphen(scene: _Scene) -> Mistake:
    if scene.text.lstrip().startswith("-"):
        return _hyphen_out_of_line(scene)
    return scene.here(
        "this line stands in a list and doesn't begin with a hyphen",
        "indent it to make it part of the item above, or put `- ` before it",
    )


def _no_content(scene: _Scene) -> Mistake:
    sign = scene.text[scene.column : scene.column + 1]
    return scene.here(f"a value can't begin with {sign or 'nothing'}", "put the text in quotes")


def _no_key(scene: _Scene) -> Mistake:
    """The parser wanted the next field and found something else."""
    return _quote_trouble(scene) or _bracket_then_text(scene) or _out_of_line(scene)


def _quote_trouble(scene: _Scene) -> Mistake | None:
    last = scene.last
    if last is None or last.style not in {"'", '"'}:
        return None
    start, end = last.start_mark, last.end_mark
    if end.line > start.line and any(map(_FIELD.match, scene.lines[start.line + 1 : end.line + 1])):
        return _open_quote(replace(scene, start_line=start.line, start_column=start.column))
    if end.line != scene.line:
        return None
    whole = scene.lines[start.line][start.column :].strip()
    if last.style == "'" and scene.text[end.column : end.column + 1].isalpha():
        advice = f"use double quotes: {_short(_quoted(whole.strip(chr(39))))}"
        return scene.here("the apostrophe ends the text that began with a single quote", advice)
    message = f"the text ended with the quote {last.style} before this"
    return scene.here(
        message, f"put all of it in quotes: {_short(_quoted(whole.replace(last.style, '')))}"
    )


def _bracket_then_text(scene: _Scene) -> Mistake | None:
    key, colon, value = scene.text.partition(": ")
    value = value.strip()
    if not value.startswith(("[", "{")) or scene.column <= len(key) + len(colon):
        return None
    advice = f"put all of it in quotes: {_short(_quoted(value))}"
    return scene.here(f"there is text after the bracket that closes {value[0]}", advice)


def _out_of_line(scene: _Scene) -> Mistake:
    if scene.text.lstrip().startswith("-"):
        return _hyphen_out_of_line(scene)
    return scene.here(
        "this line begins in a column that fits none of the lines above",
        "fields that belong together begin in the same column",
    )


def _hyphen_out_of_line(scene: _Scene) -> Mistake:
    return scene.here(
        "this hyphen doesn't stand below the hyphens of a list",
        "items of one list begin in the same column, below their key",
    )


def _unknown(scene: _Scene) -> Mistake:
    message = f"this can't be understood as YAML ({scene.problem})"
    return scene.here(
        message, "look at this line and the one above; text with signs in it needs quotes"
    )


def _unreadable(text: str) -> Mistake:
    found = FORBIDDEN.search(text)
    line, column = place_at(text, found.start() if found else 0)
    return Mistake(line - 1, column - 1, "a character here can't stand in a text", "delete it")


_SUSPECTS: tuple[tuple[str, Callable[[_Scene], Mistake]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("cannot start any token", _odd_start),
    ("tab character", _odd_start),
    ("quoted scalar: found unexpected", _open_quote),
    ("parsing a quoted scalar", _escape),
    ("parsing a flow", _open_bracket),
    ("scanning an alias", _star_or_ampersand),
    ("scanning an anchor", _star_or_ampersand),
    ("tag", _tag),
    ("scanning a block scalar", _block_header),
    ("block sequence entries are not allowed", _list_after_key),
    ("mapping keys are not allowed", _question_mark),
    ("directive", _directive),
    ("expected <document start>", _after_the_end),
    ("expected '-' indicator", _no_hyphen),
    ("expected node content", _no_content),
    ("expected key", _no_key),
)
"""Words of the parser's message, most telling first."""
