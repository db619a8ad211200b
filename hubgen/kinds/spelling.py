"""Two spellings of one word: letter case, hyphens, spaces and other marks don't count; told to a computer or as a pattern."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

END: Final = r"$(?!\n)"
"""The end of a text in patterns: in some languages `$` is true before a last line break, too."""
_MARKS: Final = r"[\W_]*"
"""What doesn't count. Where `\\W` takes in the letters of other alphabets, the pattern lets more pass, never less."""
_LAST_CASED: Final = 0x1E943
"""The last letter of Unicode that has another case."""
_LONGEST_FOLD: Final = 3
"""Letters that one letter may stand for in another case: the ligature ﬃ."""


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """What counts of a word."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def spellings(words: Iterable[str]) -> str:
    """A pattern of every text whose letters are those of one of the words; what has no letters has no spelling."""
    ways = "|".join(dict.fromkeys(_ways(word, _MARKS) for word in map(letters_of, words) if word))
    return f"{_MARKS}(?:{ways})" if ways else ""


def cases(words: Iterable[str]) -> str:
    """A pattern of the words, which are letters alone, in any letter case."""
    return "|".join(dict.fromkeys(_ways(word.casefold(), "") for word in words))


@lru_cache(maxsize=4096)
def _ways(word: str, between: str) -> str:
    after = [""] * (len(word) + 1)
    for start in reversed(range(len(word))):
        ends = range(start + 1, min(len(word), start + _LONGEST_FOLD) + 1)
        ways = [
            f"[{letters}]{between}{after[end]}"
            for end in ends
            if (letters := _all_cases(word[start:end]))
        ]
        after[start] = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return after[0]


def _all_cases(letters: str) -> str:
    """Every single letter that these become in another case."""
    return (letters if len(letters) == 1 else "") + _other_cases().get(letters, "")


@cache
def _other_cases() -> Mapping[str, str]:
    """What letters become when their case is taken away, to the letters that become so."""
    table: defaultdict[str, str] = defaultdict(str)
    for letter in map(chr, range(_LAST_CASED + 1)):
        folded = letters_of(letter)
        if folded and folded != letter:
            table[folded] += letter
    return table
