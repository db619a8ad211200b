"""Numbers by which the world knows works and people: DOI, ISBN and ORCID."""

import re
from functools import lru_cache
from urllib.parse import quote

from hubgen.model.values import Identifier
from hubgen.text.check_digits import isbn10_digit, isbn13_digit, orcid_digit
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

SCHEMES = ("doi", "isbn", "orcid")
_LABEL = pattern(
    r"(?i)(?:(?P<doi>doi)|(?P<isbn>isbn(?:[-\s]?1[03])?)|(?P<orcid>orcid(?:\s?id)?))\s*[:=\s]\s*"
)
_DOI_SITE = pattern(r"(?i)(?:https?://)?(?:www\.|dx\.)?doi\.org/")
_DOI = pattern(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!-~]{1,300}")
_ORCID_SITE = pattern(r"(?i)(?:https?://)?(?:www\.)?orcid\.org/")
_ORCID = pattern(r"([0-9]{4})-?([0-9]{4})-?([0-9]{4})-?([0-9]{3})([0-9Xx])")
_ISBN = pattern(r"(?:97[89])?[0-9]{9}[0-9Xx]")
_MARKS = pattern(r"[\s\u00a0\u2010-\u2015-]")


@lru_cache(maxsize=4096)
def read_identifier(text: str, scheme: str = "") -> Reading[Identifier]:
    """A DOI, ISBN or ORCID, bare, with its name in front, or as an address; the scheme where it is known."""
    word = text.strip()
    if label := _LABEL.match(word):
        scheme, word = scheme or label.lastgroup or "", word[label.end() :]
    if scheme == "doi" or _DOI_SITE.match(word) or word.startswith("10."):
        return read_doi(word)
    if (
        scheme == "orcid"
        or _ORCID_SITE.match(word)
        or re.fullmatch(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9Xx]", word)
    ):
        return read_orcid(word)
    if scheme == "isbn" or _ISBN.fullmatch(_MARKS.sub("", word)):
        return read_isbn(word)
    advice = "write a DOI such as 10.1000/182, an ISBN or an ORCID"
    return refused("HG365", f"{quoted(text)} is neither DOI nor ISBN nor ORCID", advice)


def read_doi(text: str) -> Reading[Identifier]:
    """A DOI without the address in front, in lower case: its letters have none (ISO 26324)."""
    bare = _DOI_SITE.sub("", text.strip(), count=1)
    if not _DOI.fullmatch(bare):
        return refused(
            "HG365",
            f"{quoted(text)} is no DOI",
            "a DOI begins with 10. and has a slash: 10.1000/182",
        )
    bare = bare.rstrip(".,;").lower()
    return Reading(Identifier("doi", bare, f"https://doi.org/{quote(bare, safe='/:;()._-')}"))


def read_isbn(text: str) -> Reading[Identifier]:
    """An ISBN of thirteen digits, made from ten where it is an old one."""
    digits = _MARKS.sub("", text.strip()).upper()
    if not _ISBN.fullmatch(digits) or (len(digits) == 13 and digits[-1] == "X"):
        return refused(
            "HG365", f"{quoted(text)} is no ISBN", "an ISBN has 13 digits, or 10 in older books"
        )
    right = isbn13_digit(digits[:12]) if len(digits) == 13 else isbn10_digit(digits[:9])
    if digits[-1] != right:
        return _wrong_digit(text, "ISBN", right)
    if len(digits) == 10:
        digits = "978" + digits[:9] + isbn13_digit("978" + digits[:9])
    return Reading(Identifier("isbn", digits, f"https://openlibrary.org/isbn/{digits}"))


def read_orcid(text: str) -> Reading[Identifier]:
    """An ORCID in groups of four."""
    found = _ORCID.fullmatch(_ORCID_SITE.sub("", text.strip(), count=1).rstrip("/"))
    if not found:
        return refused("HG365", f"{quoted(text)} is no ORCID", "write it like 0000-0002-1825-0097")
    right = orcid_digit("".join(found.groups()[:4]))
    if found[5].upper() != right:
        return _wrong_digit(text, "ORCID", right)
    value = f"{found[1]}-{found[2]}-{found[3]}-{found[4]}{right}"
    return Reading(Identifier("orcid", value, f"https://orcid.org/{value}"))


def _wrong_digit(text: str, name: str, right: str) -> Reading[Identifier]:
    message = f"{quoted(text)} has a wrong check digit: a digit of the {name} is mistyped"
    return refused(
        "HG366",
        message,
        f"compare it with the source; if all others are right, the last one is {right}",
    )
