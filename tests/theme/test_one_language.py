"""A hub that doesn't speak English has an interface all the same."""

import re

import pytest
from babel.dates import format_date

from tests.kit import TODAY, Build, site
from tests.theme.test_complete_words import words

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


HUB = """\
-- content/members/ada.yaml --
name: Ada
pronouns: x
timezone: Europe/Paris
offers: [xx]
seeks: [yy]
languages: [en]
-- content/mentors/ada.yaml --
member: ada
topics: [xx]
capacity: 3
levels: [beginner]
contact: https://ada.example/ask
availability: [monday evening]
-- content/events/over.yaml --
title: X
start: 2026-11-02 18:00
end: 2026-11-02 19:00
timezone: Europe/Paris
mode: online
type: workshop
-- content/events/series.yaml --
title: Y
start: 2026-12-01 18:00
duration: 1h
timezone: Europe/Paris
mode: hybrid
recurrence: {every: week, until: 2027-01-31}
-- content/groups/x.yaml --
name: X
join: https://x.example/join
-- content/resources/x.yaml --
title: X
url: https://example.org/x
type: book
level: beginner
-- content/news/x.md --
---
title: X
date: 2026-11-01
---
x
-- content/pages/x.md --
# X

## Y
"""
SHOWN = re.compile(r">([^<>]+)<|(?:aria-label|title|placeholder|alt)=\"([^\"]+)\"")


def shown(build: Build, path: str) -> set[str]:
    """Every text on the page, and what is read out in its place."""
    html = re.sub(r"<(head|script|style)\b.*?</\1>", "", build.html(path), flags=re.DOTALL)
    return {" ".join((text or said).split()) for text, said in SHOWN.findall(html)}


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr"])
def test_nothing_of_it_is_english(language: str) -> None:
    build = site(f"-- site.yaml --\ntitle: X\nlanguage: {language}\n{HUB}").build()
    assert build.published, build.diagnostics
    own = {text for message in words(language).values() for text in message.forms.values()}
    english = {text for message in words("en").values() for text in message.forms.values()} - own
    pages = [path for path in build.files if path.endswith("index.html")]
    found = {path: said for path in pages if (said := shown(build, path) & english)}
    assert len(pages) > 15
    assert found == {}


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr"])
def test_days_are_named_in_it(language: str) -> None:
    build = site(f"-- site.yaml --\ntitle: X\nlanguage: {language}\n{HUB}").build()
    day = TODAY.replace(day=2)
    assert format_date(day, "MMMM", locale=language) in build.text("events/over/")
    assert format_date(day, "EEEE", locale=language) in build.text("events/over/")
    following = day.replace(month=12)
    assert format_date(following, "MMMM", locale=language) in build.text("events/")
