"""Every page leads to itself in the other languages; search engines are told of those that are translated, and of itself."""

import pytest

from tests.kit import Build, site

HUB = """\
-- site.yaml --
title: Hub
base_url: https://hub.example/my-hub/
language: en
languages: [en, fr, ar]
-- content/news/told.md --
---
title: Told
date: 2026-11-01
---
-- content/news/told.fr.md --
---
title: Dit
---
-- content/members/ada.yaml --
name: Ada
offers: [knitting]
"""


@pytest.fixture(scope="module")
def build() -> Build:
    return site(HUB).build()


def told(build: Build, path: str) -> dict[str, str]:
    return {
        each.attributes["hreflang"]: each.attributes["href"]
        for each in build.elements(path, "link")
        if "hreflang" in each.attributes
    }


def switched(build: Build, path: str) -> dict[str, str]:
    return {
        each.attributes["hreflang"]: each.attributes["href"]
        for each in build.elements(path, "a")
        if "hreflang" in each.attributes
    }


@pytest.mark.parametrize("page", ["", "news/", "members/", "skills/"])
@pytest.mark.parametrize("prefix", ["", "fr/", "ar/"])
def test_a_page_of_the_interface_is_there_in_all(build: Build, page: str, prefix: str) -> None:
    home = "https://hub.example/my-hub/"
    everywhere = {"en": f"{home}{page}", "fr": f"{home}fr/{page}", "ar": f"{home}ar/{page}"}
    assert told(build, prefix + page) == everywhere


@pytest.mark.parametrize("prefix", ["", "fr/"])
def test_only_translations_are_told_of(build: Build, prefix: str) -> None:
    assert told(build, f"{prefix}news/told/").keys() == {"en", "fr"}


@pytest.mark.parametrize("page", ["", "news/told/", "members/ada/", "search/"])
@pytest.mark.parametrize("prefix", ["", "fr/", "ar/"])
def test_the_switch_stays_on_the_page(build: Build, page: str, prefix: str) -> None:
    up = "../" * (prefix + page).count("/") or "./"
    found = switched(build, prefix + page)
    assert found == {"en": up + page, "fr": f"{up}fr/{page}", "ar": f"{up}ar/{page}"}
    assert all(build.has(url.removeprefix(up)) for url in found.values())


def test_a_skill_in_another_language_says_so() -> None:
    skills = "- {name: Knitting, description: With two needles.}\n"
    made = site(HUB).edit("content/skills.yaml", skills).build()
    for locale, spoken in (("", ""), ("fr/", "en"), ("ar/", "en")):
        shown = made.elements(f"{locale}skills/knitting/", "h1", "div")
        words = [
            each
            for each in shown
            if each.tag == "h1" or "prose" in each.attributes.get("class", "")
        ]
        assert [each.attributes.get("lang", "") for each in words] == [spoken, spoken]
