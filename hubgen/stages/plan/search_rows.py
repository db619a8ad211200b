"""For Pagefind: a small file for each page in the index, of which a browser loads those that it shows."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import blake2b
from typing import Any

from hubgen.model.plan import Asset
from hubgen.model.search import SearchRecord
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.search_cards import card_columns
from hubgen.stages.plan.search_documents import VERSION, beyond

FOLDER = "search/rows/"
"""Each file is called as the index calls the page."""

Aliases = Mapping[str, tuple[str, ...]]


def search_rows(room: Newsroom) -> Iterator[Asset]:
    """What results of the index look like; nothing where another engine serves the hub."""
    search = room.desk.search
    for edition in room.editions:
        if index := search.indexes.get(edition.locale):
            aliases = dict(index.aliases)
            named = ((search.files.ids.get(record.url), record) for record in index.records)
            for name, record in named:
                if name:
                    yield _asset(f"{FOLDER}{name}.json", row(record, aliases, edition))


def row(record: SearchRecord, aliases: Aliases, edition: Edition) -> dict[str, Any]:
    """All that a result shows, and the words by which scripts know why it was found."""
    return {
        "version": VERSION,
        "url": record.url,
        "title": record.title,
        "lang": record.lang,
        "summary": record.summary,
        "body": beyond(record),
        "collection": record.collection,
        "skills": [[slug, label, *aliases.get(slug, ())] for slug, label in record.skills],
        "card": card_columns([record], edition),
    }


def _asset(url: str, data: dict[str, Any]) -> Asset:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    return Asset(url, blake2b(text, digest_size=16).hexdigest(), partial(bytes, text))
