"""The files of a search index (docs/search-index.md): what is loaded first, words and choices in drawers, rows in shards, filters, slips."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from hubgen.model.entry import Key
from hubgen.model.hub import Use
from hubgen.model.machine_views import DataView
from hubgen.model.search import SearchRecord
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.cards import card_columns
from hubgen.stages.plan.search.cutting import CHOICES, COMMON, NAMES, WORDS, Words
from hubgen.stages.plan.search.having import choices_of
from hubgen.stages.plan.search.narrowing import FILTERS, facet_column, found_collection
from hubgen.stages.plan.search.postings import drawers_of
from hubgen.stages.plan.search.records import record_of, searched_keys
from hubgen.stages.plan.shards import Division
from hubgen.stages.plan.steps import steps

VERSION = 3
"""Of the files' form; scripts of another version leave them alone."""


def start_file(locale: str) -> str:
    """What is loaded first, and says where the rest is: `index.fr.json`."""
    return f"index.{locale}.json"


def shard_file(locale: str, name: str = "{name}") -> str:
    """Some rows: `fr/rows/6b1f0a9c3d.json`."""
    return f"{locale}/rows/{name}.json"


def drawer_file(locale: str, words: Words, division: str, drawer: int | str = "{drawer}") -> str:
    """Some words, or choices: `fr/names/90d2c4b17e-4.json`."""
    return f"{locale}/{words.name}/{division}-{drawer}.json"


def filter_file(locale: str, facet: str, division: str) -> str:
    """By what rows can be narrowed: `fr/skill-90d2c4b17e.json`."""
    return f"{locale}/{facet}-{division}.json"


def spelling_file(locale: str) -> str:
    """What may be meant by a word that nobody uses: `fr/spelling.json`."""
    return f"{locale}/spelling.json"


def start(division: Division, edition: Edition) -> DataView:
    """How many rows there are in which collections, and where the rest is."""
    keys = searched_keys(edition)
    locale, name = edition.locale, division.name
    return _file(
        count=len(keys),
        collections=_collections(keys, edition),
        rows={
            "file": shard_file(locale),
            "names": [each.name for each in division.shards],
            "sizes": [len(each.keys) for each in division.shards],
        },
        words=[_drawers(each, division, edition) for each in WORDS],
        common={**_drawers(COMMON, division, edition), "words": _common_words(edition)},
        choices=_drawers(CHOICES, division, edition),
        filters={facet: filter_file(locale, facet, name) for facet in FILTERS},
        spelling=spelling_file(locale),
    )


def shard(keys: tuple[Key, ...], edition: Edition) -> DataView:
    """All that results show, and the words by which scripts know why they were found."""
    records = [record_of(key, edition) for key in keys]
    return _file(
        url=[each.url for each in records],
        title=[each.title for each in records],
        lang=[each.lang for each in records],
        summary=[each.summary for each in records],
        body=[each.beyond for each in records],
        meant=[_names(each, edition) for each in records],
        card=card_columns(records, edition),
    )


def drawer(words: Words, number: int, edition: Edition) -> DataView:
    """The words in a drawer, once for each thing that they weigh somewhere, and the rows where they do."""
    found = [
        (word, weight, rows)
        for word, weighed in drawers_of(words, edition)[number].items()
        for weight, rows in sorted(weighed.items())
    ]
    return _file(
        words=[word for word, _, _ in found],
        weights=[weight for _, weight, _ in found],
        rows=steps(rows for _, _, rows in found),
    )


def filter_column(facet: str, edition: Edition) -> DataView:
    """One of the things by which rows can be narrowed."""
    column = facet_column(facet, searched_keys(edition), edition)
    return _file(**column | {"rows": steps(column["rows"])})


def choices(number: int, edition: Edition) -> DataView:
    """The choices in a drawer, and the rows that have them: what columns say, for whoever needs little of them."""
    having = choices_of(edition)[number]
    return _file(values=list(having), rows=steps(having.values()))


def spelling(edition: Edition) -> DataView:
    """Words of names, commonest first, and the skills with how many have them."""
    often = {
        word: sum(map(len, weighed.values()))
        for each in drawers_of(NAMES, edition)
        for word, weighed in each.items()
    }
    return _file(
        words=sorted(often, key=lambda word: (-often[word], word)), skills=_skills(edition)
    )


def _file(**columns: Any) -> DataView:
    return DataView({"version": VERSION, **columns})


def _drawers(words: Words, division: Division, edition: Edition) -> dict[str, Any]:
    """Where they are, and by what scripts know in which of them a word lies."""
    return {
        "file": drawer_file(edition.locale, words, division.name),
        "letters": words.letters,
        "drawers": words.drawers(len(searched_keys(edition))),
    }


def _common_words(edition: Edition) -> list[str]:
    """All of them, in their order."""
    return sorted(word for each in drawers_of(COMMON, edition) for word in each)


def _collections(keys: tuple[Key, ...], edition: Edition) -> list[tuple[str, str, int]]:
    """What stands in an address, what people read, and how many rows: collections lie one after the other."""
    runs = groupby(key.partition("/")[0] for key in keys)
    return [(*found_collection(name, edition), len(list(run))) for name, run in runs]


def _names(record: SearchRecord, edition: Edition) -> list[list[str]]:
    """Each skill by its address, its name and its other ones."""
    skills = edition.hub.skills
    return [[slug, label, *skills[slug].aliases] for slug, label in record.skills]


def _skills(edition: Edition) -> list[tuple[str, str, list[str], int]]:
    """Of each skill its name, address, all names, and how many have it or are about it."""
    uses = edition.hub.uses
    records = (record_of(f"skills/{slug}", edition) for slug in edition.hub.skills)
    return [
        (each.title, each.url, [each.title, *each.aliases], len(_users(uses.get(slug, ()))))
        for each in records
        for slug, _ in each.skills
    ]


def _users(uses: Iterable[Use]) -> set[Key]:
    return {each.key for each in uses}
