"""What the files for machines are made of: feeds, sitemaps, data. Closed trees of plain values, like those of pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of an Atom feed."""

    id: str
    title: str
    url: str
    updated: str
    summary: str
    html: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedView:
    """The `atom` renderer."""

    id: str
    title: str
    subtitle: str
    url: str
    home: str
    updated: str
    lang: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """The `sitemap` renderer: absolute addresses with the date of their last change, or empty text."""

    urls: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """The `sitemap-index` renderer: absolute addresses of sitemaps."""

    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """The `text` renderer: robots.txt and its like."""

    text: str


@dataclass(frozen=True, slots=True)
class DataView:
    """The `json` renderer: plain JSON-able values, keys in order."""

    data: object
