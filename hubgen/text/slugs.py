"""The short names that files and addresses are made of."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from hubgen.text.patterns import pattern

SLUG_LENGTH_LIMIT: Final = 80
"""Characters; longer addresses break in mails and messengers."""

RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "index"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that Windows keeps for devices, and the name of a folder's own page."""

SLUG_FORM: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = pattern(SLUG_FORM)
_BREAK = pattern(r"[^a-z0-9]+")
_JOINED = str.maketrans(dict.fromkeys("'’ʼ`´·\u00ad\u200b\u200c\u200d", ""))
"""Marks inside a word, which don't part it: l'été is one word to an address."""
_WORDS = str.maketrans({"+": "-plus-", "#": "-sharp-", "&": "-and-", "@": "-at-"})
"""Signs that tell names apart: C, C++ and C# are three languages."""
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ĸ": "k",
        "ŋ": "ng",
        "ŧ": "t",
        "ə": "e",
        "ƒ": "f",
    }
)
"""Latin letters that Unicode doesn't take apart."""


@lru_cache(maxsize=65536)
def slugify(text: str) -> str:
    """The slug that a name suggests: `José Ñúñez` -> `jose-nunez`; empty when no Latin letter or digit is in it."""
    plain = text.lower().translate(_JOINED).translate(_LETTERS)
    if not plain.isascii():
        plain = _without_accents(plain).translate(_LETTERS)
    return _shortened(_BREAK.sub("-", plain.translate(_WORDS)).strip("-"))


def slug_problem(slug: str) -> str | None:
    """Why this is no slug, as the end of the sentence `this name ...`; None when it is one."""
    if _SLUG.fullmatch(slug) and len(slug) <= SLUG_LENGTH_LIMIT and slug not in RESERVED:
        return None
    return _reason(slug)


def suggested_slug(text: str) -> str:
    """A slug for this text that has no problem, or empty text when a person must think of one."""
    slug = slugify(text)
    return "" if slug_problem(slug) else slug


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()


def _shortened(slug: str) -> str:
    if len(slug) <= SLUG_LENGTH_LIMIT:
        return slug
    head, _, _ = slug[: SLUG_LENGTH_LIMIT + 1].rpartition("-")
    return (head or slug[:SLUG_LENGTH_LIMIT]).strip("-")


def _reason(slug: str) -> str:
    if not slug.strip():
        return "is empty"
    if slug == "index":
        return "is kept for the page of a folder"
    if slug.lower() in RESERVED:
        return "is one that Windows keeps for a device"
    if len(slug) > SLUG_LENGTH_LIMIT:
        return f"is {len(slug)} characters long, and {SLUG_LENGTH_LIMIT} is the most"
    return _odd_characters(slug)


def _odd_characters(slug: str) -> str:
    if _SLUG.fullmatch(slug.lower()):
        return "has capital letters"
    if "_" in slug:
        return "has underscores instead of hyphens"
    if any(letter.isspace() for letter in slug):
        return "has spaces instead of hyphens"
    odd = re.sub(r"[A-Za-z0-9-]+", "", slug)[:1]
    if not odd:
        return "has a hyphen at an end or two in a row"
    return f"has a {odd!r} in it" if odd.isprintable() else "has an invisible character in it"
