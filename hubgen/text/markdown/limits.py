"""How much Markdown is read as Markdown: what would take the parser very long is shown as plain text."""

from msgspec import Struct

from hubgen.text.patterns import pattern

LONGEST = 200_000
"""Characters of one text."""
MOST_LINES = 8_000
MOST_BRACKETS = 10_000
"""Opening square brackets: each may begin a link."""
MOST_OPEN = 300
"""Square brackets that are open at one place; the parser looks for the end of each."""
MOST_TAGS = 4_000
"""Raw tags, where they are read: thousands inside each other take long to close."""
MOST_COLUMNS = 200
"""Of a table: every row is filled up to as many cells as the first one has."""

_BRACKETS = pattern(r"[\[\]]")


class TooMuch(Struct, frozen=True):
    """Why a text isn't read as Markdown."""

    code: str
    line: int
    """From 0."""
    message: str
    help: str


def problem_with(text: str, *, html: bool) -> TooMuch | None:
    """What keeps a text from being read as Markdown, or None; `html` says whether raw tags are read."""
    if len(text) > LONGEST:
        return _too_long(f"{len(text):,} characters; more than {LONGEST:,}")
    if len(text) > MOST_LINES and text.count("\n") > MOST_LINES:
        return _too_long(f"{text.count(chr(10)):,} lines; more than {MOST_LINES:,}")
    if html and text.count("<") > MOST_TAGS:
        return _tangled(0, f"{text.count('<'):,} tags; more than {MOST_TAGS:,}")
    return _entangled_brackets(text) or _too_many_columns(text)


def _too_long(what: str) -> TooMuch:
    return TooMuch(
        "HG903",
        0,
        f"this text has {what} are not formatted",
        "split it into several pages, or link to a file beside the entry",
    )


def _tangled(line: int, what: str) -> TooMuch:
    return TooMuch(
        "HG904",
        line,
        f"this text has {what} are not read as Markdown",
        "put drawings, logs and data into a code block or into a file beside the entry",
    )


def _entangled_brackets(text: str) -> TooMuch | None:
    count = text.count("[")
    if count <= MOST_OPEN:
        return None
    if count > MOST_BRACKETS:
        return _tangled(0, f"{count:,} opening brackets; more than {MOST_BRACKETS:,}")
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth = depth + 1 if match[0] == "[" else max(depth - 1, 0)
        if depth > MOST_OPEN:
            line = text.count("\n", 0, match.start())
            return _tangled(line, f"{depth} brackets open at once; more than {MOST_OPEN}")
    return None


def _too_many_columns(text: str) -> TooMuch | None:
    if text.count("|") <= MOST_COLUMNS:
        return None
    for number, line in enumerate(text.split("\n")):
        if line.count("|") > MOST_COLUMNS + 1:
            return _tangled(
                number, f"a line of {line.count('|')} columns; more than {MOST_COLUMNS}"
            )
    return None
