"""One address, one page: who claims which file of the site."""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct, field

from hubgen.diagnostics import Related, Report, Span
from hubgen.model.plan import Asset, Page

RESERVED_NAMES = frozenset(
    {"cname", "_headers", "_redirects", "sw.js", "robots.txt", "sitemap.xml", "index.html"}
)
RESERVED_FOLDERS = frozenset({".well-known", "assets", "media", "search"})
"""What hosts and browsers read in their own way, or hubgen fills itself: nothing that content may claim."""


class Claims(Struct):
    """Who was first at each address; letter case and Unicode forms don't make two addresses different."""

    report: Report
    pages: dict[str, Page] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)
    _holders: dict[str, tuple[str, Span | None]] = field(default_factory=dict)
    _folders: dict[str, tuple[str, Span | None]] = field(default_factory=dict)
    """Every folder that a claimed file needs, with the first that needed it: no file can stand in its place."""

    def take_pages(self, pages: Iterable[Page]) -> None:
        """Enter pages that hubgen makes of entries by their schema."""
        for page in pages:
            if self._free(page.path, page.span):
                self.pages[page.path] = page

    def take_contributed(self, pages: Iterable[Page]) -> None:
        """Enter pages at addresses that a contributor wrote; some names aren't theirs to give."""
        for page in pages:
            if _is_reserved(page.path):
                self.report.add(
                    "HG702",
                    page.span or Span("site.yaml"),
                    f"'/{page.url}' is an address that hosts or hubgen need for themselves",
                    help="choose another old address, or take it out",
                )
            elif self._free(page.path, page.span):
                self.pages[page.path] = page

    def take_assets(self, assets: Iterable[Asset]) -> None:
        """Enter files whose bytes are ready."""
        for asset in assets:
            if self._free(asset.url, asset.span):
                self.assets[asset.url] = asset

    def _free(self, path: str, span: Span | None) -> bool:
        name = unicodedata.normalize("NFC", path).casefold()
        folders = _folders_of(name)
        holders = (self._holders.get(each) for each in (name, *folders))
        holder = next(filter(None, holders), None) or self._folders.get(name)
        if holder is None:
            self._holders[name] = (path, span)
            for folder in folders:
                self._folders.setdefault(folder, (path, span))
            return True
        taken, first = holder
        self.report.add(
            "HG701",
            span or first or Span("site.yaml"),
            f"the address '/{taken.removesuffix('index.html')}' is taken already",
            help="give one of the two another name",
            related=(Related(first, "the page that has it"),) if span and first else (),
        )
        return False


def _folders_of(path: str) -> list[str]:
    """`a/b` and `a` for `a/b/index.html`."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _is_reserved(path: str) -> bool:
    parts = path.casefold().split("/")
    return parts[0] in RESERVED_FOLDERS | RESERVED_NAMES
