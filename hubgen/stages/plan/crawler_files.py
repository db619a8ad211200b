"""What search engines read: the sitemap and robots.txt."""

from collections.abc import Iterable, Iterator
from functools import partial

from hubgen.model.machine_views import SitemapIndexView, SitemapView, TextView
from hubgen.model.plan import Page
from hubgen.model.views import ROOT
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.entry_pages import modified_on
from hubgen.stages.plan.newsroom import Newsroom

URLS_A_FILE = 50_000
"""What the sitemap protocol allows."""


def crawler_files(room: Newsroom, pages: Iterable[Page]) -> Iterator[Page]:
    """The sitemap of these pages, in parts where it is long; nothing where the hub has no base URL.

    robots.txt only works at a host's root, so a hub in a sub-path has none.
    """
    if not room.desk.base_url:
        return
    indexed = tuple(page for page in pages if page.index)
    parts = [indexed[start : start + URLS_A_FILE] for start in range(0, len(indexed), URLS_A_FILE)]
    if len(parts) > 1:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        yield Page("sitemap.xml", "sitemap-index", partial(_index, tuple(names)))
    else:
        names = ["sitemap.xml"]
    for name, part in zip(names, parts, strict=False):
        yield Page(name, "sitemap", partial(_sitemap, part))
    if room.desk.base_path == "/":
        yield Page("robots.txt", "text", _robots)


def _sitemap(pages: tuple[Page, ...], edition: Edition) -> SitemapView:
    by_source = {entry.span.path: modified_on(entry) for entry in edition.hub.entries.values()}
    return SitemapView(
        tuple(
            (
                edition.absolute(ROOT + page.url),
                by_source.get(page.sources[0], "") if page.sources else "",
            )
            for page in pages
        )
    )


def _index(names: tuple[str, ...], edition: Edition) -> SitemapIndexView:
    return SitemapIndexView(tuple(edition.absolute(ROOT + name) for name in names))


def _robots(edition: Edition) -> TextView:
    return TextView(f"User-agent: *\nAllow: /\n\nSitemap: {edition.desk.base_url}sitemap.xml\n")
