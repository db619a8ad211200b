"""Find the hub's theme: among its own first, then among those that come with hubgen."""

from pathlib import Path

from hubgen.config.site import Site
from hubgen.diagnostics import Report
from hubgen.theme import Theme, load_theme
from hubgen.workshop.places import packaged_themes
from hubgen.workshop.workshop import Workshop

DEFAULT_THEME = "commons"


def theme_folders(shop: Workshop) -> tuple[Path, ...]:
    """The folders that hold themes, the hub's own first."""
    return (shop.folder.themes, packaged_themes())


def theme_for(site: Site, shop: Workshop) -> Theme:
    """The theme that `site.yaml` asks for; when it can't be had, which is reported, the one that always can."""
    wanted = load_theme(
        site.theme.name,
        theme_folders(shop),
        site.theme.options,
        shop.report,
        locales=site.languages,
        places={"": site.theme.span, **site.theme.spans},
    )
    if wanted is not None:
        return wanted
    fallback = load_theme(DEFAULT_THEME, (packaged_themes(),), {}, Report())
    if fallback is None:
        message = f"hubgen's own theme is missing from {packaged_themes()}; install hubgen again"
        raise FileNotFoundError(message)
    return fallback
