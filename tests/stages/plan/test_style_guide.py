"""The style guide: there only where a hub asks for it, whole with little in the hub, and unknown to search engines."""

import pytest

from hubgen.theme.tokens import SCHEMES
from tests.kit import Build, site

ASKED = "title: Hub\nbase_url: https://hub.example/\ntheme: {options: {style_guide: true}}\n"
HUB = f"""\
-- site.yaml --
{ASKED}
-- content/members/ada.yaml --
name: Ada Lovelace
offers: [knitting]
-- content/events/next.yaml --
title: Next
start: 2026-12-01 18:00
duration: 1h
timezone: Europe/Paris
mode: online
"""


@pytest.fixture(scope="module")
def guide() -> Build:
    return site(HUB).build()


def test_nobody_gets_it_unasked() -> None:
    assert not site("-- content/members/ada.yaml --\nname: Ada\n").build().has("style-guide/")


def test_it_shows_the_parts_of_the_theme(guide: Build) -> None:
    assert guide.diagnostics == ()
    classes = " ".join(
        each.attributes.get("class", "") for each in guide.elements("style-guide/", *"aulipdv")
    )
    html = guide.html("style-guide/")
    for part in ("chip-offers", "chip-seeks", "chip-match", "chip-about"):
        assert part in classes
    for part in ("--paper</code>", "--size-hero", "button-quiet", "notice", "leaf-day", "avatar-7"):
        assert part in html
    assert html.count("style-swatch") % len(SCHEMES) == 0
    assert {"members", "events"} <= {
        each.attributes["class"].split("shelf-")[1].split()[0]
        for each in guide.elements("style-guide/", "section")
        if "shelf-" in each.attributes.get("class", "")
    }


def test_search_engines_are_not_told(guide: Build) -> None:
    assert "style-guide" not in guide.html("sitemap.xml")
    assert '<meta name="robots" content="noindex">' in guide.html("style-guide/")
    assert guide.mentions("style-guide/") == ["style-guide/index.html"]


def test_an_empty_hub_has_one_too() -> None:
    build = site(f"-- site.yaml --\n{ASKED}-- content/pages/about.md --\n# About\n").build()
    assert build.published
    assert build.text("style-guide/")


def test_every_language_has_one() -> None:
    build = site(HUB.replace(ASKED, ASKED + "languages: [en, ar]\n")).build()
    assert build.has("ar/style-guide/")
