"""Reads a theme with all that it extends, and the hub's settings for it, into one value."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hubgen.diagnostics import Report, Span
from hubgen.theme.assets import (
    custom_properties,
    find_assets,
    make_assets,
    read_icons,
    surface_digest,
    token_sheet,
)
from hubgen.theme.contrast import check_contrast
from hubgen.theme.folder import MANIFEST, ThemeFolder, find_theme, report_unknown
from hubgen.theme.lint import lint_styles, lint_theme
from hubgen.theme.manifest import Manifest, read_manifest
from hubgen.theme.options import read_options
from hubgen.theme.outlines import Outlines
from hubgen.theme.templates import closure_digest, parse, read_templates, with_closures
from hubgen.theme.tokens import read_tokens
from hubgen.theme.values import OptionValue, Theme, ThemeAsset
from hubgen.theme.words import read_messages

SITE = Span("site.yaml")


def load_theme(
    name: str,
    folders: tuple[Path, ...],
    settings: Mapping[str, Any],
    report: Report,
    *,
    locales: tuple[str, ...] = (),
    places: Mapping[str, Span] | None = None,
    outlines: Outlines | None = None,
) -> Theme | None:
    """The theme of that name, or None when there is none; folders are searched in their order.

    `locales` limits the messages to those languages. `places` says where `site.yaml` names the theme (under the empty
    key) and each option, for messages. `outlines` are those of templates that an earlier run has read.
    """
    where = {"": SITE, **(places or {})}
    chain = _chain(name, folders, where[""], report)
    if chain is None:
        return None
    themes = tuple(folder for folder, _ in chain)
    options = {
        each.name: each for _, manifest in reversed(chain) for each in manifest.options.values()
    }
    values = read_options(options, settings, where, report)
    read = read_templates(themes, report)
    parsed = parse(read, outlines or Outlines(), report)
    templates = with_closures(read, parsed)
    found = find_assets(themes, report)
    check_contrast(options, values, where, read_tokens(token_sheet(found, report)), report)
    assets = make_assets(found, custom_properties(options, values), report)
    icons = read_icons(found, report)
    theme = Theme(
        name=name,
        manifest=themes[0].span(MANIFEST),
        options=values,
        templates=templates,
        assets=assets,
        icons=icons,
        messages=read_messages(themes, locales, report),
        surface=_surface(assets, icons, values),
        closures={each.name: closure_digest(each, templates) for each in templates.values()},
    )
    promises = tuple(promise for _, manifest in chain for promise in manifest.promises)
    lint_theme(theme, parsed, promises, report)
    lint_styles(found, report)
    return theme


def _chain(
    name: str, folders: tuple[Path, ...], span: Span, report: Report
) -> tuple[tuple[ThemeFolder, Manifest], ...] | None:
    """The theme and all that it extends, nearest first; None when one of them is missing or comes twice."""
    chain: list[tuple[ThemeFolder, Manifest]] = []
    while name or not chain:
        folder = find_theme(name, folders)
        if folder is None:
            report_unknown(name, folders, span, report)
            return None
        if name in [each.name for each, _ in chain]:
            way = " -> ".join([*(each.name for each, _ in chain), name])
            hint = "remove 'extends' from the theme that the others should stand on"
            report.add("HG502", span, f"themes extend each other in a circle: {way}", help=hint)
            return None
        manifest = read_manifest(folder, report)
        chain.append((folder, manifest))
        name, span = manifest.extends, manifest.extends_span or span
    return tuple(chain)


def _surface(
    assets: Mapping[str, ThemeAsset], icons: Mapping[str, str], values: Mapping[str, OptionValue]
) -> str:
    called = [(name, asset.url) for name, asset in sorted(assets.items())]
    return surface_digest(
        [*called, *sorted(icons.items()), ("options", repr(sorted(values.items())))]
    )
