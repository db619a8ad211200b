"""By which words the entries of a large directory are found: of each word who has it, in drawers by how words begin."""

import unicodedata
from array import array
from collections.abc import Iterator

from hubgen.model.views import CardView
from hubgen.stages.plan.cards import cards
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.finder_division import DRAWERS, drawer_of
from hubgen.text.patterns import pattern

_WORD = pattern(r"(?:[^\W_]|[+#])+")
"""Letters, numbers, `+` and `#`, as in `js/finder-text.js`."""

Drawer = dict[str, "array[int]"]
"""By word, in alphabetical order: the rows of those who have it."""


def drawers_of(collection: str, edition: Edition) -> tuple[Drawer, ...]:
    """The words of the directory's cards, beside those of what it is narrowed by; found out once for all of its files."""
    listed = cards(edition.desk.listed_keys(collection), edition)
    if collection not in edition.finder_words:
        edition.finder_words[collection] = _drawers(listed)
    return edition.finder_words[collection]


def _drawers(listed: tuple[CardView, ...]) -> tuple[Drawer, ...]:
    drawers: tuple[Drawer, ...] = tuple({} for _ in range(DRAWERS))
    for row, each in enumerate(listed):
        for word in set(words_of(" ".join(_said(each)))):
            drawers[drawer_of(word)].setdefault(word, array("I")).append(row)
    return tuple(dict(sorted(each.items())) for each in drawers)


def _said(card: CardView) -> Iterator[str]:
    yield card.title
    yield card.summary
    for fact in card.facts:
        yield from (item.text for item in fact.items)


def words_of(text: str) -> list[str]:
    """The words without case, accents and vowel signs, exactly as browsers take what somebody types apart."""
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in letters if unicodedata.category(each)[0] != "M")
    return text.lower()
