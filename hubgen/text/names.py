"""When two spellings are one name: case, accents, punctuation and spacing don't count."""

import unicodedata
from functools import lru_cache

from hubgen.text.patterns import pattern

_WORD = pattern(r"[\w+#]+")
"""`+` and `#` are letters of a name: C, C++ and C# are three."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name with everything taken away that people spell differently."""
    bare = name.casefold()
    if not bare.isascii():
        letters = unicodedata.normalize("NFKD", bare)
        bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(bare.replace("_", " ")))
