"""What Pagefind is given to read: for each record a page with nothing on it but its words, each once where it weighs most."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from hubgen.model.search import SearchIndex, SearchRecord
from hubgen.text.search_words import plainer

TITLE, SKILLS, SUMMARY = 8, 5, 3
"""What a word weighs where it stands; in a text it weighs 1."""
SKILL_NAME, SKILL_ALIASES = 10, 8
"""On a skill's own page: who writes its name looks for it, where everybody is who has it."""
PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<body data-pagefind-body><p>{body}</p>
<h1 data-pagefind-weight="{title_weight}">{title}</h1>
<p data-pagefind-weight="{skills_weight}">{skills}</p>
<p data-pagefind-weight="{summary_weight}">{summary}</p>
<p>{other}</p></body>
</html>
"""
AROUND = " .,;:!?…·()[]{}<>\"'«»“”‘’„–—-/|*_،؛؟。、"
"""What stands around words and isn't part of any."""


def pages_of(index: SearchIndex) -> Iterable[tuple[str, str]]:
    """The page's address, and its HTML."""
    aliases = dict(index.aliases)
    often = Counter(word for record in index.records for word in _words(record.body))
    for record in index.records:
        yield record.url, _page(record, aliases, often, index.locale)


def _page(
    record: SearchRecord, aliases: Mapping[str, tuple[str, ...]], often: Counter[str], locale: str
) -> str:
    is_skill = record.collection[0] == "skills"
    skills = ", ".join(_skill_names(record, aliases))
    above = f"{record.title} {skills} {record.summary}"
    return PAGE.format(
        lang=escape(locale),
        title=escape(record.title),
        skills=escape(skills),
        summary=escape(record.summary),
        body=escape(" ".join(_beside(record.body, above, often))),
        # Letters that Pagefind takes for others than people type: Łódź is looked for as Lodz.
        other=escape(" ".join(plainer(f"{above} {record.body}"))),
        title_weight=SKILL_NAME if is_skill else TITLE,
        skills_weight=SKILL_ALIASES if is_skill else SKILLS,
        summary_weight=SUMMARY,
    )


def _skill_names(record: SearchRecord, aliases: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Each skill's name and its other ones; a skill's own page has its name as its title."""
    for slug, label in record.skills:
        if record.collection[0] != "skills":
            yield label
        yield from aliases.get(slug, ())


def _beside(text: str, above: str, often: Counter[str]) -> list[str]:
    """The words that only the text has, the hub's commonest first: so their places are alike on all pages, and the index
    takes a third less.
    """
    said = _words(above)
    own = {word: written for word, written in _words(text).items() if word not in said}
    return [own[word] for word in sorted(own, key=lambda word: (-often[word], word))]


def _words(text: str) -> dict[str, str]:
    """By the word in small letters: how it is written."""
    stripped = (word.strip(AROUND) for word in text.split())
    return {word.lower(): word for word in stripped if word}
