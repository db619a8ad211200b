"""Who says which word where: what a search index is made of."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from hubgen.model.entry import Key
from hubgen.model.search import SearchRecord
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.cutting import WORDS, Words
from hubgen.stages.plan.search.records import record_of, searched_keys
from hubgen.text.folded_words import words_of

TITLE, SKILLS, SUMMARY, TEXT = 6, 4, 2, 1
"""What a word weighs where it stands: what something is called and can do says more of it than what it tells."""
SHORT = 4
"""A title of fewer words weighs one more for each of them: `Storytelling` is meant before `Storytelling for beginners`."""
OF_SKILLS = 2
"""So many times as much weighs a skill's own page: who writes its name looks for it, where everybody is who has it."""

Postings = dict[str, dict[int, "array[int]"]]
"""By word and by what it weighs: the rows in which it does, rising."""


def drawers_of(words: Words, edition: Edition) -> tuple[Postings, ...]:
    """The words of that kind; found out once for all files of the index, each of which has looked at all entries."""
    edition.hub.entries.values()
    if not edition.search_words:
        edition.search_words.update(_drawers(edition))
    return edition.search_words[words.name]


def _drawers(edition: Edition) -> Iterator[tuple[str, tuple[Postings, ...]]]:
    keys = searched_keys(edition)
    for words, found in zip(WORDS, _postings(keys, edition), strict=True):
        drawers: tuple[Postings, ...] = tuple({} for _ in range(words.drawers(len(keys))))
        for word in sorted(found):
            drawers[words.drawer_of(word, len(drawers))][word] = found[word]
        yield words.name, drawers


def _postings(keys: Iterable[Key], edition: Edition) -> tuple[Postings, Postings]:
    """What names say, and what only texts say."""
    names: defaultdict[str, dict[int, array[int]]] = defaultdict(dict)
    texts: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for row, key in enumerate(keys):
        record = record_of(key, edition)
        weighed = _weighed(record, edition)
        for word, weight in weighed.items():
            weights = names[word]
            if weight not in weights:
                weights[weight] = array("I")
            weights[weight].append(row)
        for word in set(words_of(record.beyond)).difference(weighed):
            texts[word].append(row)
    return names, {word: {TEXT: rows} for word, rows in texts.items()}


def _weighed(record: SearchRecord, edition: Edition) -> Counter[str]:
    """What each word of the record weighs beside its text: the sum of where it stands."""
    title = words_of(record.title)
    skills = words_of(" · ".join(_skill_names(record, edition)))
    said = (
        (TITLE + max(0, SHORT - len(title)), set(title)),
        # A skill's other names are often its name with a word more.
        (SKILLS, set(skills).difference(title)),
        (SUMMARY, set(words_of(record.summary))),
    )
    weighed: Counter[str] = Counter()
    times = OF_SKILLS if record.collection[0] == "skills" else 1
    for weight, words in said:
        weighed.update(dict.fromkeys(words, weight * times))
    return weighed


def _skill_names(record: SearchRecord, edition: Edition) -> Iterator[str]:
    """Each skill's name and its other ones; a skill's own page has its name as its title."""
    for slug, label in record.skills:
        if record.collection[0] != "skills":
            yield label
        yield from edition.hub.skills[slug].aliases
