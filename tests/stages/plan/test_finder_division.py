"""A large directory's finder in parts: nothing is lost, little is loaded first, and an edit makes few parts anew."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.corpus import write_hub
from hubgen.stages.plan import finder_division
from hubgen.stages.plan.finder_division import division_of
from hubgen.stages.plan.finder_words import words_of
from hubgen.stages.plan.shards import Division
from tests.kit import Build, Hub, site
from tests.kit.dividing import divided
from tests.kit.finding import rows_of
from tests.kit.mentors import mentors_hub
from tests.kit.reworking import Kept, differences
from tests.stages.plan.test_search_weight import weight

NAMES = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gül", "Hal", "Ida", "Jo", "Kim", "Lu", "Mo", "Nia")
ALWAYS = {"version", "collection", "url", "skillUrl", "count", "labels", "facets", "sorts"}
WHERE = {"columns", "words", "shards"}
OTHERS = ("lang", "summary", "avatar", "badges", "start", "end", "dimmed", "picture", "leaf")


def member(name: str, number: int, headline: str = "Weaves in Łódź, and dyes.") -> str:
    return (
        f"name: {name}\nheadline: {headline}\nlanguages: [{('en', 'fr')[number % 2]}]\n"
        f"offers: [weaving, skill-{number % 3}]\ntimezone: Europe/Paris\n"
        f"location: {{city: Town {number % 4}, country: PL}}\n"
    )


@pytest.fixture
def hub() -> Hub:
    made = site("")
    for number, name in enumerate(NAMES):
        made.edit(f"content/members/m{number:02}.yaml", member(name, number))
    return made


@pytest.fixture
def in_parts() -> Iterator[None]:
    with divided():
        yield


def file(build: Build, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(build.html(path))
    return found


def shards(build: Build, main: dict[str, Any]) -> list[dict[str, Any]]:
    where = main["shards"]
    return [file(build, where["url"].replace("{name}", name)) for name in where["names"]]


def cards(columns: dict[str, Any]) -> list[dict[str, Any]]:
    """What each row's card shows, whatever numbers a file has for that."""
    skills, facts = columns["skills"], columns["facts"]
    found = []
    for row, slug in enumerate(columns["slug"]):
        one: dict[str, Any] = {name: columns[name][row] for name in OTHERS if name in columns}
        one["chips"] = [[*skills[code // 4], code % 4] for code in columns["chips"][row]]
        one["facts"] = [facts["values"][place] for place in facts["rows"][row]]
        found.append({"slug": slug, "title": columns["title"][row], **one})
    return found


@pytest.mark.parametrize("directory", ["members", "fr/members"])
def test_the_parts_together_are_the_whole(hub: Hub, directory: str) -> None:
    hub.edit("site.yaml", "title: A hub\nlanguages: [en, fr]\n")
    whole = file(hub.build(), f"{directory}/finder.json")
    with divided():
        build = hub.clean_copy().build()
    main = file(build, f"{directory}/finder.json")
    assert main.keys() == ALWAYS - {"sorts"} | WHERE
    assert {name: main[name] for name in ALWAYS & main.keys()} == {
        name: whole[name] for name in ALWAYS & main.keys()
    }
    for name, path in main["columns"].items():
        assert file(build, path)[name] == whole[name]
    parts = shards(build, main)
    assert len(parts) > 2
    starts = [sum(len(each["slug"]) for each in parts[:number]) for number in range(len(parts))]
    assert main["shards"]["starts"] == starts
    assert [card for each in parts for card in cards(each)] == cards(whole)


def words_in(build: Build, main: dict[str, Any]) -> dict[str, list[int]]:
    """Every word with the rows that have it."""
    found: dict[str, list[int]] = {}
    for drawer in range(main["words"]["drawers"]):
        data = file(build, main["words"]["url"].replace("{drawer}", str(drawer)))
        if data["words"]:
            assert {ord(word[0]) % main["words"]["drawers"] for word in data["words"]} == {drawer}
            found |= zip(data["words"], rows_of(data["rows"]), strict=True)
    return found


@pytest.mark.usefixtures("in_parts")
def test_every_word_of_a_card_lies_in_a_drawer(hub: Hub) -> None:
    build = hub.build()
    main = file(build, "members/finder.json")
    every = range(len(NAMES))
    towns = {str(town): [row for row in every if row % 4 == town] for town in range(4)}
    languages = {
        name: [row for row in every if row % 2 == at]
        for at, name in ((0, "english"), (1, "french"))
    }
    alike = ("weaves", "in", "łodz", "and", "dyes", "town", "poland")
    names = {words_of(name)[0]: [row] for row, name in enumerate(NAMES)}
    assert words_in(build, main) == {
        **{word: list(every) for word in alike},
        **towns,
        **languages,
        **names,
    }
    assert "gul" in names


def test_words_are_taken_apart_as_browsers_do() -> None:
    assert words_of("C++ und C#, Straße_Ⅳ ½ ﬁn İzmir عَرَبِيّ 学ぶ") == [
        *("c++", "und", "c#", "straße", "iv", "1", "2", "fin", "izmir", "عربي", "学ふ"),
    ]


def changed(before: Build, after: Build) -> set[str]:
    """The parts of the finder that are new or other ones, the words aside."""
    return {
        path
        for path, data in after.files.items()
        if path.startswith("members/finder") and before.files.get(path) != data
        if "words-" not in path
    }


@pytest.mark.usefixtures("in_parts")
def test_an_edit_makes_one_shard_anew(hub: Hub) -> None:
    before = hub.build()
    main = file(before, "members/finder.json")
    hub.edit("content/members/m07.yaml", member("Hal", 7, "Spins."))
    after = hub.build()
    (path,) = changed(before, after)
    assert "Spins." in after.html(path)
    assert after.files.keys() == before.files.keys()
    assert words_in(after, main)["spins"] == [7]
    assert after.tree() == hub.clean_copy().build().tree()


def names_of(division: Division | None) -> list[str]:
    assert division is not None
    return [each.name for each in division.shards]


def test_who_comes_or_goes_moves_no_border_far_away() -> None:
    keys = tuple(f"members/m{number:05}" for number in range(finder_division.LARGE))
    before = names_of(division_of(keys))
    assert len(keys) / 100 < len(before) < len(keys) / 40
    assert len(set(before)) == len(before)
    for at in (0, 1234, len(keys)):
        after = names_of(division_of((*keys[:at], "members/new", *keys[at:])))
        assert len(set(after) - set(before)) <= 3
        assert len(set(before) - set(after)) <= 3
    assert division_of(keys[1:]) is None
    # Who loaded an older list finds no file rather than somebody else's cards.
    swapped = names_of(division_of((*keys[:700], keys[701], keys[700], *keys[702:])))
    assert 1 <= len(set(swapped) - set(before)) <= 3


@pytest.mark.usefixtures("in_parts")
def test_what_is_in_memory_follows_an_edit(hub: Hub) -> None:
    kept = Kept(hub)
    assert differences(kept) == []
    hub.edit("content/members/m03.yaml", member("Di", 3, "Felts."))
    kept.follow("content/members/m03.yaml")
    assert differences(kept) == []
    # Whose page is in the folder in which the parts are.
    hub.edit("content/members/finder.yaml", member("Cyd", 3))
    kept.follow("content/members/finder.yaml")
    assert differences(kept) == []
    assert not kept.report.has_errors


def test_mentors_are_matched_by_what_is_always_there() -> None:
    with divided(large=3):
        main = file(mentors_hub().build(), "mentors/finder.json")
    assert {"slug", "zone", "hours", "places", "vocabulary", "dimmed"} <= main.keys()
    assert main["columns"].keys() == {"title"}
    assert not {"title", "summary", "chips", "facts", "avatar"} & main.keys()


BUDGET = 750_000
"""Bytes on their way before anything is answered."""


def sent(data: Any) -> int:
    """As hosts send it."""
    return weight(json.dumps(data, separators=(",", ":")).encode())


def test_sixty_thousand_members_can_be_narrowed_on_a_phone(tmp_path: Path) -> None:
    write_hub(tmp_path / "hub", 1000)
    with divided(large=100, reach=finder_division.REACH):
        prepared, _ = Hub(tmp_path / "hub").prepare()
    plan = prepared.plan

    def made(path: str) -> Any:
        return plan.view_of(plan.pages[path]).data

    main = made("members/finder.json")
    # Names of choices don't grow with the number of members; what each of them chose does.
    fixed = [{**facet, "rows": ""} for facet in main["facets"]]
    rows = [facet["rows"] for facet in main["facets"]]
    per_member = sent({**main, "facets": rows}) / main["count"]
    assert sent(fixed) + 60_000 * per_member < BUDGET
    # With the cards they show, the numbers would not have been all.
    paths = [main["shards"]["url"].replace("{name}", name) for name in main["shards"]["names"]]
    parts = [made(path) for path in paths]
    assert sent([rows, parts]) / main["count"] * 60_000 > 2 * BUDGET
    # A screenful of cards, each of them in another shard.
    assert 24 * max(map(sent, parts)) < BUDGET / 4
