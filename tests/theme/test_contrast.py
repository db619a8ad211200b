"""What people read has the contrast that WCAG asks for at AA: in the themes that come with hubgen, and with a hub's own accent."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from hubgen.config.collections import built_in
from hubgen.diagnostics import Report
from hubgen.theme.assets import find_assets, token_sheet
from hubgen.theme.colours import READABLE, contrast, nearest
from hubgen.theme.folder import ThemeFolder
from hubgen.theme.tokens import SCHEMES, Scheme, Tokens, read_tokens
from tests.conftest import CHECKOUT
from tests.kit import site
from tests.theme.workbench import good, read

VISIBLE = 3.0
"""What WCAG asks of lines that one must see: around a field, around what has the focus."""
PAPERS = ("--paper", "--paper-raised", "--paper-sunk")
INKS = ("--ink", "--ink-soft", "--accent", "--seeks-ink", *(f"--{name}" for name in built_in()))
CODE = ("comment", "keyword", "string", "number", "name", "built-in", "variable", "heading")
ON_THEIR_OWN = (
    ("--accent-ink", "--accent"),
    ("--accent", "--accent-wash"),
    ("--ink", "--accent-wash"),
    ("--offers-ink", "--offers"),
    ("--offers-ink", "--accent-wash"),
    ("--notice-ink", "--notice"),
    ("--tip-ink", "--tip"),
    ("--warning-ink", "--warning"),
    ("--ink", "--tip"),
    ("--ink", "--warning"),
    ("--ink", "--mark"),
    ("--ink", "--code"),
    ("--ink-soft", "--code"),
    ("--ink", "--code-added"),
    ("--ink", "--code-removed"),
    *((f"--print-{name}-ink", f"--print-{name}") for name in ("clay", "sea", "plum")),
    *((f"--code-{name}", "--code") for name in CODE),
)
LETTERS = (*product(INKS, PAPERS), *ON_THEIR_OWN)
LINES = tuple(product(("--rule-strong", "--focus"), PAPERS))

CHILD = """\
-- plain/theme.yaml --
name: plain
options:
  accent: {type: color, token: --accent-light}
  accent_dark: {type: color, token: --accent-dark}
-- plain/assets/css/tokens.css --
:root {
  --paper: light-dark(#fff, #000);
  --accent-light: #005;
  --accent-dark: #ccf;
  --accent: light-dark(var(--accent-light), var(--accent-dark));
  --accent-ink: light-dark(#ffffff, #000000);
}
@media print { :root { --paper: #777777; } }
-- plain/templates/pages/home.html --
{{ view.title }}
"""


def tokens_of(*themes: str) -> Tokens:
    """Of themes that come with hubgen, the child first."""
    chain = tuple(ThemeFolder(name, CHECKOUT / "themes" / name, name) for name in themes)
    return read_tokens(token_sheet(find_assets(chain, Report()), Report()))


THEMES = {"commons": tokens_of("commons"), "evening": tokens_of("evening", "commons")}


def faint(tokens: Tokens, pairs: tuple[tuple[str, str], ...], least: float) -> Iterator[str]:
    for (one, other), scheme in product(pairs, SCHEMES):
        letters, ground = tokens.colour(one, scheme), tokens.colour(other, scheme)
        assert letters, f"{one} is no colour in {scheme}"
        assert ground, f"{other} is no colour in {scheme}"
        if contrast(letters, ground) < least:
            yield f"{one} on {other} in {scheme}: {contrast(letters, ground):.2f}"


@pytest.mark.parametrize("theme", THEMES)
def test_all_that_is_written_can_be_read(theme: str) -> None:
    assert list(faint(THEMES[theme], LETTERS, READABLE)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_lines_that_matter_can_be_seen(theme: str) -> None:
    assert list(faint(THEMES[theme], LINES, VISIBLE)) == []


@pytest.mark.parametrize(
    "one, other, ratio",
    [
        ("#000000", "#ffffff", 21.0),
        ("#fff", "#FFFFFF", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_the_nearest_colour_is_found_in_both_directions() -> None:
    assert nearest("#123456", lambda colour: contrast(colour, "#ffffff") >= READABLE) == "#123456"
    darker = nearest("#e8a33d", lambda colour: contrast(colour, "#ffffff") >= READABLE)
    lighter = nearest("#1f4f82", lambda colour: contrast(colour, "#000000") >= READABLE)
    assert READABLE <= contrast(darker, "#ffffff") < READABLE + 0.2
    assert READABLE <= contrast(lighter, "#000000") < READABLE + 0.2
    assert nearest("#123456", lambda _: False) == ""


@pytest.mark.parametrize(
    "value, scheme, colour",
    [
        ("#abc", "light", "#abc"),
        ("light-dark(#ffffff, #000000)", "dark", "#000000"),
        ("light-dark(var(--one), var(--two))", "light", "#111111"),
        ("light-dark(var(--one), var(--two))", "dark", "#222222"),
        ("var(--itself)", "light", ""),
        ("var(--nobody)", "light", ""),
        ("#00000040", "light", ""),
        ("1.5rem", "light", ""),
    ],
)
def test_tokens_are_looked_up(value: str, scheme: Scheme, colour: str) -> None:
    sheet = f"/* :root {{ --one: #999999 }} */ :root {{ --one: #111111; --two: #222222; --itself: var(--itself); --x: {value}; }}"
    assert read_tokens(sheet).colour("--x", scheme) == colour


def test_rules_for_some_pages_are_passed_over() -> None:
    sheet = ':root { --a: #111111 } :root[data-scheme="dark"] { --a: #222222 } @media print { :root { --a: #333333 } } p { --a: #444444 }'
    assert read_tokens(sheet).values == {"--a": "#111111"}


@pytest.mark.parametrize("sheet", ["{" * 50_000, "}" * 50_000, ":root {" * 20_000, "/*" * 50_000])
def test_an_odd_sheet_takes_no_time(sheet: str) -> None:
    assert read_tokens(sheet).values == {}


@pytest.mark.parametrize(
    "option, given", [("accent", "#005f50"), ("accent_dark", "#86cdbb"), ("accent", "#000")]
)
def test_an_accent_that_can_be_read_is_taken(tmp_path: Path, option: str, given: str) -> None:
    assert good(tmp_path, CHILD, **{option: given}).options[option] == given


@pytest.mark.parametrize(
    "option, given, scheme", [("accent", "#88ccbb", "light"), ("accent_dark", "#123456", "dark")]
)
def test_one_that_cannot_is_refused_with_one_that_can(
    tmp_path: Path, option: str, given: str, scheme: str
) -> None:
    _, (said,) = read(tmp_path, CHILD, settings={option: given})
    assert f"HG518 '{given}' has a contrast of " in said
    assert f"with '--paper' in {scheme}, and 4.5 is needed" in said
    proposed = said.rpartition("| '")[2].partition("'")[0]
    assert good(tmp_path, CHILD, **{option: proposed}).options[option] == proposed


def test_a_proposal_suits_everywhere_in_the_theme_that_comes_with_hubgen() -> None:
    settings = "title: A\ntheme: {options: {accent: '%s'}}\n"
    text = "-- site.yaml --\n" + settings + "-- content/members/ada.yaml --\nname: Ada\n"
    (said,) = site(text % "#3fae9c").check()
    assert said.code == "HG518"
    assert site(text % said.help.split("'")[1]).check() == ()
