"""The search index of a large hub: made once for the same words, whole, with nobody in it who isn't listed."""

import gzip
import json
import re
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from hubgen.model.options import BuildOptions
from hubgen.model.search import SearchIndex, SearchRecord
from hubgen.pipeline import prepare
from hubgen.stages.index import program
from hubgen.stages.index.pages import pages_of
from hubgen.stages.index.program import Program
from hubgen.stages.plan import search_engines
from tests.kit import TODAY, Build, Hub, site

INDEX = "search/pagefind/"
ROWS = "search/rows/"
HUB = """
-- site.yaml --
title: Test hub
languages: [en, fr]
search: pagefind
diagnostics: {HG203: off}
-- content/skills.yaml --
- name: Weaving
  aliases: [looms]
-- content/members/ada.md --
---
name: Ada <b>Lovelace</b>
headline: Weaves & writes
offers: [weaving]
---
A lantern in Łódź.
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
OTHER = "---\nname: Eve\n---\nOther words.\n"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each run of Pagefind is noted."""
    seen: list[Path] = []
    real = Program.run

    def run(self: Program, folder: Path, out: Path) -> None:
        seen.append(folder)
        real(self, folder, out)

    monkeypatch.setattr(Program, "run", run)
    return seen


def index_of(build: Build) -> dict[str, bytes]:
    """The files of the index."""
    return {path: data for path, data in build.files.items() if path.startswith(INDEX)}


def rows(build: Build) -> dict[str, dict[str, Any]]:
    """What results of the index look like, by address."""
    found = [data for path, data in build.files.items() if path.startswith(ROWS)]
    return {row["url"]: row for row in map(json.loads, found)}


def test_every_listed_page_is_in_it() -> None:
    known = rows(site(HUB).build())
    assert sorted(known) == [
        *("fr/members/ada/", "fr/skills/weaving/", "members/ada/", "skills/weaving/")
    ]
    ada = known["members/ada/"]
    assert ada["title"] == "Ada <b>Lovelace</b>"
    assert ada["skills"] == [["weaving", "Weaving", "looms"]]
    assert ada["summary"] == "Weaves & writes"
    assert "A lantern in Łódź." in ada["body"]
    assert known["fr/members/ada/"]["collection"] == ["members", "Membres"]
    assert known["fr/members/ada/"]["lang"] == "en"


def test_a_row_has_what_its_card_shows() -> None:
    known = rows(site(HUB).build())
    ada = known["members/ada/"]["card"]
    assert ada["avatar"][0][0] == "A"
    assert ada["skills"] == [["weaving", "Weaving"]]
    assert ada["chips"] == [[1]]
    assert known["skills/weaving/"]["card"]["facts"]["values"] == [["Also called", "looms"]]


def test_a_new_face_needs_no_new_index(runs: list[Path]) -> None:
    hub = site(HUB)
    first = hub.build()
    ada = hub.read("content/members/ada.md")
    hub.edit("content/members/ada.md", ada.replace("offers:", "seeks:"))
    second = hub.build()
    assert len(runs) == 1
    assert index_of(second) == index_of(first)
    assert rows(second)["members/ada/"]["card"]["chips"] == [[2]]


def test_pagefind_reads_each_word_once_where_it_weighs_most() -> None:
    record = SearchRecord(
        "a/",
        "Looms",
        "",
        ("members", "Members"),
        "Old looms, new threads",
        "Threads in Łódź, JavaScript <and> threads. In a “lantern”: in red",
        skills=(("weaving", "Weaving"),),
    )
    other = replace(record, url="b/", title="Red", summary="", body="red lantern", skills=())
    aliases = (("weaving", ("cloth",)),)
    first, second = pages_of(SearchIndex("en", (record, other), aliases))
    assert first[0] == "a/"
    body, title, skills, summary, letters = re.findall(r"<(?:p|h1)[^>]*>(.*?)</", first[1])
    # The commonest first: both pages have a lantern, and red.
    assert body == "lantern red a and in JavaScript Łódź"
    assert (title, skills) == ("Looms", "Weaving, cloth")
    assert summary == "Old looms, new threads"
    assert letters == "lódź,"
    assert "<p>lantern</p>" in second[1]


def test_a_hub_that_lists_nobody_needs_no_index(runs: list[Path]) -> None:
    hub = site("-- content/members/lee.yaml --\nname: Lee\nvisibility: unlisted\n")
    build = hub.edit("site.yaml", "title: Test hub\nsearch: pagefind\n").build()
    assert (build.published, build.codes, len(runs)) == (True, [], 0)


def test_nothing_else_is_published_of_it() -> None:
    names = {path.removeprefix(INDEX).partition("/")[0] for path in index_of(site(HUB).build())}
    plain = {name for name in names if not name.endswith((".pf_meta", ".pagefind"))}
    assert plain == {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "index",
    }


def test_who_is_not_listed_is_in_no_file() -> None:
    build = site(HUB).build()
    told = [data for path, data in build.files.items() if path.startswith("search/")]
    plain = b"".join(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in told)
    assert b"Lovelace" in plain
    assert b"zzunlisted" not in plain.lower()
    assert b"zzhidden" not in plain.lower()
    assert b"zzdraft" not in plain.lower()


def test_facets_name_the_pages_of_the_index() -> None:
    build = site(HUB).build()
    for locale in ("en", "fr"):
        facets = json.loads(build.files[f"search/facets.{locale}.json"])
        there = {path.removeprefix(ROWS).removesuffix(".json") for path in build.files}
        assert len(facets["ids"]) == 2
        assert set(facets["ids"]) <= there
        assert facets["ids"] == sorted(facets["ids"])
        filters = json.loads(build.files["search/" + facets["filters"]["skill"]])
        collections, skills = facets["facets"][0], filters["facet"]
        assert {name for name, _ in collections["values"]} == {"members", "skills"}
        assert skills["rows"] == [[0], [0]]


def test_the_same_words_are_indexed_once(runs: list[Path]) -> None:
    hub = site(HUB)
    first = hub.build()
    assert len(runs) == 1
    assert index_of(hub.build()) == index_of(first)
    hub.edit("content/news/tea.yaml", "title: Tea\ndate: 2026-11-01\nvisibility: unlisted\n")
    assert index_of(hub.build()) == index_of(first)
    assert len(runs) == 1
    hub.edit("content/members/eve.md", OTHER)
    assert "members/eve/" in rows(hub.build())
    assert len(runs) == 2
    hub.delete("content/members/eve.md")
    assert index_of(hub.build()) == index_of(first)


def test_an_unchanged_build_does_not_even_ask(
    runs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = site(HUB)
    hub.build()
    monkeypatch.setattr(program, "_run", lambda *_, **__: pytest.fail("Pagefind was asked"))
    assert hub.build().result.skipped
    assert len(runs) == 1


def test_a_check_does_not_index(runs: list[Path]) -> None:
    hub = site(HUB)
    shop = hub._workshop(BuildOptions(TODAY), jobs=1, cache=hub.cache)
    looking = type(shop)(shop.folder, shop.options, shop.report, cache=shop.cache, keeps=False)
    assert prepare(looking).plan.frames["en"].search_engine == "pagefind"
    assert runs == []


def test_the_same_words_give_the_same_bytes() -> None:
    hub = site(HUB)
    assert index_of(hub.build()) == index_of(hub.clean_copy().build(cache=False))


def test_the_index_goes_with_its_engine() -> None:
    hub = site(HUB)
    assert index_of(hub.build())
    hub.edit("site.yaml", "title: Test hub\nsearch: minisearch\ndiagnostics: {HG203: off}\n")
    build = hub.build()
    assert not index_of(build)
    assert not (hub.out / INDEX).exists()
    assert build.has("search/documents.en.json")


def test_the_policy_allows_what_the_engine_needs() -> None:
    build = site(HUB).build()
    assert "wasm-unsafe-eval" in build.html("members/ada/")
    assert "'wasm-unsafe-eval'" in build.files["_headers"].decode()
    hub = site(HUB).edit("site.yaml", "title: Test hub\ndiagnostics: {HG203: off}\n")
    assert hub.build().mentions("wasm-unsafe-eval") == []


def test_only_large_hubs_get_an_index_by_themselves(
    runs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = site(HUB).edit("site.yaml", "title: Test hub\ndiagnostics: {HG203: off}\n")
    assert hub.build().has("search/documents.en.json")
    assert runs == []
    monkeypatch.setattr(search_engines, "SMALL", 10)
    assert index_of(hub.clean_copy().build())


def _missing(monkeypatch: pytest.MonkeyPatch, _folder: Path) -> None:
    monkeypatch.setattr(program, "program_place", lambda: None)


def _foreign(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A program for another machine."""
    monkeypatch.setattr(program, "program_place", lambda: script(folder, "\x7fnothing\n"))


def _failing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    text = "#!/bin/sh\n[ $1 = --version ] && echo 1 && exit\necho out of memory >&2\nexit 137\n"
    monkeypatch.setattr(program, "program_place", lambda: script(folder, text))


def script(folder: Path, text: str) -> Path:
    """A program of our own."""
    path = folder / "pagefind"
    path.write_text(text, "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize("trouble", [_missing, _foreign, _failing])
def test_without_pagefind_titles_skills_and_headlines_are_found(
    trouble: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert callable(trouble)
    trouble(monkeypatch, tmp_path)
    build = site(HUB).build()
    assert build.published
    assert build.codes == ["HG422"]
    assert not index_of(build)
    documents = json.loads(build.files["search/documents.en.json"])
    assert "Ada <b>Lovelace</b>" in documents["title"]
    assert "Weaves & writes" in documents["summary"]
    assert "texts" not in documents
    assert not build.has("search/texts.en.json")
    assert 'data-engine="minisearch"' in build.html("")


def test_what_a_killed_run_left_is_cleared_away(hub_with_rest: Hub) -> None:
    build = hub_with_rest.build()
    assert index_of(build)
    assert not [path for path in build.files if path.endswith("rest.html")]
    assert not (hub_with_rest.cache / "pagefind").exists()


@pytest.fixture
def hub_with_rest() -> Hub:
    """A hub with half of an index in its cache."""
    hub = site(HUB)
    rest = hub.cache / "pagefind" / "out" / "rest.html"
    rest.parent.mkdir(parents=True)
    rest.write_text("half", "utf-8")
    return hub


def test_a_damaged_index_is_made_again(runs: list[Path]) -> None:
    hub = site(HUB)
    first = hub.build()
    shutil.rmtree(hub.out)
    (kept,) = (hub.cache / "search").iterdir()
    kept.chmod(0o644)
    kept.write_bytes(kept.read_bytes()[:-9] + b"\0" * 9)
    kept.chmod(0o444)
    assert index_of(hub.build()) == index_of(first)
    assert len(runs) == 2
