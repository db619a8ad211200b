"""The search index of a large hub: all that is said, under the words that say it, with nobody in it who isn't listed."""

from collections import defaultdict
from pathlib import Path

import pytest

from bench.corpus import write_hub
from hubgen.stages.plan.search import engines
from hubgen.stages.plan.search.cutting import (
    CHOICES,
    COMMON,
    FEWEST,
    NAMES,
    SEVERAL,
    TEXTS,
    WORDS,
    Words,
)
from hubgen.stages.plan.search.row_words import RowTexts, packed_words
from hubgen.text.folded_words import words_of
from hubgen.workshop import wording
from tests.kit import Build, Hub, site
from tests.kit.indexed import FOLDER, Indexed, Weighed

HUB = """
-- site.yaml --
title: Test hub
languages: [en, fr]
search: index
diagnostics: {HG203: off}
-- content/skills.yaml --
- name: Weaving
  aliases: [looms]
-- content/members/ada.md --
---
name: Ada <b>Lovelace</b>
headline: Weaves & writes
offers: [weaving]
languages: [fr]
---
A lantern in Łódź, for Ada.
-- content/resources/loom.yaml --
title: The loom
url: https://example.org/loom
type: book
level: beginner
language: en
topics: [weaving]
-- content/members/lee.yaml --
name: Lee Zzunlisted
visibility: unlisted
-- content/members/may.yaml --
name: May Zzhidden
visibility: hidden
-- content/members/kim.yaml --
name: Kim Zzdraft
draft: true
"""
URLS = ["members/ada/", "resources/loom/", "skills/weaving/"]


@pytest.fixture
def hub() -> Hub:
    return site(HUB)


def index_of(build: Build) -> dict[str, bytes]:
    """The files of the index in all languages."""
    return {path: data for path, data in build.files.items() if path.startswith(FOLDER)}


def larger_hub(folder: Path) -> Hub:
    """A hundred and twenty entries, with an index."""
    write_hub(folder, 120)
    hub = Hub(folder)
    return hub.edit("site.yaml", hub.read("site.yaml") + "\nsearch: index\n")


def words_made(build: Build) -> set[str]:
    """The files with words that were made in this build."""
    kinds = tuple(f"{FOLDER}en/{each.name}/" for each in WORDS)
    return {path for path in build.pages_rendered if path.startswith(kinds)}


def test_every_listed_page_is_in_it(hub: Hub) -> None:
    build = hub.build()
    for locale, prefix in (("en", ""), ("fr", "fr/")):
        index = Indexed(build, locale)
        assert index.column("url") == [prefix + url for url in URLS]
        assert index.start["count"] == len(URLS)
    assert Indexed(build).row("members/ada/") == {
        "title": "Ada <b>Lovelace</b>",
        "lang": "",
        "summary": "Weaves & writes",
        "body": "A lantern in Łódź, for Ada. · active",
        "meant": [["weaving", "Weaving", "looms"]],
    }
    french = Indexed(build, "fr")
    assert french.start["collections"][0] == ["members", "Membres", 1]
    assert french.row("fr/members/ada/")["lang"] == "en"


def test_a_row_has_what_its_card_shows(hub: Hub) -> None:
    rows = {
        url: (shard["card"], place)
        for shard in Indexed(hub.build()).shards
        for place, url in enumerate(shard["url"])
    }
    card, ada = rows["members/ada/"]
    assert card["avatar"][ada][0][0] == "A"
    assert [card["skills"][code // 4] for code in card["chips"][ada]] == [["weaving", "Weaving"]]
    card, weaving = rows["skills/weaving/"]
    facts = [card["facts"]["values"][place] for place in card["facts"]["rows"][weaving]]
    assert facts == [["Also called", "looms"]]


def test_a_word_weighs_what_it_weighs_where_it_stands(hub: Hub) -> None:
    index = Indexed(hub.build())
    names, texts = index.words(0), index.words(1)
    ada, loom, weaving = range(3)
    # A title of four words and one of two.
    assert names["ada"] == {6: [ada]}
    assert names["loom"] == {8: [loom]}
    # The skill's page for its name; what is about it or offers it for naming it.
    assert names["weaving"] == {2 * 9: [weaving], 4: [ada, loom]}
    assert names["looms"] == {2 * 4: [weaving], 4: [ada, loom]}
    assert names["weaves"] == {2: [ada]}
    assert texts["lodz"] == {1: [ada]}
    assert "ada" not in texts
    assert "beginner" in texts


def test_results_can_be_narrowed(hub: Hub) -> None:
    index = Indexed(hub.build())
    assert index.start["collections"] == [
        ["members", "Members", 1],
        ["resources", "Resources", 1],
        ["skills", "Skills", 1],
    ]
    assert index.filter("skill") == [["weaving"]] * 3
    assert index.filter("language") == [["fr"], ["en"], []]
    assert index.filter("level") == [[], ["beginner"], []]


def test_choices_say_what_columns_say(tmp_path: Path) -> None:
    """They are files of their own: each choice of each row leads to it, out of the drawer where scripts look, and nothing else does."""
    index = Indexed(larger_hub(tmp_path / "hub").build())
    chosen: defaultdict[str, list[int]] = defaultdict(list)
    for facet in index.start["filters"]:
        for row, values in enumerate(index.filter(facet)):
            for value in values:
                chosen[f"{facet}:{value}"].append(row)
    assert {each.partition(":")[0] for each in chosen} == {"skill", "language", "level"}
    found: dict[str, list[int]] = {}
    count = index.start["choices"]["drawers"]
    assert count == FEWEST
    for number in range(count):
        drawer = index.choices(number)
        assert list(drawer) == sorted(drawer)
        assert {CHOICES.drawer_of(each, count) for each in drawer} <= {number}
        found |= drawer
    assert found == chosen


def test_a_choice_that_entries_call_differently_is_the_first_one(hub: Hub) -> None:
    """An address has room for one: what it leads to early is what it leads to in the end."""
    hub.edit(
        "site.yaml",
        hub.read("site.yaml")
        + """
collections:
  groups: {fields: {level: {kind: reference, to: members, filter: true}}}
  projects: {fields: {level: {kind: reference, to: resources, filter: true}}}
""",
    )
    hub.edit("content/members/same.yaml", "name: One\n")
    hub.edit("content/resources/same.yaml", "title: Two\nurl: https://example.org/\ntype: book\n")
    hub.edit("content/groups/first.yaml", "name: First\njoin: https://example.org/\nlevel: same\n")
    hub.edit("content/projects/second.yaml", "name: Second\nlevel: same\n")
    index = Indexed(hub.build())
    column = index.file(index.start["filters"]["level"])
    assert [label for value, label in column["values"] if value == "same"] == ["One", "Two"]
    first, _ = (row for row, values in enumerate(index.filter("level")) if values == ["same"])
    drawer = CHOICES.drawer_of("level:same", index.start["choices"]["drawers"])
    assert index.choices(drawer)["level:same"] == [first]


def test_what_may_be_meant_is_what_names_say(hub: Hub) -> None:
    index = Indexed(hub.build())
    spelling = index.file(index.start["spelling"])
    assert sorted(spelling["words"]) == sorted(index.words(0))
    assert set(spelling["words"][:2]) == {"looms", "weaving"}
    assert spelling["skills"] == [["Weaving", "skills/weaving/", ["Weaving", "looms"], 2]]


def test_all_that_rows_say_is_found(tmp_path: Path) -> None:
    """Rows and words are files that know nothing of each other: each word of a row leads to it, and no other does."""
    index = Indexed(larger_hub(tmp_path / "hub").build())
    said: defaultdict[str, set[int]] = defaultdict(set)
    columns = (index.column(name) for name in ("title", "summary", "body", "meant"))
    for row, (title, summary, body, meant) in enumerate(zip(*columns, strict=True)):
        called = (name for _, *names in meant for name in names)
        for word in words_of(" · ".join((title, summary, body, *called))):
            said[word].add(row)
    names, texts = index.words(0), index.words(1)
    assert {word: rows_in(names, word) | rows_in(texts, word) for word in {*names, *texts}} == said
    assert not any(rows_in(names, word) & rows_in(texts, word) for word in texts)


def test_words_that_many_texts_say_are_there_once_more(tmp_path: Path) -> None:
    index = Indexed(larger_hub(tmp_path / "hub").build())
    texts = index.words(1)
    often = {word for word in texts if len(rows_in(texts, word)) >= SEVERAL}
    assert {"and", "to"} <= often < set(texts)
    assert index.common == {word: texts[word] for word in often}
    assert index.start["common"]["words"] == sorted(often)


def test_a_word_becomes_common_and_is_so_no_more(tmp_path: Path) -> None:
    """What a browser loads first follows texts, though nothing else of it changes."""
    hub = larger_hub(tmp_path / "hub")
    before = Indexed(hub.build()).common
    entries = [*hub.root.glob("content/members/*.md"), *hub.root.glob("content/resources/*.md")]
    paths = sorted(path.relative_to(hub.root).as_posix() for path in entries)[:SEVERAL]
    texts = {path: hub.read(path) for path in paths}
    for path, text in texts.items():
        hub.edit(path, f"{text}\nXylophones.\n")
    index = Indexed(hub.build())
    assert len(rows_in(index.common, "xylophones")) == SEVERAL == len(texts)
    assert "xylophones" in index.start["common"]["words"]
    path, text = next(iter(texts.items()))
    index = Indexed(hub.edit(path, text).build())
    assert "xylophones" not in index.start["common"]["words"]
    assert index.common.keys() == before.keys()


def rows_in(words: Weighed, word: str) -> set[int]:
    return {row for rows in words.get(word, {}).values() for row in rows}


def test_who_is_not_listed_is_in_no_file(hub: Hub) -> None:
    plain = b"".join(index_of(hub.build()).values()).lower()
    assert b"lovelace" in plain
    for word in (b"zzunlisted", b"zzhidden", b"zzdraft"):
        assert word not in plain


@pytest.mark.parametrize("words", [*WORDS, COMMON, CHOICES])
def test_a_drawer_weighs_the_same_in_a_larger_hub(words: Words) -> None:
    counts = [words.drawers(rows) for rows in range(0, 200_000, 111)]
    assert counts == sorted(counts)
    assert counts[0] == FEWEST
    assert all(count & (count - 1) == 0 for count in counts)
    assert words.share * counts[-1] >= 199_911 >= words.share * counts[-1] / 2


def test_words_that_begin_alike_lie_together_and_others_apart() -> None:
    assert NAMES.drawer_of("story", 64) == NAMES.drawer_of("stamps", 64)
    assert TEXTS.drawer_of("story", 64) != TEXTS.drawer_of("stamps", 64)
    assert TEXTS.drawer_of("story", 64) == TEXTS.drawer_of("stone", 64)
    letters = "abcdefghijklmnopqrstuvwxyz"
    filled = {NAMES.drawer_of(one + other, 64) for one in letters for other in letters}
    assert len(filled) == 64


def test_choices_that_begin_alike_lie_apart() -> None:
    slugs = ["bread", "bread-baking", "breadth", "book-binding", "book-repair", "books"]
    assert len({CHOICES.drawer_of(f"skill:{slug}", 256) for slug in slugs}) == len(slugs)


def test_an_edit_makes_the_parts_that_it_changes(hub: Hub) -> None:
    hub.build()
    ada = hub.read("content/members/ada.md")
    hub.edit("content/members/ada.md", ada.replace("offers:", "seeks:"))
    faced = hub.build()
    assert words_made(faced) == set()
    assert any("/rows/" in path for path in faced.pages_rendered)
    hub.edit("content/members/ada.md", ada.replace("offers:", "seeks:").replace("lantern", "lamp"))
    reworded = hub.build()
    assert 1 <= len(words_made(reworded)) <= 2
    assert reworded.tree() == hub.clean_copy().build().tree()


@pytest.fixture
def taken_apart(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of rows whose words were found out."""
    found: list[str] = []

    def noted(texts: RowTexts) -> bytes:
        found.append(texts.title)
        return packed_words(texts)

    monkeypatch.setattr(wording, "packed_words", noted)
    return found


def test_words_are_found_out_where_a_row_says_others(hub: Hub, taken_apart: list[str]) -> None:
    """A text, a name that rows take from elsewhere, and a row that moves others."""
    hub.build()
    assert sorted(set(taken_apart)) == ["Ada <b>Lovelace</b>", "The loom", "Weaving"]
    edits = [
        ("members/ada.md", ada_with("lantern", "lamp"), {"Ada <b>Lovelace</b>"}),
        ("skills.yaml", "- name: Weaving\n  aliases: [webs]\n", set(taken_apart)),
        ("members/abe.md", "---\nname: Abe\n---\n", {"Abe"}),
    ]
    for path, text, rows in edits:
        taken_apart.clear()
        build = hub.edit(f"content/{path}", text).build()
        assert set(taken_apart) == rows
        assert build.tree() == hub.clean_copy().build().tree()


def ada_with(old: str, new: str) -> str:
    return site(HUB).read("content/members/ada.md").replace(old, new)


def test_a_language_that_says_the_same_is_taken_apart_once(taken_apart: list[str]) -> None:
    hub = site("-- content/members/ada.yaml --\nname: Ada\nheadline: Weaves\n")
    hub.edit("site.yaml", "title: Test hub\nlanguages: [en, fr]\nsearch: index\n").build()
    assert taken_apart == ["Ada"]


def test_who_comes_and_goes_leaves_nothing_behind(hub: Hub) -> None:
    first = hub.build()
    hub.edit("content/members/eve.md", "---\nname: Eve\n---\nOther words.\n")
    second = hub.build()
    assert "members/eve/" in Indexed(second).column("url")
    assert second.tree() == hub.clean_copy().build().tree()
    hub.delete("content/members/eve.md")
    assert index_of(hub.build()) == index_of(first)


def test_a_skills_other_name_leads_to_whoever_has_it(hub: Hub) -> None:
    hub.build()
    hub.edit("content/skills.yaml", "- name: Weaving\n  aliases: [webbing]\n")
    build = hub.build()
    index = Indexed(build)
    assert index.words(0)["webbing"] == {8: [2], 4: [0, 1]}
    assert index.row("members/ada/")["meant"] == [["weaving", "Weaving", "webbing"]]
    assert build.tree() == hub.clean_copy().build().tree()


def test_an_unchanged_build_makes_nothing(hub: Hub) -> None:
    hub.build()
    assert hub.build().result.skipped


def test_the_index_goes_with_its_engine(hub: Hub) -> None:
    assert index_of(hub.build())
    hub.edit("site.yaml", "title: Test hub\nsearch: minisearch\ndiagnostics: {HG203: off}\n")
    build = hub.build()
    assert set(index_of(build)) == {
        f"search/{name}" for name in ("index.html", *(f"{each}.en.json" for each in MINISEARCH))
    }
    assert not (hub.out / "search/en").exists()


MINISEARCH = ("cards", "documents", "texts")


def test_a_hub_that_lists_nobody_has_an_empty_one() -> None:
    hub = site("-- content/members/lee.yaml --\nname: Lee\nvisibility: unlisted\n")
    build = hub.edit("site.yaml", "title: Test hub\nsearch: index\n").build()
    assert (build.published, build.codes) == (True, [])
    assert Indexed(build).start["count"] == 0
    assert Indexed(build).column("url") == []


def test_only_large_hubs_get_an_index_by_themselves(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.edit("site.yaml", "title: Test hub\ndiagnostics: {HG203: off}\n")
    assert hub.build().has("search/documents.en.json")
    monkeypatch.setattr(engines, "SMALL", 10)
    build = hub.clean_copy().build()
    assert build.has("search/index.en.json")
    assert not build.has("search/documents.en.json")
    assert 'data-engine="index"' in build.html("")
