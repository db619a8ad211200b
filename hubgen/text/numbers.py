"""Numbers and yes-or-no as people write them."""

import re
from typing import Final

from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

LARGEST = 2**53
"""What JSON readers and spreadsheets keep exactly (RFC 8259, section 6)."""
INTEGER_FORM: Final = r"[+-]?[0-9]{1,16}"
DECIMAL_FORM: Final = r"[+-]?(?:[0-9]{1,16}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})"
_INTEGER = pattern(INTEGER_FORM)
_DECIMAL = pattern(DECIMAL_FORM)
_GROUPED = pattern(r"([+-]?[0-9]{1,3})((?:[, '._\u00a0\u202f][0-9]{3})+)")
_COMMA = pattern(r"([+-]?[0-9]+),([0-9]+)")
_LEADING = pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?")
BOOLEANS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_OTHER_WORDS = {
    **dict.fromkeys(("y", "1", "oui", "ja", "sí", "si", "sim", "x", "✓"), "true"),
    **dict.fromkeys(("n", "0", "non", "nein", "não", "nao", "none"), "false"),
}


def read_integer(text: str) -> Reading[int]:
    """A whole number."""
    word = text.strip()
    if _INTEGER.fullmatch(word) and abs(int(word)) <= LARGEST:
        return Reading(int(word))
    if _DECIMAL.fullmatch(word) and not _GROUPED.fullmatch(word):
        if _INTEGER.fullmatch(word):
            return refused("HG316", f"{quoted(text)} is larger than {LARGEST}")
        return refused(
            "HG315", f"{quoted(text)} is not a whole number", f"write {round(float(word))}"
        )
    return refused("HG315", f"{quoted(text)} is not a whole number", _whole_guess(word))


def read_number(text: str) -> Reading[float]:
    """A number, whole or with decimals."""
    word = text.strip()
    if _DECIMAL.fullmatch(word) and abs(float(word)) <= LARGEST:
        return Reading(float(word))
    if found := _COMMA.fullmatch(word):
        advice = f"write {found[1]}.{found[2]}"
        return refused("HG315", f"{quoted(text)} has a comma before its decimals", advice)
    return refused("HG315", f"{quoted(text)} is not a number", _whole_guess(word))


def read_boolean(text: str) -> Reading[bool]:
    """Yes or no."""
    word = text.strip().casefold()
    value = BOOLEANS.get(word)
    if value is not None:
        return Reading(value)
    advice = f"write {_OTHER_WORDS.get(word, 'true or false')}"
    return refused("HG317", f"{quoted(text)} is neither yes nor no", advice)


def shown(number: float) -> str:
    """The number as a message shows it: without `.0`."""
    return str(int(number)) if number == int(number) else str(number)


def _whole_guess(word: str) -> str:
    if found := _GROUPED.fullmatch(word):
        return f"write {found[1]}{re.sub('[^0-9]', '', found[2])}"
    found = _LEADING.match(word)
    if found and found.end() < len(word) and len(found.group()) < 17:
        return f"write the number alone: {found.group()}"
    return "write it in digits, such as 12"
