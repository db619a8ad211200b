"""What the files for machines are made of: feeds, sitemaps, data. Closed trees of plain values, like those of pages."""

from msgspec import Struct


class FeedEntry(Struct, frozen=True):
    """One entry of an Atom feed."""

    id: str
    title: str
    url: str
    updated: str
    summary: str
    html: str
    authors: tuple[str, ...]


class FeedView(Struct, frozen=True):
    """The `atom` renderer."""

    id: str
    title: str
    subtitle: str
    url: str
    home: str
    updated: str
    lang: str
    entries: tuple[FeedEntry, ...]


class SitemapView(Struct, frozen=True):
    """The `sitemap` renderer: absolute addresses with the date of their last change, or empty text."""

    urls: tuple[tuple[str, str], ...]


class SitemapIndexView(Struct, frozen=True):
    """The `sitemap-index` renderer: absolute addresses of sitemaps."""

    urls: tuple[str, ...]


class TextView(Struct, frozen=True):
    """The `text` renderer: robots.txt and its like."""

    text: str


class DataView(Struct, frozen=True):
    """The `json` renderer: plain JSON-able values, keys in order."""

    data: object
