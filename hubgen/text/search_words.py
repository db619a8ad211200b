"""Words in the letters in which people look for them, where those aren't just the same without accents."""

from collections.abc import Iterator

ALIKE = {
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
    "ـ": "",
}
"""Letters that Unicode doesn't take apart, and Arabic ones that people write for each other; `words.js` has the same."""
_TABLE = str.maketrans(ALIKE)


def plainer(text: str) -> Iterator[str]:
    """Each word that has such a letter, once, in plain letters."""
    lower = text.lower()
    if lower.translate(_TABLE) != lower:
        for word in dict.fromkeys(lower.split()):
            plain = word.translate(_TABLE)
            if plain != word:
                yield plain
