"""E-mail addresses: one, alone, and in a form that mail gets through."""

from functools import lru_cache
from typing import Final

from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

ADDRESS_FORM: Final = (
    r"([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
    r"@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])"
)
"""The addresses of RFC 5321 without quoted local parts and IP literals, which nobody here has."""
LONGEST_ADDRESS: Final = 254
LONGEST_LOCAL_PART: Final = 64
"""Characters of a whole address, and of what stands before the @ (RFC 5321, section 4.5.3.1)."""
_ADDRESS = pattern(ADDRESS_FORM)
_HIDDEN = pattern(r"(?i)\s*[\[({<]?\s*\bat\b\s*[\])}>]?\s*|\s*\[@\]\s*")
_DOT = pattern(r"(?i)\s*[\[({<]?\s*\bdot\b\s*[\])}>]?\s*")


@lru_cache(maxsize=4096)
def read_email(text: str) -> Reading[str]:
    """An address with its domain in lower case."""
    word = text.strip()
    found = _ADDRESS.fullmatch(word) if len(word) <= LONGEST_ADDRESS else None
    if found and len(found[1]) <= LONGEST_LOCAL_PART:
        return Reading(f"{found[1]}@{found[2].lower()}")
    return refused("HG345", f"{quoted(text)} is no e-mail address", _advice(word[:300]))


def _advice(word: str) -> str:
    inside = [found.group() for found in _ADDRESS.finditer(word)]
    if len(inside) > 1:
        return f"write one address: {inside[0]}"
    if inside and "\n" not in word:
        return f"write the address alone: {inside[0]}"
    plain = _DOT.sub(".", _HIDDEN.sub("@", word, count=1))
    if _ADDRESS.fullmatch(plain):
        return f"write {plain}; it is published only where its person says so"
    return "write it like ada@example.org"
