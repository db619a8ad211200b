"""Files for machines that follow a hub: Atom feeds (RFC 4287) and sitemaps (sitemaps.org 0.9)."""

from collections.abc import Iterable, Iterator
from html import escape

from hubgen.model.machine_views import FeedEntry, FeedView, SitemapIndexView, SitemapView
from hubgen.stages.render.addresses import absolute_root, rooted
from hubgen.stages.render.job import Job
from hubgen.text.patterns import pattern

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
UNFIT = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document may hold, not even escaped."""


def render_atom(view: FeedView, job: Job) -> str:
    """An Atom feed whose addresses are absolute where the hub has a base URL."""
    lines = [
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(view.lang)}>',
        _element("id", view.id),
        _element("title", view.title),
        *([_element("subtitle", view.subtitle)] if view.subtitle else []),
        _element("updated", view.updated),
        f'<link rel="self" type="application/atom+xml" href={_attribute(view.url)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(view.home)}/>',
        # Entries may have no author of their own: then the feed's counts (section 4.1.1).
        f"<author>{_element('name', job.frame.site_title)}</author>",
        *(line for entry in view.entries for line in _entry(entry)),
        "</feed>",
    ]
    return _finished(lines, job)


def render_sitemap(view: SitemapView, job: Job) -> str:
    """The addresses that search engines should know, with the day of their last change."""
    lines = [
        f"<url>{_element('loc', url)}{_element('lastmod', day) if day else ''}</url>"
        for url, day in view.urls
    ]
    return _finished([f'<urlset xmlns="{SITEMAPS}">', *lines, "</urlset>"], job)


def render_sitemap_index(view: SitemapIndexView, job: Job) -> str:
    """The addresses of a hub's sitemaps."""
    lines = [f"<sitemap>{_element('loc', url)}</sitemap>" for url in view.urls]
    return _finished([f'<sitemapindex xmlns="{SITEMAPS}">', *lines, "</sitemapindex>"], job)


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield "<entry>"
    yield _element("id", entry.id)
    yield _element("title", entry.title)
    yield f'<link rel="alternate" type="text/html" href={_attribute(entry.url)}/>'
    yield _element("updated", entry.updated)
    for author in entry.authors:
        yield f"<author>{_element('name', author)}</author>"
    if entry.summary:
        yield _element("summary", entry.summary)
    if entry.html:
        yield f'<content type="html">{_text(entry.html)}</content>'
    yield "</entry>"


def _finished(lines: Iterable[str], job: Job) -> str:
    return rooted(DECLARATION + "\n".join(lines), absolute_root(job.page.url, job.base_url))


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>"


def _text(text: str) -> str:
    return escape(UNFIT.sub("", text), quote=False)


def _attribute(text: str) -> str:
    return f'"{escape(UNFIT.sub("", text))}"'
