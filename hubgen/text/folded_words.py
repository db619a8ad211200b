"""Texts in the words that search compares: case, accents and other marks don't count, so `jose` finds José and `strasse` Straße.

The index of a hub is made of these words, and what somebody types is taken apart in the browser by `search/words.js`. The
two have the same rule: a change to one is a change to the other. Here lower case, NFKD and NFC come from Python's own
`str.lower` and `unicodedata`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from hubgen.text.patterns import pattern

ALIKE: Final = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "þ": "th",
    "ı": "i",
    "ŋ": "n",
    "ى": "ي",
    "ة": "ه",
    "ک": "ك",
    "ی": "ي",
    "ς": "σ",
}
"""Letters that Unicode doesn't take apart, and Arabic ones that people write for each other."""

MARKS: Final = (
    *(range(0x300, 0x370), range(0x591, 0x5C8), range(0x610, 0x61B), range(0x640, 0x641)),
    *(range(0x64B, 0x660), range(0x670, 0x671), range(0x6D6, 0x6DD), range(0x6DF, 0x6EE)),
)
"""Accents, Hebrew points, Arabic vowel signs and the stroke that only lengthens a word. In other scripts marks are letters."""

SPACELESS: Final = {
    "Han": r"\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufa6d\ufa70-\ufad9\U00016fe2\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U0002a6df\U0002a700-\U0002b81d"
    r"\U0002b820-\U0002cead\U0002ceb0-\U0002ebe0\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a"
    r"\U00031350-\U00033479",
    "Hiragana": r"\u3041-\u3096\u309d-\u309f\U0001b001-\U0001b11f\U0001b132\U0001b150-\U0001b152\U0001f200",
    "Katakana": r"\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357\uff66-\uff6f\uff71-\uff9d"
    r"\U0001aff0-\U0001aff3\U0001aff5-\U0001affb\U0001affd\U0001affe\U0001b000\U0001b120-\U0001b122\U0001b155"
    r"\U0001b164-\U0001b167",
    "Thai": r"\u0e01-\u0e3a\u0e40-\u0e5b",
    "Lao": r"\u0e81\u0e82\u0e84\u0e86-\u0e8a\u0e8c-\u0ea3\u0ea5\u0ea7-\u0ebd\u0ec0-\u0ec4\u0ec6\u0ec8-\u0ece"
    r"\u0ed0-\u0ed9\u0edc-\u0edf",
    "Khmer": r"\u1780-\u17dd\u17e0-\u17e9\u17f0-\u17f9\u19e0-\u19ff",
    "Myanmar": r"\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f\U000116d0-\U000116e3",
}
"""Scripts in which no spaces stand between words, so that each sign is one: Unicode 17.0, `Scripts.txt`."""

_PLAIN: Final = str.maketrans(
    {**dict.fromkeys((chr(sign) for signs in MARKS for sign in signs), ""), **ALIKE}
)
_ASCII_WORD: Final = pattern(r"[a-z0-9]+(?:[+#]+(?![a-z0-9]))?")


def words_of(text: str) -> list[str]:
    """The words of a text in their order, folded, as often as they are there: `José, C++` -> `jose`, `c++`."""
    lower = text.lower()
    if lower.isascii():
        return _ASCII_WORD.findall(lower)
    # No word goes on after a space, and few words of most texts need the long way.
    found: list[str] = []
    for is_ascii, run in groupby(lower.split(), str.isascii):
        found += (_ASCII_WORD.findall if is_ascii else _other_words)(" ".join(run))
    return found


def _other_words(lower: str) -> Iterator[str]:
    for word in _word().findall(lower):
        if word.isascii():
            yield word
        elif _spaceless().search(word):
            yield from filter(None, map(_folded, word))
        elif folded := _folded(word):
            yield folded


@lru_cache(maxsize=65536)
def _folded(lower: str) -> str:
    """A word without what doesn't count; nothing is left of a lone accent."""
    apart = unicodedata.normalize("NFKD", lower)
    return unicodedata.normalize("NFC", apart.translate(_PLAIN))


@cache
def _word() -> re.Pattern[str]:
    r"""Letters, digits and marks, then the signs of C++ and C#, which are words too.

    Python's `re` knows no `\p{M}`, and `\w` has no marks. Letters are written out where nearly all texts are, which makes
    one table of them; those of the second plane and above would be looked through one by one at each space.
    """
    kinds = "".join(unicodedata.category(chr(point))[0] for point in range(0x20000))
    letters = _ranges(re.finditer("[LNM]+", kinds[:0x10000]))
    # Above the second plane, only the signs that choose a variant of the sign before them are marks.
    far = rf"\w{_ranges(re.finditer('M+', kinds), 0x10000)}\U000e0100-\U000e01ef"
    return re.compile(rf"(?:[{letters}]+|(?=[\U00010000-\U0010ffff])[{far}])+(?:[+#]+(?![^\W_]))?")


@cache
def _spaceless() -> re.Pattern[str]:
    return re.compile(f"[{''.join(SPACELESS.values())}]")


def _ranges(runs: Iterable[re.Match[str]], first: int = 0) -> str:
    """Runs of code points as a class of signs has them."""
    return "".join(
        f"{chr(run.start())}-{chr(run.end() - 1)}" for run in runs if run.start() >= first
    )
