"""Holds the shipped themes to their rules: colours in one place, templates that compile."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError

THEMES = Path(__file__).parent.parent / "themes"
TOKENS = "assets/css/tokens.css"

COLOUR_FUNCTION = re.compile(r"\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(")
HEX_COLOUR = re.compile(
    r"(?<!url\()#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?=[^{;}]*[;}]|[^{;}]*$)", re.IGNORECASE
)
NAMED_COLOUR = re.compile(
    r"(?:color|background|border|outline|fill|stroke|shadow)[\w-]*\s*:[^;{}]*(?<![\w-])"
    r"(?:white|black|gr[ae]y|red|green|blue|yellow|orange|purple|pink|navy|teal|silver)(?![\w-])",
    re.IGNORECASE,
)
INLINE = re.compile(
    r"\s(?:style|on(?:click|change|input|submit|load|error|focus|blur|toggle|key\w+|mouse\w+))\s*="
    r"|<style\b|(?:fill|stroke)=[\"']#",
    re.IGNORECASE,
)


def test_there_are_themes() -> None:
    assert (THEMES / "commons" / "theme.yaml").is_file()
    assert (THEMES / "commons" / TOKENS).is_file()


def test_colours_live_in_the_tokens() -> None:
    found = [
        f"{path.relative_to(THEMES)}:{line}: {colour}"
        for path in sorted(THEMES.rglob("*.css"))
        if not path.as_posix().endswith(TOKENS)
        for line, colour in raw_colours(path.read_text("utf-8"))
    ]
    assert found == []


def test_templates_have_no_inline_style_or_script() -> None:
    # The published policy blocks both; what they would do belongs into the assets.
    found = [
        f"{path.relative_to(THEMES)}: {match.group().strip()}"
        for path in templates()
        for match in INLINE.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_templates_compile() -> None:
    environment = Environment(autoescape=True)
    broken = []
    for path in templates():
        try:
            environment.compile(path.read_text("utf-8"))
        except TemplateSyntaxError as error:
            broken.append(f"{path.relative_to(THEMES)}:{error.lineno}: {error.message}")
    assert broken == []


@pytest.mark.parametrize(
    "css, colour",
    [
        ("a { color: #fff }", "#fff"),
        ("a {\n  border: 1px solid #A0B1C2;\n}", "#A0B1C2"),
        ("a { background: linear-gradient(#abcd, var(--b)) }", "#abcd"),
        ("a { color: rgb(0 0 0 / 50%) }", "rgb("),
        ("a { --accent: oklch(60% 0.2 30) }", "oklch("),
        ("a { &:hover { color: hsl(1 2% 3%) } }", "hsl("),
        ("a { background-color: white }", "background-color: white"),
    ],
)
def test_a_raw_colour_is_seen(css: str, colour: str) -> None:
    assert [found for _, found in raw_colours(css)] == [colour]


@pytest.mark.parametrize(
    "css",
    [
        "#face { color: var(--ink) }",
        "a[href='#abc'] { color: inherit }",
        "/* #fff was too bright */ a { color: currentcolor }",
        "a { color: color-mix(in oklch, var(--ink) 50%, transparent) }",
        "a { color: var(--white) } .red { margin: 0 }",
        "a { fill: url(#fade) }",
    ],
)
def test_other_css_is_left_alone(css: str) -> None:
    assert list(raw_colours(css)) == []


def templates() -> Iterator[Path]:
    found = sorted(THEMES.glob("*/templates/**/*.*"))
    assert found, "no theme has a template"
    return iter(found)


def raw_colours(css: str) -> Iterator[tuple[int, str]]:
    """Each colour written out instead of a token, with its line."""
    # Comments become blank lines, so that the numbers stay right.
    bare = re.sub(
        r"/\*.*?\*/", lambda comment: "\n" * comment.group().count("\n"), css, flags=re.DOTALL
    )
    for pattern in (HEX_COLOUR, COLOUR_FUNCTION, NAMED_COLOUR):
        for match in pattern.finditer(bare):
            yield bare.count("\n", 0, match.start()) + 1, match.group()
