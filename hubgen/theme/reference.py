"""The README of the theme that hubgen brings along, written from its manifest and from the views themselves."""

import ast
import inspect
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from types import ModuleType

import hubgen
from hubgen.diagnostics import Report
from hubgen.model import views
from hubgen.model.views import (
    calendar,
    contributing,
    frame,
    guide,
    lists,
    pages,
    parts,
    reaching,
    things,
)
from hubgen.theme.folder import ThemeFolder
from hubgen.theme.manifest import Manifest, read_manifest
from hubgen.theme.options import wanted
from hubgen.theme.values import Option

NAME = "commons"
PAGE_VIEWS = {
    "pages/home.html": "HomeView",
    "pages/directory.html": "DirectoryView",
    "pages/calendar.html": "CalendarView",
    "pages/month.html": "MonthView",
    "pages/past.html": "PastView",
    "pages/entry.html": "EntryView",
    "pages/skill.html": "SkillView",
    "pages/skills.html": "SkillIndexView",
    "pages/search.html": "SearchView",
    "pages/contribute.html": "ContributeView",
    "pages/addition.html": "AdditionView",
    "pages/message.html": "MessageView",
    "pages/style-guide.html": "StyleGuideView",
    "cards/card.html": "CardView",
}
"""Each template that hubgen asks for, with the view that it is given."""
PARTS = (frame, pages, guide, reaching, lists, calendar, parts, things, contributing)
"""Where the views are written, in the order of the page."""
FUNCTIONS = (
    ("t(key, **values)", "a message of `i18n/<locale>.yaml`; `n=` chooses its plural form"),
    (
        "forms(key)",
        "all plural forms of a message with their language, as JSON for a `data-` attribute; `js/words.js` chooses among them",
    ),
    (
        "asset(name)",
        "the address of a file below `assets/`; stylesheets are `css/site.css`, and those apart such as `css/apart/search.css`",
    ),
    ("icon(name)", "an SVG of `assets/icons/`, inline and silent to screen readers"),
    ("card(card_view)", "the card's HTML; it is made once and joined wherever it is listed"),
)
INTRODUCTION = """\
The theme that hubgen brings along: ink on warm paper, typography first. Light and dark, left to right and right to left, from 320 pixels to wide,
without JavaScript where possible, and for paper. `./dev docs` writes this page.

A theme of your own is a folder `themes/<name>/` in the hub with a `theme.yaml` that says `extends: commons`, and only what differs:
`themes/evening/` is an example. `hubgen check` holds it to what stands here.

| folder | what lives there |
|---|---|
| `theme.yaml` | what it extends, the templates that it promises, its options |
| `templates/` | `base.html` · `pages/`, one for each view; `pages/<collection>/entry.html` where a collection wants its own · `cards/`, likewise · `partials/`, included, with the page's names · `macros/`, called, with their arguments alone |
| `assets/css/` | `tokens.css` holds every colour, space, size and typeface. All files become one: tokens, base, layout, components, pages, the rest; but for those in `apart/`, which a page that needs one names in its block `sheets`; a child theme's `tokens.css` is read after the one it extends, its other files replace those of the same name |
| `assets/js/` | scripts, loaded with `defer` or as modules; a module loads another one as `./name.js`, and gets its fingerprinted address. Every page works without them |
| `assets/icons/` | SVG for `icon(name)` |
| `i18n/` | the words, one file for each locale; what is missing comes from the base language, then from `en` |

A template that replaces one of an extended theme can still reach it: `{% include "commons/partials/header.html" %}`."""


def theme_page() -> str:
    """`themes/commons/README.md`"""
    parts = [f"# {NAME}", INTRODUCTION, *_options(_manifest()), *_names(), *_views()]
    return "\n\n".join(parts) + "\n"


def _manifest() -> Manifest:
    package = Path(hubgen.__file__).parent
    inside = package / "_themes"
    themes = inside if inside.is_dir() else package.parent / "themes"
    return read_manifest(ThemeFolder(NAME, themes / NAME, f"themes/{NAME}"), Report())


def _options(manifest: Manifest) -> Iterator[str]:
    yield "## Options"
    yield "In `site.yaml`:\n\n```yaml\ntheme:\n  name: commons\n  options:\n    headings: sans\n```"
    rows = (_option(option) for option in manifest.options.values())
    yield _table(("option", "takes", "default", "what it does"), rows)


def _option(option: Option) -> tuple[str, ...]:
    default = str(option.default).lower() if isinstance(option.default, bool) else option.default
    return f"`{option.name}`", wanted(option), str(default or "the theme's own"), option.help


def _names() -> Iterator[str]:
    yield "## What templates are given"
    yield "`page` (a [Head](#head)), `frame` (a [Frame](#frame)), `view` (by template, below), `options`, and these functions. Nothing else: no configuration, no clock."
    yield _table(("function", "gives"), ((f"`{name}`", text) for name, text in FUNCTIONS))
    rows = ((f"`{name}`", f"[{view}](#{view.lower()})") for name, view in PAGE_VIEWS.items())
    yield _table(("template", "view"), rows)
    yield "A card is given its `view` and the functions, but no `page` and no `frame`: it doesn't know where it stands. Addresses in views are finished; write them as they are. What a view calls `html` is safe: `{{ view.html | safe }}`."


def _views() -> Iterator[str]:
    yield "## Views"
    used = _used()
    for node in chain.from_iterable(_classes(part) for part in PARTS):
        if node.name in used:
            yield f"### {node.name}"
            yield ast.get_docstring(node) or ""
            yield _table(("field", "type", ""), _fields(node))


def _classes(module: ModuleType) -> Iterator[ast.ClassDef]:
    tree = ast.parse(inspect.getsource(module))
    return (node for node in tree.body if isinstance(node, ast.ClassDef))


def _used() -> frozenset[str]:
    """The views that a template can come to see: not those of feeds and data."""
    waiting = ["Head", "Frame", *PAGE_VIEWS.values()]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        kinds = str(getattr(views, name).__annotations__)
        waiting += [other for other in dir(views) if other not in seen and f".{other}" in kinds]
    return frozenset(seen)


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, ...]]:
    for place, item in enumerate(node.body):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            after = node.body[place + 1] if place + 1 < len(node.body) else None
            kind = ast.unparse(item.annotation).replace("'", "").replace("|", "\\|")
            yield f"`{item.target.id}`", kind, _sentence(after)


def _sentence(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
