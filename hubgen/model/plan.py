"""Every file of the site, before any is made."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field

from hubgen.diagnostics import Span


class Page(Struct, frozen=True):
    """One file of the site that is made from a view."""

    url: str
    """Relative to the site's root, without a leading slash: `members/ada/`, `` for home, `feed.xml`."""
    renderer: str
    """A key of `RENDERERS`: html, atom, sitemap, robots, json, redirect ..."""
    view: Callable[[Any], Any]
    """Makes the closed tree of plain values that the renderer sees, out of the site in the page's language; called when
    somebody wants the page, not before. It holds names, no entries: the same page can be made of a hub whose words changed."""
    template: str = ""
    """For html: `pages/entry.html`."""
    locale: str = ""
    sources: tuple[str, ...] = ()
    """The content files that it stands for, relative to the hub; for `explain` and messages."""
    span: Span | None = None
    """Who asked for the address, for collisions."""
    index: bool = False
    """Whether search engines and the sitemap are told of it."""

    @property
    def path(self) -> str:
        """The file in the output folder: `members/ada/index.html`."""
        return self.url + "index.html" if self.url == "" or self.url.endswith("/") else self.url

    @property
    def kin(self) -> tuple[str, str] | None:
        """What pages have in common that are made of much the same: the language, and the content for which they stand."""
        return (self.locale, self.sources[0]) if self.sources else None


class Asset(Struct, frozen=True):
    """One file of the site whose bytes exist already, or are made from a file: stylesheets, pictures, slides."""

    url: str
    digest: str
    """Of what makes its bytes; the same digest, the same bytes."""
    content: Callable[[], bytes]
    span: Span | None = None


class Plan(Struct, frozen=True):
    """The whole site as data."""

    pages: Mapping[str, Page]
    """By output path, sorted."""
    assets: Mapping[str, Asset]
    """By output path, sorted."""
    due: date | None = None
    """The next day on which the unchanged content makes another site; None when no date of it lies ahead."""
    frames: Mapping[str, Any] = field(default_factory=dict)
    """By locale: what every page of it shares (menu, site title, languages)."""
    editions: Mapping[str, Any] = field(default_factory=dict)
    """By locale, the hub's own first: the site in that language, of which views are made."""

    def view_of(self, page: Page) -> Any:
        """The page's view, made now."""
        return page.view(_in_language(self.editions, page))

    def frame_of(self, page: Page) -> Any:
        """What the page shares with all others in its language."""
        return _in_language(self.frames, page)


def _in_language(table: Mapping[str, Any], page: Page) -> Any:
    """What stands there for the page's locale; for pages without one, what stands there for the hub's own."""
    return table.get(page.locale) or next(iter(table.values()))


class Output(Struct, frozen=True):
    """The bytes of one file of the site."""

    path: str
    data: bytes
