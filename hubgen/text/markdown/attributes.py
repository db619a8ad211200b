"""What a writer may say in braces about a piece of text: `{.wide lang=fr}`."""

from markdown_it.token import Token

from hubgen.text.patterns import pattern

CLASS_PREFIX = "md-"
"""Set before every class that a writer gives, so that content can't dress up as a part of the theme."""

_CLASS = pattern(r"[a-z][a-z0-9-]{0,30}\Z")
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")


def safe_attributes(token: Token) -> dict[str, str]:
    """The attributes that are kept of those a writer gave: classes with a prefix, and a language."""
    given = token.attrs
    if not given:
        return {}
    classes = [each for each in str(given.get("class", "")).split() if _CLASS.match(each)][:4]
    language = str(given.get("lang", ""))
    kept: dict[str, str] = {}
    if classes:
        kept["class"] = " ".join(CLASS_PREFIX + each for each in classes)
    if _LANGUAGE.match(language):
        kept["lang"] = language
    return kept
