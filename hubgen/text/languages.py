"""Languages by their BCP 47 codes, and what people write instead."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hubgen.diagnostics.suggest import closest
from hubgen.text.names import fold
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, noted, quoted, refused

if TYPE_CHECKING:
    from babel import Locale

_CODE = pattern(
    r"(?i)([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?((?:[-_](?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
"""Language, script, region and variants of a tag (RFC 5646, section 2.1)."""
_WIDELY_WRITTEN = """
    en fr es de pt it nl ar zh ja ko ru hi bn ur fa tr pl uk cs sk hu ro bg el he sv da nb nn fi
    et lv lt sl hr sr ca eu gl ga cy is mt sq mk ka hy az kk uz mn vi th id ms fil sw am ha yo
    ig zu xh af ta te ml kn mr gu pa ne si my km lo
"""
"""Languages whose names are understood in their own spelling, too."""
_SIGNED = """
    ads aed aen afg ajs ase asp asq asw bfi bfk bog bqn bqy bvl bzs cds csc csd cse csf csg csl
    csn csq csr csx doq dse dsl dsz ecs ehs esl esn eso eth fcs fse fsl fss gds gse gsg gsm gss
    gus hab haf hds hks hos hps hsh hsl icl iks ils inl ins ise isg isr jcs jhs jks jls jos jsl
    jus kgi kvk lbs lgs lls lsb lsc lsl lsn lso lsp lst lsv lsw lsy lws mdl mfs mre msd msr mzc
    mzg mzy nbs ncs nsi nsl nsp nsr nzs okl pgz pks prl prz psc psd psg psl pso psp psr pys rib
    rms rnb rsl rsm rsn sdl sfb sfs sgg sgx slf sls sqk sqs sqx ssp ssr svk swl syy szs tse tsm
    tsq tss tsy tza ugn ugy ukl uks vsi vsl vsv wbs xki xml xms ygs yhs ysl ysm zib zsl
"""
"""Sign languages (ISO 639-3), of which the locale data knows nearly none."""
_OTHER_NAMES = {
    "mandarin": "zh",
    "cantonese": "yue",
    "farsi": "fa",
    "norsk": "no",
    "flemish": "nl",
    "castilian": "es",
    "castellano": "es",
    "brazilian portuguese": "pt-BR",
    "valencian": "ca",
    "british english": "en-GB",
    "american english": "en-US",
}


@lru_cache(maxsize=2048)
def read_language(text: str) -> Reading[str]:
    """A language's code in its usual spelling: `fr`, `pt-BR`, `zh-Hans`."""
    word = text.strip()
    found = _CODE.fullmatch(word)
    language = _known(found[1].lower()) if found else None
    reading = _checked(text, language, found) if found and language else None
    if reading is not None and reading.value is not None:
        return reading
    code = _code_of(word)
    if code:
        return noted(code, "HG351", f"{quoted(text)} is written by its name", f"write {code}")
    if reading is not None:
        return reading
    return refused("HG350", f"{quoted(text)} is no code of a language", _advice(word))


def language_codes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of languages that have a name in most languages, and of two or three letters all others that are read."""
    from babel.core import get_global

    known = filter(_CODE.fullmatch, _english().languages)
    named = tuple(sorted(code.replace("_", "-") for code in known))
    plain = (
        frozenset(get_global("likely_subtags")) | _signed() | set(get_global("language_aliases"))
    )
    others = (code for code in plain if re.fullmatch("[a-z]{2,3}", code) and _known(code))
    return named, tuple(sorted(set(others) - set(named)))


def _checked(text: str, language: str, found: re.Match[str]) -> Reading[str]:
    script, region = (found[2] or "").title(), (found[3] or "").upper()
    if script and script not in _english().scripts:
        return refused(
            "HG350", f"{quoted(text)}: there is no script '{script}'", f"write {language}"
        )
    if region and region not in _english().territories:
        return refused(
            "HG350", f"{quoted(text)}: there is no country '{region}'", f"write {language}"
        )
    variants = re.split("[-_]", (found[4] or "").lower())[1:]
    return Reading("-".join(part for part in (language, script, region, *variants) if part))


def _known(code: str) -> str | None:
    if code in _english().languages:
        return code
    from babel.core import get_global

    alias = get_global("language_aliases").get(code)
    if alias in _english().languages:
        return str(alias)
    # Languages that the locale data can't name but knows the script of: Bajan, Guadeloupean Creole.
    return code if code in _signed() or code in get_global("likely_subtags") else None


def _code_of(name: str) -> str | None:
    wanted = fold(name)
    if wanted in _OTHER_NAMES:
        return _OTHER_NAMES[wanted]
    return _names_to_codes("en").get(wanted) or _own_names().get(wanted)


def _advice(word: str) -> str:
    from babel.languages import get_official_languages

    country = word.upper()
    if country in _english().territories:
        spoken = get_official_languages(country)
        if spoken:
            name = _english().territories[country]
            return f"{country} is a country; for the language of {name} write {spoken[0].replace('_', '-')}"
    guess = closest(word, _english().languages.values()) if len(word) > 3 else None
    code = _code_of(guess) if guess else None
    return (
        f"did you mean {guess}? then write {code}"
        if code
        else "write a code such as en, fr or pt-BR"
    )


@cache
def _signed() -> frozenset[str]:
    return frozenset(_SIGNED.split())


def _english() -> "Locale":
    return _locale("en")


@cache
def _locale(language: str) -> "Locale":
    # Babel's import takes longer than reading a small hub.
    from babel import Locale

    return Locale.parse(language, sep="-")


@cache
def _names_to_codes(language: str) -> dict[str, str]:
    names = _locale(language).languages
    # Where two codes have one name, the shorter code is the usual one and must come last.
    ordered = sorted(names, key=lambda code: (-len(code), code))
    return {fold(names[code]): code.replace("_", "-") for code in ordered}


@cache
def _own_names() -> dict[str, str]:
    """What the languages are called in French and by their own speakers; takes a moment, so it is asked last."""
    table = dict(_names_to_codes("fr"))
    for code in _WIDELY_WRITTEN.split():
        if name := _locale(code).languages.get(code):
            table[fold(name)] = code
    return table
