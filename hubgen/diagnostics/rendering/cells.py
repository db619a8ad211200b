"""Text for terminals: nothing in it acts on the terminal, and its width in cells is known."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

TAB = 4
"""Cells of a tab: editors differ, and the carets must agree only with the line above them."""
JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
_KEPT_FORMATS = frozenset({JOINER, "\u200c"})
"""Invisible characters that writing itself needs: emoji, Persian."""
_COMMAND = re.compile(r"#(?=#[A-Za-z]*\[)")
"""Runners obey `##[...]`, `##vso[...]`, `##teamcity[...]`, wherever in a line of a log they stand."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that show nothing or rule over what is shown."""
_WIDE = frozenset({"W", "F"})
_MARKS = frozenset({"Mn", "Me"})
_HASH = "\\\\x23"


def shown(text: str) -> str:
    """The text on one line, with all that a terminal could obey or hide written as an escape sequence of Python."""
    safe = _COMMAND.sub(_HASH, text)
    return safe if safe.isprintable() else "".join(map(_shown, safe))


def cells(text: str) -> Iterator[tuple[str, int]]:
    """Each code point as it is shown, with the number of cells that it adds to the line."""
    before = ""
    commands = {each.start() for each in _COMMAND.finditer(text)}
    for place, letter in enumerate(text):
        if place in commands:
            yield "\\x23", 4
        elif letter == "\t":
            yield " " * TAB, TAB
        else:
            yield _shown(letter), _added(letter, before)
        before = letter


def width(parts: Iterable[tuple[str, int]]) -> int:
    """The cells of all parts together."""
    return sum(added for _, added in parts)


def _shown(letter: str) -> str:
    if letter.isprintable() or letter in _KEPT_FORMATS:
        return letter
    if unicodedata.category(letter) not in _HIDDEN:
        return letter  # Spaces other than the plain one.
    return (
        letter.encode("ascii", "backslashreplace").decode() if letter > "\x7f" else _ascii(letter)
    )


def _ascii(letter: str) -> str:
    return {"\n": "\\n", "\r": "\\r", "\t": " "}.get(letter, f"\\x{ord(letter):02x}")


def _added(letter: str, before: str) -> int:
    if letter == EMOJI_STYLE:
        return 1 if before and _own_width(before) == 1 else 0
    if before == JOINER or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return 0 if before else 2
    return _own_width(letter)


def _own_width(letter: str) -> int:
    if letter in _KEPT_FORMATS or unicodedata.category(letter) in _MARKS:
        return 0
    if unicodedata.east_asian_width(letter) in _WIDE:
        return 2
    return len(_shown(letter))
