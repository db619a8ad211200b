"""Who makes the search index in a run."""

from hubgen.stages.index.indexer import PagefindIndexer, Promise
from hubgen.workshop.workshop import Workshop


def indexer_for(shop: Workshop) -> PagefindIndexer | Promise | None:
    """Pagefind where the run makes a site, its promise where it only looks; None where nobody may wait for it."""
    if not shop.indexes:
        return None
    return PagefindIndexer(shop.store, shop.watch.stage) if shop.keeps else Promise()
