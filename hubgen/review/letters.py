"""Letters that aren't what they seem: names that look like others, writing that runs the other way, what nobody sees.

The lookalikes are the common ones of Cyrillic, Greek and Armenian letters for Latin ones (as in Unicode Technical Standard 39).
"""

import unicodedata
from typing import Final

from hubgen.text.names import fold

LOOKALIKES: Final = str.maketrans(
    "аеорсухіјѕһԁԛԝвкмнтгпьэзӏαβεζηικμνορτυχγωϲօսոցհյզք",
    "aeopcyxijshdqwbkmhtrnbe3labezhikmvoptuxywcounghjqp",
)
_DIGITS: Final = str.maketrans("0135$", "oiess")
_HIDDEN: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\u200b\u2060\ufeff\u00ad\u115f\u1160\u3164\uffa0"
)
"""What changes the direction of writing, and what takes no room."""


def skeleton(name: str) -> str:
    """The same for names that look alike."""
    return fold(name.casefold().translate(LOOKALIKES)).translate(_DIGITS)


def mixes_scripts(name: str) -> bool:
    """Whether one word of it holds letters of alphabets that look alike: Latin, Cyrillic, Greek, Armenian."""
    return any(len(_scripts(word)) > 1 for word in name.split())


def hidden_letters(text: str) -> bool:
    """Whether something in it can't be seen and isn't needed for writing."""
    return not _HIDDEN.isdisjoint(text) or any(
        unicodedata.category(letter) == "Cc" and letter not in "\n\t\r" for letter in text
    )


def _scripts(word: str) -> set[str]:
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha())
    return {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"} & set(names)
