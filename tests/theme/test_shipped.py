"""The themes that hubgen brings along keep their own promises: words in five languages, readable colours, one README."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from hubgen.config.collections import built_in
from hubgen.diagnostics import Report
from hubgen.theme import Theme, load_theme
from hubgen.theme.reference import theme_page
from tests.theme.workbench import said

THEMES = Path(__file__).parent.parent.parent / "themes"
LOCALES = ("en", "fr", "ar", "es", "de")

TEXT = 4.5
"""Contrast of text with what is behind it (WCAG 2.2, 1.4.3)."""
SHAPES = 3.0
"""Contrast of lines without which a control can't be seen (1.4.11)."""
PAPERS = ("paper", "paper-raised", "paper-sunk")
PLAIN_PAPERS = PAPERS[:2]
HUES = [
    "events",
    "groups",
    "members",
    "mentors",
    "news",
    "opportunities",
    "organizations",
    "pages",
    "paths",
    "programs",
    "projects",
    "resources",
    "skills",
    "thanks",
]
PAIRS = (
    *((ink, paper, TEXT) for ink in ("ink", "ink-soft", "accent") for paper in PAPERS),
    *((hue, paper, TEXT) for hue in HUES for paper in PAPERS),
    *(("seeks-ink", paper, TEXT) for paper in PLAIN_PAPERS),
    *((f"{name}-ink", name, TEXT) for name in ("accent", "offers", "notice", "tip", "warning")),
    ("accent", "accent-wash", TEXT),
    ("ink", "accent-wash", TEXT),
    ("offers-ink", "accent-wash", TEXT),
    *(("ink", box, TEXT) for box in ("tip", "warning", "mark", "code-added", "code-removed")),
    *(
        (f"code-{name}", "code", TEXT)
        for name in [
            "comment",
            "keyword",
            "string",
            "number",
            "name",
            "built-in",
            "variable",
            "heading",
        ]
    ),
    ("ink", "code", TEXT),
    ("ink-soft", "code", TEXT),
    *((line, paper, SHAPES) for line in ("rule-strong", "focus") for paper in PAPERS),
)


@pytest.fixture(scope="module", params=["commons", "evening"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """A theme as it ships."""
    report = Report()
    theme = load_theme(request.param, (THEMES,), {}, report)
    assert said(report) == []
    assert theme is not None
    return theme


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_word_is_translated(theme: Theme, locale: str) -> None:
    messages = theme.messages_for(locale).by_key
    own = "footer.made_with" if theme.name == "evening" else ""
    assert [
        key for key, message in messages.items() if message.locale != locale and key != own
    ] == []


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_translations_have_the_same_places_to_fill(theme: Theme, locale: str) -> None:
    english = theme.messages_for("en").by_key
    for key, message in theme.messages_for(locale).by_key.items():
        wanted = re.findall(r"\{\w+\}", english[key].forms["other"])
        assert sorted(re.findall(r"\{\w+\}", message.forms["other"])) == sorted(wanted), key


def test_arabic_has_all_its_plural_forms(theme: Theme) -> None:
    for key in ("directory.all", "mentor.places"):
        forms = theme.messages_for("ar").by_key[key].forms
        assert set(forms) == {"zero", "one", "two", "few", "many", "other"}


def test_the_words_of_the_built_in_collections_can_be_translated(theme: Theme) -> None:
    # A label is translated only while the English message says the same as the schema.
    words = theme.messages_for("en")
    for collection in built_in().values():
        assert words.get(f"collection.{collection.name}.label") == collection.label
        assert words.get(f"collection.{collection.name}.singular") == collection.singular
        assert words.get(f"collection.{collection.name}.description") == collection.description


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink, paper, least", PAIRS)
def test_colours_can_be_read(theme: Theme, scheme: str, ink: str, paper: str, least: float) -> None:
    colours = tokens(theme.assets["css/site.css"].data.decode(), scheme)
    assert contrast(colours[ink], colours[paper]) >= least


def test_headings_go_down_one_step_at_a_time(theme: Theme) -> None:
    # Pages have h1, sections h2, cards h3; who skips a step loses readers who go by headings.
    levels = {
        name: [int(level) for level in re.findall(r"<h([1-6])", template.source)]
        for name, template in theme.templates.items()
    }
    assert all(levels[name] == [3] for name in levels if name.startswith("cards/"))
    for name, found in levels.items():
        if name.startswith("pages/") and found:
            assert all(below - above <= 1 for above, below in pairwise([1, *found])), name


def test_the_readme_is_up_to_date() -> None:
    assert (THEMES / "commons/README.md").read_text("utf-8") == theme_page()


def tokens(css: str, scheme: str) -> dict[str, str]:
    """The colour of every token in that scheme, with references followed."""
    screen = re.sub(r"@media print \{.*?\n\}", "", css, flags=re.DOTALL)
    values = dict(re.findall(r"^\s*--([a-z0-9-]+):\s*(.+?);", screen, flags=re.MULTILINE))
    return {name: resolved(name, values, scheme) for name in values if _is_colour(values[name])}


def resolved(name: str, values: dict[str, str], scheme: str) -> str:
    """The hexadecimal colour of one token."""
    value = values[name]
    pair = re.fullmatch(r"light-dark\((.+), (.+)\)", value)
    if pair:
        value = pair[1] if scheme == "light" else pair[2]
    other = re.fullmatch(r"var\(--([a-z0-9-]+)\)", value)
    return resolved(other[1], values, scheme) if other else value


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 between two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_colour(value: str) -> bool:
    return value.startswith(("#", "light-dark("))
