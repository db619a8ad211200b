"""Who says which word where: what a search index is made of."""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.cutting import COMMON, NAMES, OFTEN, SEVERAL, TEXTS, Words
from hubgen.stages.plan.search.records import searched_keys
from hubgen.stages.plan.search.row_words import words_of_rows

TEXT = 1
"""What a word weighs that only a text says."""

Postings = dict[str, dict[int, "array[int]"]]
"""By word and by what it weighs: the rows in which it does, rising."""


def drawers_of(words: Words, edition: Edition) -> tuple[Postings, ...]:
    """The words of that kind; found out once for all files of the index, each of which has looked at all entries."""
    edition.hub.entries.values()
    if not edition.search_words:
        edition.search_words.update(_drawers(edition))
    return edition.search_words[words.name]


def _drawers(edition: Edition) -> Iterator[tuple[str, tuple[Postings, ...]]]:
    rows = len(searched_keys(edition))
    names, texts = _postings(edition)
    kinds = {NAMES: names, TEXTS: texts, COMMON: _common(texts, max(SEVERAL, rows // OFTEN))}
    for words, found in kinds.items():
        drawers: tuple[Postings, ...] = tuple({} for _ in range(words.drawers(rows)))
        for word in sorted(found):
            drawers[words.drawer_of(word, len(drawers))][word] = found[word]
        yield words.name, drawers


def _common(texts: Postings, least: int) -> Postings:
    """The words that at least so many texts say."""
    return {word: weighed for word, weighed in texts.items() if len(weighed[TEXT]) >= least}


def _postings(edition: Edition) -> tuple[Postings, Postings]:
    """What names say, and what only texts say."""
    names: defaultdict[str, dict[int, array[int]]] = defaultdict(dict)
    texts: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for row, said in enumerate(words_of_rows(edition)):
        for word, weight in said.weighed.items():
            weights = names[word]
            if weight not in weights:
                weights[weight] = array("I")
            weights[weight].append(row)
        for word in said.told:
            texts[word].append(row)
    return names, {word: {TEXT: rows} for word, rows in texts.items()}
