"""Licences by their SPDX identifiers, and what people write instead."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from hubgen.diagnostics.suggest import closest
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, noted, quoted, refused

_CREATIVE = pattern(
    r"cc(?:by)?(?P<parts>(?:by|nc|nd|sa)*)(?P<version>[1-4](?:\.?[05])?)?(?:international|unported|intl)?"
)
_OFFICIAL = pattern(
    r"(?i)https?://creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/([0-9.]+)/?\S*"
)
_NEWEST_CREATIVE = "4.0"
_OTHER_NAMES = {
    "mitlicense": "MIT",
    "expat": "MIT",
    "apache": "Apache-2.0",
    "apache2": "Apache-2.0",
    "apachev2": "Apache-2.0",
    "apachelicense": "Apache-2.0",
    "apachelicense20": "Apache-2.0",
    "apachelicenseversion20": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd2": "BSD-2-Clause",
    "bsd3": "BSD-3-Clause",
    "bsd3clauseneworrevised": "BSD-3-Clause",
    "bsd2clausesimplified": "BSD-2-Clause",
    "newbsd": "BSD-3-Clause",
    "simplifiedbsd": "BSD-2-Clause",
    "mozillapubliclicense": "MPL-2.0",
    "mpl": "MPL-2.0",
    "mpl2": "MPL-2.0",
    "eupl": "EUPL-1.2",
    "cc0": "CC0-1.0",
    "cczero": "CC0-1.0",
    "unlicence": "Unlicense",
    "theunlicense": "Unlicense",
    "gfdl": "GFDL-1.3-or-later",
    "gnufdl": "GFDL-1.3-or-later",
    "odbl": "ODbL-1.0",
    "isclicense": "ISC",
    "zlibl": "Zlib",
    "boost": "BSL-1.0",
    "epl": "EPL-2.0",
    "ofl": "OFL-1.1",
    "openfontlicense": "OFL-1.1",
}
"""By their letters and digits alone."""
_GNU = pattern(
    r"(?:gnu)?(?P<family>a|l)?gpl(?:v|version)?(?P<version>[123])(?:\.?(?P<minor>[01]))?(?P<later>\+|orlater|only)?"
)
_RESERVED = frozenset(
    {
        "allrightsreserved",
        "proprietary",
        "copyright",
        "copyrighted",
        "commercial",
        "nonfree",
        "closed",
        "unlicensed",
        "unknown",
        "none",
        "na",
        "custom",
        "other",
    }
)
_OPERATOR = pattern(r"\s+(AND|OR|WITH)\s+")
_OWN = pattern(r"LicenseRef-[A-Za-z0-9.-]{1,60}")


@lru_cache(maxsize=1024)
def read_license(text: str) -> Reading[str]:
    """An SPDX identifier, or several joined by AND, OR and WITH."""
    word = " ".join(text.split()).strip("()")
    pieces = _OPERATOR.split(word)
    if len(pieces) > 1:
        return _joined(text, pieces)
    known = _identifier(word)
    if known:
        return Reading(known)
    guess = _guess(word)
    if guess:
        sure = any(map(str.isdecimal, word)) or not any(map(str.isdecimal, guess))
        advice = f"write {guess}" if sure else f"write {guess}, if that version is meant"
        return noted(guess, "HG364", f"{quoted(text)} is not the licence's identifier", advice)
    return refused("HG363", f"{quoted(text)} is no licence that is known here", _advice(word))


def license_names() -> tuple[str, ...]:
    """The identifiers of the SPDX licence list."""
    return tuple(_identifiers().values())


def _joined(text: str, pieces: list[str]) -> Reading[str]:
    parts = []
    for number, piece in enumerate(pieces):
        is_exception = number > 1 and pieces[number - 1] == "WITH"
        part = piece if number % 2 or is_exception else _identifier(piece.strip("()"))
        if part is None:
            return refused(
                "HG363", f"{quoted(text)}: {quoted(piece)} is no SPDX identifier", _advice(piece)
            )
        parts.append(part)
    return Reading(" ".join(parts))


def _identifier(word: str) -> str | None:
    return word if _OWN.fullmatch(word) else _identifiers().get(word.casefold())


def _guess(word: str) -> str | None:
    official = _OFFICIAL.fullmatch(word)
    if official:
        zero = official[1] == "publicdomain"
        return _identifier(f"CC0-{official[3]}" if zero else f"CC-{official[2]}-{official[3]}")
    letters = re.sub(
        r"[^a-z0-9.+]",
        "",
        word.casefold().replace("creative commons", "cc").replace("licence", "license"),
    )
    letters = _spelled_out(letters)
    plain = letters.replace(".", "")
    return (
        _OTHER_NAMES.get(plain) or _by_letters().get(plain) or _creative(letters) or _gnu(letters)
    )


def _spelled_out(letters: str) -> str:
    for long, short in (
        ("attribution", "by"),
        ("noncommercial", "nc"),
        ("noderivatives", "nd"),
        ("noderivs", "nd"),
        ("sharealike", "sa"),
        ("affero", "a"),
        ("lesser", "l"),
        ("generalpubliclicense", "gpl"),
        ("publiclicense", ""),
        ("deed", ""),
    ):
        letters = letters.replace(long, short)
    return letters.removeprefix("the").removesuffix("license")


def _creative(letters: str) -> str | None:
    found = _CREATIVE.fullmatch(letters)
    if not found or not (found["parts"] or letters.startswith("ccby")):
        return None
    parts = [part for part in re.findall("by|nc|nd|sa", letters) if part]
    version = found["version"] or _NEWEST_CREATIVE
    version = version if "." in version else f"{version[0]}.{version[1:] or '0'}"
    return _identifier("-".join(["CC", *dict.fromkeys(parts), version]))


def _gnu(letters: str) -> str | None:
    found = _GNU.fullmatch(letters.replace("gnua", "a").replace("gnul", "l").replace("gnug", "g"))
    if not found:
        return None
    later = "or-later" if found["later"] in {"+", "orlater"} else "only"
    family = (found["family"] or "").upper()
    return _identifier(f"{family}GPL-{found['version']}.{found['minor'] or '0'}-{later}")


def _advice(word: str) -> str:
    letters = re.sub("[^a-z]", "", word.casefold())
    if letters in _RESERVED:
        return "leave it out when no licence was given, or write LicenseRef-Proprietary"
    if letters == "publicdomain":
        return "write CC0-1.0 where its author gave it away, LicenseRef-PublicDomain where its time is over"
    guess = closest(word, _identifiers().values())
    return (
        f"did you mean '{guess}'?"
        if guess
        else "write an SPDX identifier, such as CC-BY-4.0 or MIT"
    )


@cache
def _identifiers() -> dict[str, str]:
    """The identifiers of the SPDX licence list, by their lower case."""
    listed = (files("hubgen.text") / "licenses.txt").read_text(encoding="utf-8").split()
    return {identifier.casefold(): identifier for identifier in listed}


@cache
def _by_letters() -> dict[str, str]:
    return {
        re.sub("[^a-z0-9+]", "", lower): identifier for lower, identifier in _identifiers().items()
    }
