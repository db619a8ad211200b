"""A hub that doesn't speak English has an interface all the same."""

import pytest

from tests.kit import site

WORDS = {"fr": "Accueil", "ar": "الرئيسية", "de": "Startseite", "es": "Inicio", "pt-BR": "Home"}


@pytest.mark.parametrize("language", sorted(WORDS))
def test_a_hub_of_one_language_builds(language: str) -> None:
    build = site(
        f"""\
-- site.yaml --
title: A hub
language: {language}
-- content/members/ada.yaml --
name: Ada
"""
    ).build()
    assert build.published, build.diagnostics
    assert WORDS[language] in build.html("members/ada/")
    assert f'<html lang="{language}"' in build.html("")
