"""Take the words of a search index's rows apart ahead, on all processors; of rows that say what they said, they are known."""

from collections.abc import Container
from functools import partial

from hubgen.incremental import cache_file
from hubgen.model.entry import Key
from hubgen.model.plan import Plan
from hubgen.model.search import PackedRows
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.search.records import searched_keys
from hubgen.stages.plan.search.row_words import packed_words, texts_of_row
from hubgen.workshop.workshop import Workshop

KEPT = "words.cache"
Known = dict[bytes, bytes]
"""By the digest of what a row says: its words, packed."""


def words_ahead(plan: Plan, shop: Workshop) -> None:
    """The words of all rows, where the plan's editions look for them; nothing where the site has no search index."""
    editions: list[Edition] = [*plan.editions.values()]
    if editions[0].desk.search_engine != "index":
        return
    with shop.stage("words"):
        known = (cache_file.load(shop.cache / KEPT, Known) if shop.cache else None) or {}
        used: Known = {}
        for edition in editions:
            keys = searched_keys(edition)
            found = shop.each(partial(_words, edition, known.keys() | used.keys()), keys)
            for digest, new in found:
                used[digest] = new or used.get(digest) or known[digest]
            edition.row_words.append(PackedRows.of(used[digest] for digest, _ in found))
        if shop.store is not None and used.keys() != known.keys():
            cache_file.save(shop.store / KEPT, used)


def _words(edition: Edition, known: Container[bytes], key: Key) -> tuple[bytes, bytes]:
    """The digest of what the row says, and its words; empty where they are known."""
    texts = texts_of_row(key, edition)
    digest = texts.digest
    return digest, b"" if digest in known else packed_words(texts)
