"""Holds a theme to its contract before it makes a page: names, templates, messages, assets and colours."""

import re
from collections.abc import Iterable, Mapping
from functools import partial

from msgspec import Struct

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.model.views import (
    AdditionView,
    CalendarView,
    CardView,
    ContributeView,
    DirectoryView,
    EntryView,
    Frame,
    Head,
    HomeView,
    MessageView,
    MonthView,
    PastView,
    SearchView,
    SkillIndexView,
    SkillView,
    StyleGuideView,
)
from hubgen.text.patterns import pattern
from hubgen.theme.assets import TOKENS, Found
from hubgen.theme.outlines import Outline
from hubgen.theme.templates import CARDS, Parsed
from hubgen.theme.values import Theme

GIVEN = frozenset({"page", "view", "frame", "options", "t", "forms", "asset", "icon", "card"})
"""The names that hubgen gives to templates."""
LIMITED: Mapping[str, frozenset[str]] = {
    CARDS: frozenset({"view", "options", "t", "forms", "asset", "icon"}),
    "macros/": GIVEN - {"page", "view", "frame"},
}
"""A card doesn't know on which page it stands, and a macro knows what it is called with."""
BUILT_IN = frozenset({"range", "dict", "lipsum", "cycler", "joiner", "namespace"})
RAW_COLOUR = pattern(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?=[^{}]*[;}])"
    r"|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(",
    re.IGNORECASE,
)
VIEWS: Mapping[str, type[Struct]] = {
    "home.html": HomeView,
    "directory.html": DirectoryView,
    "calendar.html": CalendarView,
    "month.html": MonthView,
    "past.html": PastView,
    "entry.html": EntryView,
    "skill.html": SkillView,
    "skills.html": SkillIndexView,
    "search.html": SearchView,
    "contribute.html": ContributeView,
    "addition.html": AdditionView,
    "message.html": MessageView,
    "style-guide.html": StyleGuideView,
}
"""What `view` is in the templates below `pages/`, by the end of their names."""
COMMENT = pattern(r"/\*.*?\*/", re.DOTALL)


def lint_theme(
    theme: Theme, parsed: Parsed, promises: Iterable[tuple[str, Span]], report: Report
) -> None:
    """Report everything in templates that would fail or look broken on a page."""
    for name, span in promises:
        if not theme.has(name):
            hint = (
                did_you_mean(name, theme.templates) or f"add templates/{name}, or take the line out"
            )
            report.add("HG509", span, f"the promised template '{name}' is missing", help=hint)
    for name, outline in parsed.outlines.items():
        _lint_names(theme, name, outline, report)
        _lint_calls(theme, name, outline, report)
        _lint_fields(theme, name, outline, report)


def lint_styles(found: Mapping[str, Found], report: Report) -> None:
    """Report colours that stand outside the files that name them."""
    for name, file in found.items():
        if not name.endswith(".css") or name == TOKENS:
            continue
        text = COMMENT.sub(_blank, file.folder.text(file.relative, report) or "")
        for match in RAW_COLOUR.finditer(text):
            span = file.folder.span_in(file.relative, text, match.span())
            hint = f"give it a name in assets/{TOKENS}, and write var(--that-name) here"
            report.add("HG512", span, f"'{match[0]}' is a colour outside the tokens", help=hint)


def _lint_names(theme: Theme, name: str, outline: Outline, report: Report) -> None:
    given = _given(name)
    # Names that an import brings in are reported as undeclared inside blocks.
    known = given | outline.imported | BUILT_IN
    for unknown, line in outline.outer:
        if unknown not in known:
            span = theme.templates[name].place(line, unknown)
            hint = did_you_mean(unknown, given) or f"here are given: {', '.join(sorted(given))}"
            report.add("HG510", span, f"nothing is called '{unknown}' here", help=hint)


def _lint_calls(theme: Theme, name: str, outline: Outline, report: Report) -> None:
    spoken = theme.messages_for("en").by_key
    for called, argument, line in outline.calls:
        place = partial(theme.templates[name].place, line, argument)
        if called in {"t", "forms"} and argument not in spoken:
            hint = did_you_mean(argument, spoken) or f"add '{argument}' to i18n/en.yaml"
            report.add("HG514", place(), f"there is no message '{argument}'", help=hint)
        elif called == "asset" and argument not in theme.assets:
            hint = did_you_mean(argument, theme.assets) or f"add assets/{argument}"
            report.add("HG513", place(), f"the theme has no file '{argument}'", help=hint)
        elif called == "icon" and argument not in theme.icons:
            hint = did_you_mean(argument, theme.icons) or f"add assets/icons/{argument}.svg"
            report.add("HG513", place(), f"the theme has no icon '{argument}'", help=hint)


def _lint_fields(theme: Theme, name: str, outline: Outline, report: Report) -> None:
    given: dict[str, type[Struct]] = {"page": Head, "frame": Frame}
    view = _view_of(name)
    if view is not None:
        given["view"] = view
    known = {owner: type_.__struct_fields__ for owner, type_ in given.items()}
    for owner, asked, line in outline.fields:
        if owner in given and asked not in known[owner]:
            span = theme.templates[name].place(line, asked)
            hint = did_you_mean(asked, known[owner]) or f"it has: {', '.join(known[owner])}"
            message = f"{given[owner].__name__} has no field '{asked}'"
            report.add("HG511", span, message, help=hint)


def _view_of(name: str) -> type[Struct] | None:
    for start in ("", name.partition("/")[0] + "/"):
        if name.startswith(f"{start}pages/"):
            return VIEWS.get(name.rpartition("/")[2])
        if name.startswith(start + CARDS):
            return CardView
    return None


def _given(name: str) -> frozenset[str]:
    # An extended theme's version has that theme's name before it: `commons/cards/card.html`.
    for start, names in LIMITED.items():
        if name.startswith(start) or name.partition("/")[2].startswith(start):
            return names
    return GIVEN


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
