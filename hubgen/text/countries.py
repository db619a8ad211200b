"""Countries by their ISO 3166 codes, and what people write instead."""

from functools import cache, lru_cache

from hubgen.diagnostics.suggest import closest
from hubgen.text.names import fold
from hubgen.text.reading import Reading, noted, quoted, refused

_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes that the locale data knows and that stand for no country."""
_OTHER_NAMES = {
    "uk": "GB",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "usa": "US",
    "u s a": "US",
    "u s": "US",
    "america": "US",
    "united states of america": "US",
    "el": "GR",
    "holland": "NL",
    "the netherlands": "NL",
    "korea": "KR",
    "south korea": "KR",
    "north korea": "KP",
    "russia": "RU",
    "turkey": "TR",
    "ivory coast": "CI",
    "czech republic": "CZ",
    "burma": "MM",
    "swaziland": "SZ",
    "macedonia": "MK",
    "cape verde": "CV",
    "east timor": "TL",
    "palestine": "PS",
    "hong kong": "HK",
    "macau": "MO",
    "vatican": "VA",
    "uae": "AE",
    "drc": "CD",
}
_FIRST_LANGUAGES = ("en", "fr", "es", "de", "pt", "it", "nl")


@lru_cache(maxsize=2048)
def read_country(text: str) -> Reading[str]:
    """A country's two letters: `FR`, `NO`."""
    word = text.strip()
    if word.upper() in _names("en"):
        return Reading(word.upper())
    code = _code_of(word)
    if code:
        return noted(
            code, "HG353", f"{quoted(text)} is not written as two letters", f"write {code}"
        )
    return refused("HG352", f"{quoted(text)} is no country", _advice(word))


def country_codes() -> tuple[str, ...]:
    """The two letters of every country."""
    return tuple(sorted(_names("en")))


def _code_of(word: str) -> str | None:
    wanted = fold(word)
    if not wanted:
        return None
    if wanted in _OTHER_NAMES:
        return _OTHER_NAMES[wanted]
    if len(word) == 3 and word.isalpha() and (code := _of_three_letters(word.upper())):
        return code
    for language in _FIRST_LANGUAGES:
        if wanted in _by_name(language):
            return _by_name(language)[wanted]
    return _own_names().get(wanted)


def _of_three_letters(letters: str) -> str | None:
    from babel.core import get_global

    codes = get_global("territory_aliases").get(letters, ())
    return str(codes[0]) if len(codes) == 1 and codes[0] in _names("en") else None


def _advice(word: str) -> str:
    names = (*_names("en").values(), *(name.title() for name in _OTHER_NAMES))
    guess = closest(word, names) if len(word) > 3 else None
    if guess:
        return f"did you mean {guess}? then write {_code_of(guess)}"
    return "write two letters, such as FR or NO"


@cache
def _names(language: str) -> dict[str, str]:
    """Code to name, in one language."""
    # Babel's import takes longer than reading a small hub.
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language, sep="_").territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }


@cache
def _by_name(language: str) -> dict[str, str]:
    return {fold(name): code for code, name in sorted(_names(language).items(), reverse=True)}


@cache
def _own_names() -> dict[str, str]:
    """What each country is called in its own languages; takes a moment, so it is asked last."""
    from babel.languages import get_official_languages

    return {
        fold(name): code
        for code in _names("en")
        for language in get_official_languages(code, de_facto=True)
        if (name := _names(language).get(code))
    }
