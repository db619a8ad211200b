"""Mentors: how many places are free, what their pages say of it, and what the finder is told."""

import json

import pytest

from tests.kit import site
from tests.kit.mentors import mentors_hub


@pytest.mark.parametrize(
    "more, said",
    [
        ("capacity: 3", "3 places are free."),
        ("capacity: 3\nmentees: [Grace, Alan]", "1 place is free."),
        ("capacity: 3\nmentee_count: 2", "1 place is free."),
        ("capacity: 3\nmentees: [Grace]\nmentee_count: 3", "All places are taken now."),
        ("capacity: 3\nstatus: waitlist", "there is a waiting list"),
        ("capacity: 3\nstatus: paused", "Please don’t write now."),
        ("session_length: 1h", "New people may ask."),
    ],
)
def test_a_page_says_whether_one_may_ask(more: str, said: str) -> None:
    hub = site(
        f"-- content/mentors/ada.yaml --\nname: Ada\ntopics: [sql]\ncontact: https://a.example.org/\n{more}\n"
    )
    assert said in hub.build().text("mentors/ada/")


def test_what_is_shown_with_reaching_out_is_not_shown_twice() -> None:
    text = mentors_hub().build().text("mentors/ada/")
    assert text.count("ada.example.org/ask") == 1
    assert text.count("one-to-one") == 1
    assert "6:00 PM – 9:00 PM" in text


def test_other_collections_have_no_such_part() -> None:
    build = site("-- content/members/ada.yaml --\nname: Ada\n").build()
    assert "reach" not in build.html("members/ada/")


def test_the_finder_knows_every_word_for_a_skill() -> None:
    data = json.loads(mentors_hub().build().tree()["mentors/finder.json"])
    assert data["vocabulary"] == [
        ["communication", "Communication"],
        ["knots", "Knots"],
        ["public-speaking", "Public speaking", ["giving talks"], [0]],
        ["sql", "SQL", ["databases"]],
        ["weaving", "Weaving"],
    ]
    assert data["until"] == ["", "", "", "", "", "2026-11-30"]
    assert data["places"] == [2, 1, 0, 4, None, 2]


def test_only_mentors_are_found_by_fit() -> None:
    hub = mentors_hub().edit("content/members/ada.yaml", "name: Ada\n")
    data = json.loads(hub.build().tree()["members/finder.json"])
    assert "vocabulary" not in data
