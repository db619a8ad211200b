"""What a page is made of, and why the next build makes it again or leaves it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct, msgpack

from hubgen.incremental.manifest import Manifest
from hubgen.incremental.outline import outline
from hubgen.incremental.press import Folder, Renderer, ground_key
from hubgen.model.plan import Asset, Page, Plan
from hubgen.theme import Theme

NEAREST = 3
"""Addresses that are suggested in place of an unknown one."""

REASONS = {
    "hubgen": "this is another version of hubgen",
    "renderer": "it has become another kind of file",
    "base_url": "the site's base URL changed",
    "template": "it has another template",
    "templates": "one of its templates changed, or another one came in",
    "words": "the theme's words in its language changed",
    "theme": "the theme's options, icons or files changed",
    "frame": "what all pages of its language share changed: menu, footer, titles or feeds",
}
"""By part of the ground that a page stands on."""


class Making(Struct, frozen=True):
    """Where pages are made and put, as far as it takes to say why."""

    renderer: Renderer
    plan: Plan
    folder: Folder
    manifest: Manifest


class Explanation(Struct, frozen=True):
    """Everything there is to say about one page."""

    page: Page
    templates: tuple[tuple[str, str], ...]
    """Name and file of each template that it can reach, its own first."""
    view: tuple[str, ...]
    """Outline of the view, line by line."""
    size: int
    """Bytes of the whole view."""
    reasons: tuple[str, ...]
    """Why it would be made again; empty when it would be left as it is."""


def find_page(plan: Plan, asked: str, base_url: str) -> Page | Asset | None:
    """What the plan has at an address, a full URL, or a path in the output folder."""
    for path in _readings(asked, base_url):
        found = plan.pages.get(path) or plan.assets.get(path)
        if found is not None:
            return found
    return None


def nearest(plan: Plan, asked: str, base_url: str) -> tuple[str, ...]:
    """The addresses that look most like the one asked for."""
    addresses = {f"/{page.url}": None for page in plan.pages.values()}
    wanted = f"/{_inside(asked, base_url)}"
    last = wanted.rstrip("/").rpartition("/")[2]
    begun = [each for each in addresses if last and each.startswith(wanted.rstrip("/"))]
    named = [each for each in addresses if last and each.rstrip("/").endswith(f"/{last}")]
    close = get_close_matches(wanted, addresses, NEAREST)
    return tuple(dict.fromkeys([*begun, *named, *close]))[:NEAREST]


def explain(page: Page, theme: Theme, making: Making) -> Explanation:
    """What the page is made of, and how that compares with the account of the last build."""
    view = making.plan.view_of(page)
    return Explanation(
        page,
        templates=tuple(_templates(page, theme)),
        view=outline(view),
        size=len(_packed(view)),
        reasons=tuple(_reasons(page, view, making)),
    )


def _readings(asked: str, base_url: str) -> Iterable[str]:
    path = _inside(asked, base_url)
    folder = path if not path or path.endswith("/") else f"{path}/"
    return (path, f"{folder}index.html")


def _inside(asked: str, base_url: str) -> str:
    """The part of an address below the site's root."""
    address, base = urlsplit(asked), urlsplit(base_url)
    path = unquote(address.path)
    if address.netloc or path.startswith(base.path):
        path = path.removeprefix(base.path)
    return path.removeprefix("_site/").lstrip("/")


def _templates(page: Page, theme: Theme) -> Iterable[tuple[str, str]]:
    own = theme.templates.get(page.template)
    if own is None:
        return
    yield own.name, own.path
    for name in own.closure:
        if name != own.name:
            yield name, theme.templates[name].path


def _reasons(page: Page, view: Any, making: Making) -> Iterable[str]:
    made = making.manifest.made.get(page.path)
    if made is None:
        yield "no earlier build made it, or its account is lost"
        return
    frame = making.plan.frame_of(page)
    ground = tuple(sorted(making.renderer.ground(page, frame).items()))
    if made.view != making.renderer.view_digest(page, view):
        yield "what it shows has changed"
    if made.ground != ground_key(ground):
        yield from _differences(making.manifest.grounds.get(made.ground, {}), dict(ground))
    stamp = making.folder.stamp(page.path)
    if stamp == (-1, -1):
        yield "its file is missing in the output folder"
    elif stamp != (made.size, made.mtime_ns):
        yield "its file in the output folder was changed since it was made"


def _differences(before: Mapping[str, str], now: Mapping[str, str]) -> Iterable[str]:
    parts = [name for name in {**REASONS, **now} if before.get(name) != now.get(name)]
    if "renderer" in parts or "template" in parts:
        # Another kind of file has other parts: that they differ says nothing more.
        parts = [name for name in parts if name in {"renderer", "template"}]
    return [REASONS.get(name, f"its {name} changed") for name in parts]


def _packed(view: Any) -> bytes:
    try:
        return msgpack.encode(view)
    except UnicodeEncodeError:
        return repr(view).encode("utf-8", "surrogatepass")
