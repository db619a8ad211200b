"""Find the hub's theme: among its own first, then among those that come with hubgen; what was read of its templates is kept."""

from functools import partial
from pathlib import Path

from hubgen.config.site import Site
from hubgen.diagnostics import Report
from hubgen.incremental import cache_file
from hubgen.theme import Theme, load_theme
from hubgen.theme.outlines import Outline, Outlines
from hubgen.workshop.places import packaged_themes
from hubgen.workshop.workshop import Workshop

DEFAULT_THEME = "commons"
KEPT = "templates.cache"
OF_A_PAGE = 4
"""So many times as long as making a page takes reading a template."""


def theme_folders(shop: Workshop) -> tuple[Path, ...]:
    """The folders that hold themes, the hub's own first."""
    return (shop.folder.themes, packaged_themes())


def theme_for(site: Site, shop: Workshop) -> Theme:
    """The theme that `site.yaml` asks for; when it can't be had, which is reported, the one that always can."""
    outlines = _outlines(shop)
    wanted = load_theme(
        site.theme.name,
        theme_folders(shop),
        site.theme.options,
        shop.report,
        locales=site.languages,
        places={"": site.theme.span, **site.theme.spans},
        outlines=outlines,
    )
    if outlines.are_news and shop.store is not None:
        cache_file.save(shop.store / KEPT, outlines.used)
    if wanted is not None:
        return wanted
    fallback = load_theme(DEFAULT_THEME, (packaged_themes(),), {}, Report())
    if fallback is None:
        message = f"hubgen's own theme is missing from {packaged_themes()}; install hubgen again"
        raise FileNotFoundError(message)
    return fallback


def _outlines(shop: Workshop) -> Outlines:
    """What earlier runs read of the templates."""
    found = cache_file.load(shop.cache / KEPT, dict[str, Outline]) if shop.cache else None
    return Outlines(found or {}, each=partial(shop.each, weight=OF_A_PAGE))
