"""A hub sets a theme's options, within what the theme allows."""

from pathlib import Path
from typing import Any

import pytest

from tests.theme.workbench import PLAIN, good, read

OPTIONS = """\
-- plain/theme.yaml --
name: plain
options:
  scheme: {type: choice, choices: [auto, light, dark], default: auto}
  stars: {type: boolean, default: true}
  columns: {type: integer, default: 3}
  motto: {default: Learn}
  accent: {type: color, token: --accent}
-- plain/assets/css/tokens.css --
:root { --accent: #111111; }
-- plain/templates/pages/home.html --
{{ options.motto }}
"""


def test_without_settings_an_option_has_its_default(tmp_path: Path) -> None:
    assert good(tmp_path, OPTIONS).options == {
        "scheme": "auto",
        "stars": True,
        "columns": 3,
        "motto": "Learn",
        "accent": "",
    }


@pytest.mark.parametrize(
    "name, given, value",
    [
        ("scheme", "dark", "dark"),
        ("stars", "no", False),
        ("stars", False, False),
        ("columns", "4", 4),
        ("motto", "Learn & teach", "Learn & teach"),
        ("accent", "#AbC", "#abc"),
    ],
)
def test_a_hub_sets_them(tmp_path: Path, name: str, given: Any, value: Any) -> None:
    assert good(tmp_path, OPTIONS, **{name: given}).options[name] == value


@pytest.mark.parametrize(
    "name, given, code, help",
    [
        ("sheme", "dark", "HG504", "did you mean 'scheme'?"),
        ("scheme", "darker", "HG505", "one of: auto, light, dark"),
        ("stars", "many", "HG505", "true or false"),
        ("columns", "3.5", "HG505", "a whole number"),
        ("accent", "red; } body { display: none", "HG505", "a colour such as '#1f6f5c'"),
        ("accent", "#12", "HG505", "a colour such as '#1f6f5c'"),
    ],
)
def test_what_does_not_suit_is_left_out(
    tmp_path: Path, name: str, given: str, code: str, help: str
) -> None:
    theme, words = read(tmp_path, OPTIONS, settings={name: given})
    assert theme is not None
    assert theme.options == good(tmp_path, OPTIONS).options
    assert [line.split()[1] for line in words] == [code]
    assert words[0].endswith(help)


def test_a_colour_reaches_the_stylesheet_after_the_tokens(tmp_path: Path) -> None:
    css = good(tmp_path, OPTIONS, accent="#ab12cd").assets["css/site.css"].data.decode()
    assert css.index("#111111") < css.index("--accent: #ab12cd;")
    assert "#ab12cd" not in good(tmp_path, OPTIONS).assets["css/site.css"].data.decode()


def test_every_setting_changes_what_pages_stand_on(tmp_path: Path) -> None:
    settings: list[dict[str, Any]] = [{}, {"stars": False}, {"motto": "x"}, {"accent": "#ab12cd"}]
    assert len({good(tmp_path, OPTIONS, **each).surface for each in settings}) == len(settings)


@pytest.mark.parametrize(
    "manifest, line, words",
    [
        ("extend: commons", 1, "theme.yaml has no key 'extend'"),
        ("options: {a: {typ: text}}", 1, "theme.yaml has no key 'typ'"),
        ("options:\n  a: {type: colour}", 2, "no option is of type 'colour'"),
        ("options:\n  a: {type: integer, default: three}", 2, "the default of 'a' doesn't suit it"),
        ("options:\n  a: {type: choice, choices: [x], default: y}", 2, "the default of 'a'"),
        ("options:\n  a: {type: color, token: accent}", 2, "'accent' is no name of a custom"),
        ("options: [a, b]", 1, "this should hold keys and values"),
        ("options: {a: text}", 1, "option 'a' should be keys and values"),
        ("name: [a]\nextends: [b]", 2, "this should be text"),
        ("- a", 1, "theme.yaml should hold keys and values"),
        ("just words", 1, "theme.yaml should hold keys and values"),
    ],
)
def test_a_mistake_in_the_manifest_has_a_place(
    tmp_path: Path, manifest: str, line: int, words: str
) -> None:
    theme, found = read(tmp_path, f"{PLAIN}-- plain/theme.yaml --\n{manifest}\n")
    assert theme is not None
    assert len(found) == 1
    assert found[0].startswith(f"plain/theme.yaml:{line} HG503 {words}")
