"""A hub in memory follows edits: what it shows is what a first reading shows, and edits of words leave the plan alone."""

import gc

import pytest
from msgspec.structs import replace

from hubgen.model.plan import Plan
from hubgen.model.views import CardView
from tests.kit import site
from tests.kit.hub import SITE, Hub
from tests.kit.reworking import Kept, all_files, differences

HUB = """\
-- site.yaml --
title: Test hub
base_url: https://hub.example/
languages: [en, fr]
-- content/skills.yaml --
- {name: Python, aliases: [snakes]}
- {name: Weaving}
-- content/members/ada.md --
---
name: Ada
headline: Weaves numbers
location: {city: London}
offers: [python]
---
I weave. See [Bob](members/bob) and [the start](#start).

## Start

Here.
-- content/members/ada.fr.md --
---
headline: Tisse des nombres
---
Je tisse.
-- content/members/bob.md --
---
name: Bob
headline: Asks
seeks: [python, weaving]
---
I ask.
-- content/mentors/ada.md --
---
member: ada
topics: [python]
contact: https://example.org/ask
---
Write to me.
-- content/mentors/bob.md --
---
member: bob
headline: Asks as a mentor
topics: [weaving]
contact: https://example.org/ask
---
Write to me.
-- content/events/loom.md --
---
title: Loom
start: 2026-12-01 18:00
timezone: Europe/Paris
mode: online
speakers: [ada]
summary: An evening
---
Bring a [loom](members/ada#start).
-- content/thanks/one.md --
---
from: bob
to: [ada]
date: 2026-11-01
---
Thank you for the evening.
-- content/news/first.md --
---
title: First
date: 2026-11-01
---
Hello.
-- content/groups.yaml --
- {title: Weavers, slug: weavers, summary: We weave}
- {title: Readers, slug: readers, summary: We read}
-- content/members/zoe.md --
---
name: Zoe
draft: true
---
Not yet.
"""
WORDS = {
    "a text": ("content/members/ada.md", "I weave.", "I weave a lot.\n\nAnd more."),
    "a headline that a mentor borrows": (
        "content/members/ada.md",
        "Weaves numbers",
        "Weaves words",
    ),
    "a headline beside a mentor's own": ("content/members/bob.md", "Asks", "Asks much"),
    "a mentor's own headline": ("content/mentors/bob.md", "Asks as", "Answers as"),
    "a text in a translation": ("content/members/ada.fr.md", "Je tisse.", "Je tisse bien."),
    "a headline in a translation": ("content/members/ada.fr.md", "des nombres", "des mots"),
    "an original whose translation is silent": ("content/news/first.md", "Hello.", "Hello all."),
    "an event's words": ("content/events/loom.md", "Bring a", "Please bring a"),
    "an event's summary": ("content/events/loom.md", "An evening", "A long evening"),
    "one of many in a file": ("content/groups.yaml", "We weave", "We weave on"),
    "a draft's words": ("content/members/zoe.md", "Not yet.", "Soon."),
}
MORE = {
    "a name": ("content/members/ada.md", "name: Ada", "name: Adele"),
    "a skill": ("content/members/ada.md", "[python]", "[weaving]"),
    "a link": ("content/members/ada.md", "(members/bob)", "(members/ada)"),
    "a broken link": ("content/members/ada.md", "(members/bob)", "(members/rob)"),
    "a heading": ("content/members/ada.md", "## Start", "## Begin"),
    "a place": ("content/members/ada.md", "London", "Paris"),
    "a day": ("content/events/loom.md", "2026-12-01", "2026-12-02"),
    "the first words, where they are the title": (
        "content/thanks/one.md",
        "Thank you",
        "Thanks a lot",
    ),
    "a field that goes": ("content/members/bob.md", "headline: Asks\n", ""),
    "broken YAML": ("content/members/bob.md", "seeks: [python", "seeks: [[python"),
    "a member who is hidden": (
        "content/members/ada.md",
        "name: Ada",
        "name: Ada\nvisibility: hidden",
    ),
    "a skill's other name": ("content/skills.yaml", "snakes", "serpents"),
    "the settings": ("site.yaml", "Test hub", "Another hub"),
}


def edited(hub: Hub, path: str, old: str, new: str) -> None:
    text = hub.read(path)
    assert old in text
    hub.edit(path, text.replace(old, new, 1))


def followed(edit: tuple[str, str, str]) -> tuple[Kept, Plan]:
    """The hub in memory after the edit, and its plan before."""
    kept = Kept(site(HUB))
    before = kept.prepared.plan
    edited(kept.hub, *edit)
    kept.follow(edit[0])
    assert differences(kept) == []
    return kept, before


@pytest.mark.parametrize("name", WORDS)
def test_words_go_into_the_place_of_words(name: str) -> None:
    kept, before = followed(WORDS[name])
    assert kept.prepared.plan.pages is before.pages, "an edit of words plans nothing anew"
    assert (all_files(kept.prepared) == all_files(replace(kept.prepared, plan=before))) == (
        name == "a draft's words"
    )


@pytest.mark.parametrize("name", MORE)
def test_other_edits_are_followed_as_well(name: str) -> None:
    kept, before = followed(MORE[name])
    assert kept.prepared.plan.pages is not before.pages
    path, old, new = MORE[name]
    edited(kept.hub, path, new, old) if new else kept.hub.edit(path, "name: Bob\n")
    kept.follow(path)
    assert differences(kept) == []


def test_files_that_come_go_and_move() -> None:
    hub = site(HUB)
    kept = Kept(hub)
    hub.edit("content/members/eve.md", "---\nname: Eve\noffers: [weaving]\n---\nHi.\n")
    kept.follow("content/members/eve.md")
    assert differences(kept) == []
    hub.rename("content/members/eve.md", "content/members/eva.md")
    kept.follow("content/members/eve.md", "content/members/eva.md")
    assert differences(kept) == []
    hub.delete("content/members/eva.md")
    hub.delete("content/events/loom.md")
    kept.follow("content/members/eva.md", "content/events/loom.md")
    assert differences(kept) == []


def test_one_edit_after_the_other_adds_up() -> None:
    hub = site(HUB)
    kept = Kept(hub)
    for path, old, new in WORDS.values():
        edited(hub, path, old, new)
        kept.follow(path)
    assert differences(kept) == []


def test_cards_of_earlier_words_are_let_go() -> None:
    kept = Kept(site(HUB))
    for number in range(5):
        bob = f"---\nname: Bob\nheadline: Times asked {number}\n---\n"
        kept.hub.edit("content/members/bob.md", bob)
        kept.follow("content/members/bob.md")
        all_files(kept.prepared)
    gc.collect()
    cards = [each for each in gc.get_objects() if isinstance(each, CardView)]
    assert {each.summary for each in cards if "Times asked" in each.summary} == {"Times asked 4"}


def test_lines_of_what_was_said_move_with_the_text() -> None:
    hub = site(HUB).edit("content/members/bob.md", "bio: |\n  One.\nname: Bob\noffers: [pyhton]\n")
    hub.rename("content/members/bob.md", "content/members/bob.yaml")
    kept = Kept(hub)
    edited(hub, "content/members/bob.yaml", "  One.\n", "  One.\n\n  Two.\n")
    kept.follow("content/members/bob.yaml")
    assert differences(kept) == []
    assert [each.span.line for each in kept.report.diagnostics if each.code == "HG203"] == [6]


def test_a_theme_is_followed_without_reading_content() -> None:
    hub = site(HUB).edit("site.yaml", SITE + "theme: own\n")
    hub.edit("themes/own/theme.yaml", "name: own\nextends: commons\n")
    kept = Kept(hub)
    before = kept.prepared.hub
    page = '{% extends "base.html" %}{% block main %}<h1>{{ view.title }}</h1>{% endblock %}\n'
    hub.edit("themes/own/templates/pages/entry.html", page)
    kept.follow("themes/own/templates/pages/entry.html")
    assert differences(kept) == []
    assert kept.prepared.hub is before
    hub.edit("themes/own/templates/pages/entry.html", "{% if %}\n")
    kept.follow("themes/own/templates/pages/entry.html")
    assert differences(kept) == []
    assert kept.report.has_errors
