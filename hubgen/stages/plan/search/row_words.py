"""The words of one row of a search index, and what each weighs: what takes longest of making one, and depends on few texts."""

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from msgspec import Struct, msgpack

from hubgen.model.entry import Key
from hubgen.model.search import SearchRecord
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.records import record_of, searched_keys
from hubgen.text.folded_words import words_of

TITLE, SKILLS, SUMMARY = 6, 4, 2
"""What a word weighs where it stands: what something is called and can do says more of it than what it tells."""
SHORT = 4
"""A title of fewer words weighs one more for each of them: `Storytelling` is meant before `Storytelling for beginners`."""
OF_SKILLS = 2
"""So many times as much weighs a skill's own page: who writes its name looks for it, where everybody is who has it."""


class RowTexts(Struct, frozen=True, array_like=True):
    """What a row says of itself: all that its words depend on."""

    title: str
    skills: str
    """Each skill's name and its other ones."""
    summary: str
    text: str
    """What the summary doesn't hold already."""
    is_skill: bool

    @property
    def digest(self) -> bytes:
        """The same for the same texts, in whatever row they stand."""
        return blake2b(msgpack.encode(self), digest_size=16).digest()


class RowWords(Struct, frozen=True, array_like=True):
    """The words that a row says, folded."""

    weighed: dict[str, int]
    """Those of its title, skills and summary: the sum of what they weigh where they stand."""
    told: list[str]
    """Those that only its text says."""


_PACKER, _UNPACKER = msgpack.Encoder(), msgpack.Decoder(RowWords)


def words_of_rows(edition: Edition) -> Iterator[RowWords]:
    """What each entry or skill says, in the order of `searched_keys`; found out now unless that was done ahead."""
    if edition.row_words:
        (ahead,) = edition.row_words
        yield from map(_UNPACKER.decode, ahead)
    else:
        for key in searched_keys(edition):
            yield words_in(texts_of_row(key, edition))


def packed_words(texts: RowTexts) -> bytes:
    """Its words as `Edition.row_words` keeps them."""
    return _PACKER.encode(words_in(texts))


def texts_of_row(key: Key, edition: Edition) -> RowTexts:
    """What the entry or skill says of itself, in that language of the site."""
    record = record_of(key, edition)
    return RowTexts(
        title=record.title,
        skills=" · ".join(_skill_names(record, edition)),
        summary=record.summary,
        text=record.beyond,
        is_skill=record.collection[0] == "skills",
    )


def words_in(texts: RowTexts) -> RowWords:
    """Its words, and what they weigh."""
    title = words_of(texts.title)
    said = (
        (TITLE + max(0, SHORT - len(title)), set(title)),
        # A skill's other names are often its name with a word more.
        (SKILLS, set(words_of(texts.skills)).difference(title)),
        (SUMMARY, set(words_of(texts.summary))),
    )
    weighed: Counter[str] = Counter()
    times = OF_SKILLS if texts.is_skill else 1
    for weight, words in said:
        weighed.update(dict.fromkeys(words, weight * times))
    return RowWords(weighed, sorted(set(words_of(texts.text)).difference(weighed)))


def _skill_names(record: SearchRecord, edition: Edition) -> Iterator[str]:
    """Each skill's name and its other ones; a skill's own page has its name as its title."""
    for slug, label in record.skills:
        if record.collection[0] != "skills":
            yield label
        yield from edition.hub.skills[slug].aliases
