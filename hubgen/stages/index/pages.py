"""What Pagefind is given to read: for each record a page with nothing on it but what search needs."""

from collections.abc import Iterable, Mapping
from html import escape

from hubgen.model.search import SearchIndex, SearchRecord
from hubgen.text.search_words import plainer

TITLE, SKILLS, SUMMARY = 8, 5, 3
"""What a word weighs where it stands; in a text it weighs 1."""
PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<body data-pagefind-body><h1 data-pagefind-weight="{title_weight}">{title}</h1>
<span data-pagefind-weight="{skills_weight}">{skills}</span> {bar}
<span data-pagefind-weight="{summary_weight}">{summary}</span> {bar}
{body} {bar} {other}</body>
</html>
"""
BAR = "\u241e"
"""Stands between the parts: scripts take them apart again, and no word holds it."""


def pages_of(index: SearchIndex) -> Iterable[tuple[str, str]]:
    """The page's address, and its HTML."""
    aliases = dict(index.aliases)
    for record in index.records:
        yield record.url, _page(record, aliases, index.locale)


def _page(record: SearchRecord, aliases: Mapping[str, tuple[str, ...]], locale: str) -> str:
    own = record.collection[0] == "skills"
    named = ((*(() if own else (label,)), *aliases.get(slug, ())) for slug, label in record.skills)
    skills = " · ".join(", ".join(names) for names in named)
    said = (record.title, skills, record.summary, record.body)
    return PAGE.format(
        lang=escape(locale),
        title=_text(record.title),
        skills=_text(skills),
        summary=_text(record.summary),
        body=_text(record.body),
        # Letters that Pagefind takes for others than people type: Łódź is looked for as Lodz.
        other=_text(" ".join(plainer(" ".join(said)))),
        bar=BAR,
        title_weight=TITLE,
        skills_weight=SKILLS,
        summary_weight=SUMMARY,
    )


def _text(words: str) -> str:
    return escape(" ".join(words.replace(BAR, " ").split()))
