"""The files that a site carries for its looks: stylesheets, scripts, pictures; each address holds a digest."""

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from posixpath import dirname, join, normpath, relpath, splitext

from msgspec import Struct

from hubgen.diagnostics import Report
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.text.patterns import pattern
from hubgen.theme.compact import compact
from hubgen.theme.folder import ThemeFolder
from hubgen.theme.scripts import Scripts
from hubgen.theme.values import Option, OptionValue, ThemeAsset

TOP = "assets/"
BUNDLE = "css/site.css"
TOKENS = "css/tokens.css"
APART = "css/apart/"
"""Where stylesheets are that stay by themselves, for the few pages that name them."""
ICONS = "icons/"
ORDER = (
    "css/tokens",
    "css/base",
    "css/layout",
    "css/components/",
    "css/pages/",
    "css/",
    "css/workarounds",
)
"""How stylesheets begin that come first; a theme's files stand after those of the same sort that it extends."""
REFERENCE = pattern(r"""url\(\s*(["']?)([^"')]*)\1\s*\)""")
IMPORT = pattern(r"@import\b", re.IGNORECASE)
ELSEWHERE = pattern(r"[a-z][a-z0-9+.-]*:|#|/", re.IGNORECASE)


class Found(Struct, frozen=True):
    """A file of a theme before it has an address."""

    name: str
    """Below `assets/`."""
    folder: ThemeFolder
    relative: str
    depth: int
    """0 for the theme that is furthest up."""
    under: "Found | None" = None
    """For the tokens: those of the extended theme, which stand before these."""


def find_assets(chain: tuple[ThemeFolder, ...], report: Report) -> dict[str, Found]:
    """All files below `assets/`, those of a theme in the place of those with the same name that it extends.

    Only `css/tokens.css` adds to the one below it, so that a theme names just the colours that it changes.
    """
    found: dict[str, Found] = {}
    for depth, folder in enumerate(reversed(chain)):
        for relative in folder.files("assets", report):
            name = relative.removeprefix(TOP)
            below = found.get(name)
            place = below.depth if below else depth
            under = below if name == TOKENS else None
            found[name] = Found(name, folder, relative, place, under)
    return {name: found[name] for name in sorted(found)}


def read_icons(found: Mapping[str, Found], report: Report) -> dict[str, str]:
    """The SVG of every icon, by its name."""
    icons: dict[str, str] = {}
    for name, file in found.items():
        if name.startswith(ICONS) and name.endswith(".svg"):
            text = file.folder.text(file.relative, report)
            if text is not None:
                icons[name.removeprefix(ICONS).removesuffix(".svg")] = text.strip()
    return icons


def make_assets(found: Mapping[str, Found], custom: str, report: Report) -> dict[str, ThemeAsset]:
    """Every asset by name: stylesheets as one but for those apart, icons left out because pages hold them;
    `custom` ends the stylesheet.
    """
    sheets = sorted((f for f in found.values() if _is_sheet(f.name)), key=_sheet_place)
    plain = [f for f in found.values() if not _is_sheet(f.name) and not f.name.startswith(ICONS)]
    assets = _plain_assets({file.name: file for file in plain}, report)
    bundled = [file for file in sheets if not file.name.startswith(APART)]
    if bundled:
        parts = [*(_sheet(file, BUNDLE, assets, report) for file in bundled), custom]
        assets[BUNDLE] = _sheet_asset(BUNDLE, bundled[0], parts)
    for file in sheets:
        if file.name.startswith(APART):
            parts = [_sheet(file, file.name, assets, report)]
            assets[file.name] = _sheet_asset(file.name, file, parts)
    return {name: assets[name] for name in sorted(assets)}


def _sheet_asset(name: str, first: Found, parts: Iterable[str]) -> ThemeAsset:
    text = compact("\n".join(parts)) + "\n"
    return _asset(name, first.folder.span(first.relative).path, text.encode())


def _plain_assets(files: Mapping[str, Found], report: Report) -> dict[str, ThemeAsset]:
    assets: dict[str, ThemeAsset] = {}

    def finish(name: str, data: bytes) -> str:
        file = files[name]
        assets[name] = _asset(name, file.folder.span(file.relative).path, data)
        return assets[name].url

    places = {name: (file.folder, file.relative) for name, file in files.items()}
    scripts = Scripts(places, finish, report)
    for name in files:
        scripts.add(name)
    return assets


def custom_properties(options: Mapping[str, Option], values: Mapping[str, OptionValue]) -> str:
    """The rule that sets the tokens which the hub chose itself, or empty text."""
    chosen = [
        f"  {option.token}: {values[name]};"
        for name, option in sorted(options.items())
        if option.token and values[name] not in {option.default, ""}
    ]
    return "\n".join([":root {", *chosen, "}"]) if chosen else ""


def token_sheet(found: Mapping[str, Found], report: Report) -> str:
    """All that the theme says of its tokens, after what the themes say that it extends."""
    file, parts = found.get(TOKENS), list[str]()
    while file is not None:
        parts.insert(0, file.folder.text(file.relative, report) or "")
        file = file.under
    return "\n".join(parts)


def surface_digest(parts: Iterable[tuple[str, str]]) -> str:
    """One digest of everything that templates may call, as pairs of name and content."""
    hasher = blake2b(digest_size=16)
    for name, content in parts:
        hasher.update(f"{len(name)}:{name}{len(content)}:{content}".encode())
    return hasher.hexdigest()


def _asset(name: str, path: str, data: bytes) -> ThemeAsset:
    digest = blake2b(data, digest_size=16).hexdigest()
    stem, extension = splitext(TOP + name)
    return ThemeAsset(name, path, f"{stem}.{digest[:8]}{extension}", digest, data)


def _is_sheet(name: str) -> bool:
    return name.startswith("css/") and name.endswith(".css")


def _sheet_place(file: Found) -> tuple[int, int, str]:
    # The longest beginning wins, so that `css/` collects what nobody named.
    rank = max(
        (rank for rank, start in enumerate(ORDER) if file.name.startswith(start)),
        key=lambda rank: len(ORDER[rank]),
    )
    return rank, file.depth, file.name


def _sheet(file: Found, place: str, assets: Mapping[str, ThemeAsset], report: Report) -> str:
    """A stylesheet with the addresses in it as they are from its place."""
    text = file.folder.text(file.relative, report) or ""

    def fingerprinted(match: re.Match[str]) -> str:
        target = match[2].strip()
        if not target or ELSEWHERE.match(target):
            return match[0]
        bare = re.split(r"[?#]", target, maxsplit=1)[0]
        name = normpath(join(dirname(file.name), bare))
        if name not in assets:
            span = file.folder.span_in(file.relative, text, match.span(2))
            hint = did_you_mean(name, assets) or f"add assets/{name}, or take the address out"
            report.add("HG513", span, f"there is no '{target}'", help=hint)
            return match[0]
        address = relpath(assets[name].url, dirname(TOP + place))
        return f'url("{address}{target[len(bare) :]}")'

    for match in IMPORT.finditer(text):
        hint = "remove the line: the files below assets/css/ become one, and a page can name those in assets/css/apart/"
        span = file.folder.span_in(file.relative, text, match.span())
        report.add("HG515", span, "this stylesheet imports another one", help=hint)
    before = _sheet(file.under, place, assets, report) + "\n" if file.under else ""
    return before + REFERENCE.sub(fingerprinted, text)
