"""Search: what its documents hold, who is left out, and a hub without it."""

import json
from typing import Any

from tests.kit import Build, site

HUB = """
-- site.yaml --
title: Test hub
languages: [en, fr]
diagnostics: {HG203: off}
-- content/skills.yaml --
- name: Weaving
  aliases: [looms]
-- content/members/ada.md --
---
name: Ada
headline: Weaves
offers: [weaving]
languages: [fr]
location: {city: Turin, country: IT}
---
Words about **weaving** and more.
-- content/events/night.md --
---
title: A night of weaving
start: 2026-12-01 18:00
timezone: Europe/Paris
mode: online
speakers: [ada, lee]
---
-- content/members/lee.yaml --
name: Lee
visibility: unlisted
"""


def documents(build: Build, locale: str = "en") -> dict[str, Any]:
    """The documents in that language."""
    found: dict[str, Any] = json.loads(build.files[f"search/documents.{locale}.json"])
    texts = json.loads(build.files["search/" + found["texts"]])
    return found | {"body": texts["body"]}


def row(found: dict[str, Any], url: str) -> dict[str, Any]:
    """What is known of that page."""
    place = found["url"].index(url)
    columns = ("title", "summary", "body")
    facets = {
        facet["name"]: [facet["values"][number] for number in facet["rows"][place]]
        for facet in found["facets"]
    }
    return {name: found[name][place] for name in columns} | facets


def test_an_entry_is_known_by_all_that_it_says() -> None:
    assert row(documents(site(HUB).build()), "members/ada/") == {
        "title": "Ada",
        "summary": "Weaves",
        "body": "Words about weaving and more. · Turin, Italy · active",
        "collection": [["members", "Members"]],
        "skill": [["weaving", "Weaving"]],
        "language": [["fr", "French"]],
        "level": [],
    }


def test_each_language_has_its_own_words() -> None:
    found = documents(site(HUB).build(), "fr")
    ada = row(found, "fr/members/ada/")
    assert ada["collection"] == [["members", "Membres"]]
    assert ada["language"] == [["fr", "français"]]
    assert "Turin, Italie" in ada["body"]
    assert found["lang"][found["url"].index("fr/members/ada/")] == "en"


def test_a_skill_is_found_by_its_other_names() -> None:
    found = documents(site(HUB).build())
    assert row(found, "skills/weaving/")["title"] == "Weaving"
    assert found["aliases"] == {"weaving": ["looms"]}


def test_who_is_unlisted_is_in_no_search_file() -> None:
    build = site(HUB).build()
    assert build.has("members/lee/")
    assert not [path for path in build.mentions("Lee") if path.startswith("search/")]


def test_what_the_summary_says_is_not_said_twice() -> None:
    words = "Word " * 60
    hub = site(
        f"-- content/news/long.md --\n---\ntitle: Long\ndate: 2026-11-01\n---\n{words}end.\n"
    )
    found = row(documents(hub.build()), "news/long/")
    assert (found["summary"] + " " + found["body"]).count("Word") == 60


def test_a_hub_may_leave_search_out() -> None:
    hub = site(HUB).edit("site.yaml", "title: Test hub\nsearch: off\nmenu: [members, search]\n")
    build = hub.build()
    assert build.published
    assert not [path for path in build.files if path.startswith("search/")]
    assert not [path for path in build.mentions("search/") if path.endswith(".html")]
    assert build.html("").count("search-kit") == 0
