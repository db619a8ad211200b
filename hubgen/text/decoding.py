"""From bytes to text: UTF-8 and nothing else, without the characters that hide something."""

import codecs
import re
from itertools import islice
from typing import Final

from hubgen.diagnostics import Report, Span
from hubgen.text.patterns import pattern
from hubgen.text.positions import place_at

SHOWN_PER_FILE: Final = 20
"""Odd characters of one file that are listed one by one; a file with more is broken as a whole."""

REPLACEMENT: Final = "\ufffd"
"""Stands for a character that must not be read, so that the rest of the file can still be checked."""

_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
_HIGH_NONCHARACTERS = "".join(
    chr(plane + low) for plane in range(0x10000, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)
)
_LINE_BREAKS = "\u0085\u2028\u2029"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff"
# Two alternatives, because a set beyond the first 65,536 characters is searched eight times slower.
FORBIDDEN: Final = pattern(
    f"[{_CONTROLS}{_DIRECTIONS}{_NONCHARACTERS}{_LINE_BREAKS}\ud800-\udfff]|[{_HIGH_NONCHARACTERS}]"
)
"""What no text of a hub may hold."""

_FAMILIES = (
    ("HG113", pattern(f"[{_CONTROLS}]"), "a control character", "delete it"),
    ("HG114", pattern(f"[{_DIRECTIONS}]"), "a hidden change of text direction", "delete it"),
    (
        "HG116",
        pattern(f"[{_LINE_BREAKS}]"),
        "an invisible line break",
        "delete it and press Enter or the space bar instead",
    ),
)
_WINDOWS_LETTERS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}
"""What `surrogateescape` makes of a byte that isn't UTF-8, and the letter it was on Windows."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, path: str, report: Report) -> str | None:
    """The text of a file without its byte-order mark; None when it is no text at all.

    After a problem that has been reported the text is still given, with the likely letters, so that everything
    else in the file can be reported in the same run.
    """
    text = _text(data, path, report)
    if text is None or is_clean(text):
        return text
    return _without_forbidden(text, path, report)


def is_clean(text: str) -> bool:
    """Whether no forbidden character is in the text; the ordinary case takes one look."""
    return text.replace("\n", "").isprintable() or FORBIDDEN.search(text) is None


def character_family(character: str) -> tuple[str, str, str]:
    """The code, the name and the mending of a character that matches `FORBIDDEN`."""
    for code, form, name, advice in _FAMILIES:
        if form.match(character):
            return code, name, advice
    return "HG115", "a code that stands for no character", "delete it"


def harmless(text: str) -> str:
    """The text with every forbidden character replaced, one for one, so that places stay right."""
    return FORBIDDEN.sub(lambda found: _substitute(found.group()), text)


def _text(data: bytes, path: str, report: Report) -> str | None:
    if data.startswith(_UTF_16):
        return _utf_16(data, path, report)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _guessed(data, error, path, report)


def _utf_16(data: bytes, path: str, report: Report) -> str | None:
    report.add(
        "HG112",
        Span(path),
        "this file is saved as UTF-16, not as UTF-8",
        help="open it in an editor and save it with the encoding UTF-8",
    )
    return data.decode("utf-16", "replace")


def _guessed(data: bytes, error: UnicodeDecodeError, path: str, report: Report) -> str | None:
    if b"\0" in data:
        _not_text(path, report)
        return None
    # Western European Windows is what such files nearly always were saved in.
    before = data[: error.start].decode()
    line, column = place_at(before, len(before))
    byte = data[error.start]
    letter = bytes([byte]).decode("cp1252", "replace")
    word = _word_around(data, error.start)
    meant = f"{letter!r} (as in {word!r})" if letter != REPLACEMENT else "of another encoding"
    report.add(
        "HG111",
        Span(path, line, column, line, column + 1),
        f"this file isn't UTF-8: the byte {byte:02X} here is no letter in it",
        help=f"the letter is probably {meant}; open the file and save it with the encoding UTF-8",
    )
    return _mixed(data)


def _mixed(data: bytes) -> str:
    """UTF-8 where it is UTF-8, else the letters of Windows-1252."""
    return data.decode("utf-8", "surrogateescape").translate(_WINDOWS_LETTERS)


def _word_around(data: bytes, position: int) -> str:
    before = re.split(rb"[\s\"':,]", data[max(0, position - 20) : position])[-1]
    after = re.split(rb"[\s\"':,]", data[position : position + 20])[0]
    return (before + after).decode("cp1252", "replace")


def _not_text(path: str, report: Report) -> None:
    report.add(
        "HG117",
        Span(path),
        "this file isn't text",
        help="its name says that it is an entry: give it its right name, or write the entry",
    )


def _without_forbidden(text: str, path: str, report: Report) -> str | None:
    if text.count("\0") > SHOWN_PER_FILE:
        _not_text(path, report)
        return None
    for found in islice(FORBIDDEN.finditer(text), SHOWN_PER_FILE):
        code, name, advice = character_family(found.group())
        line, column = place_at(text, found.start())
        report.add(
            code,
            Span(path, line, column, line, column + 1),
            f"there is {name} here (U+{ord(found.group()):04X})",
            help=advice,
        )
    return harmless(text)


def _substitute(character: str) -> str:
    return " " if character in _LINE_BREAKS else REPLACEMENT
