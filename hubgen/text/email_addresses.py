"""E-mail addresses: one, alone, and in a form that mail gets through."""

import re
from functools import lru_cache

from hubgen.text.reading import Reading, quoted, refused

_ADDRESS = re.compile(
    r"(?P<local>[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
    r"@(?P<domain>(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])"
)
"""The addresses of RFC 5321 without quoted local parts and IP literals, which nobody here has."""
_HIDDEN = re.compile(r"(?i)\s*[\[({<]?\s*\bat\b\s*[\])}>]?\s*|\s*\[@\]\s*")
_DOT = re.compile(r"(?i)\s*[\[({<]?\s*\bdot\b\s*[\])}>]?\s*")


@lru_cache(maxsize=4096)
def read_email(text: str) -> Reading[str]:
    """An address with its domain in lower case."""
    word = text.strip()
    found = _ADDRESS.fullmatch(word) if len(word) <= 254 else None
    if found and len(found["local"]) <= 64:
        return Reading(f"{found['local']}@{found['domain'].lower()}")
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
