"""A whole build: what is done again, what is left alone, and what keeps a site from being written."""

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hubgen.building import AlreadyBuilding
from hubgen.building import build as building
from hubgen.building.lock import build_lock
from hubgen.stages.write import OutputRefused
from tests.kit import Hub, site
from tests.kit.hub import SITE

HUB = """
    -- content/members/ada.md --
    ---
    name: Ada
    offers: [python]
    ---
    Words.
    -- content/members/bob.yaml --
    name: Bob
    -- content/resources/book.yaml --
    title: A book
    url: https://example.org/
    type: book
    recommended_by: [bob]
"""


@pytest.fixture
def hub() -> Hub:
    return site(HUB)


def test_the_second_build_does_nothing(hub: Hub) -> None:
    first = hub.build()
    assert first.result.rendered == len(first.pages_rendered) > 5
    second = hub.build()
    assert second.result.skipped
    assert (second.result.rendered, second.result.written, second.result.removed) == (0, 0, 0)
    assert second.tree() == first.tree()


def test_an_edit_renders_what_shows_it_and_nothing_else(hub: Hub) -> None:
    everything = hub.build().pages_rendered
    body = hub.read("content/members/ada.md").replace("Words.", "Other words.")
    changed = hub.edit("content/members/ada.md", body).build().pages_rendered
    assert "members/ada/" in changed
    assert not {"members/bob/", "resources/book/", "resources/", "404.html"} & changed
    assert changed < everything
    renamed = hub.edit("content/members/bob.yaml", "name: Robert\n").build().pages_rendered
    assert {"members/bob/", "resources/book/", "members/"} <= renamed
    assert "members/ada/" not in renamed


def test_a_touched_file_renders_nothing(hub: Hub) -> None:
    hub.build()
    hub.edit("content/members/bob.yaml", hub.read("content/members/bob.yaml"))
    build = hub.build()
    assert not build.result.skipped
    assert build.pages_rendered == set()


def test_a_comment_and_a_reordering_render_nothing(hub: Hub) -> None:
    hub.build()
    hub.edit("content/resources/book.yaml", "# Mine\n" + hub.read("content/resources/book.yaml"))
    assert hub.build().pages_rendered == set()


def test_a_new_title_of_the_site_is_on_every_page(hub: Hub) -> None:
    hub.build()
    hub.edit("site.yaml", SITE.replace("Test hub", "Another hub"))
    build = hub.build()
    pages = {path.removesuffix("index.html") for path in build.tree() if path.endswith(".html")}
    assert pages <= build.pages_rendered


@pytest.mark.parametrize(
    "path, text, seen",
    [
        ("templates/cards/card.html", "<article>CARD {{ view.title }}</article>\n", "CARD Bob"),
        ("templates/pages/message.html", "<main>MESSAGE</main>\n", "MESSAGE"),
        ("i18n/en.yaml", "nav.search: SEEK\n", "SEEK"),
        ("assets/css/extra.css", ".extra-wide { margin: 0; }\n", ".extra-wide"),
    ],
)
def test_an_edit_of_the_theme_alone_is_seen(hub: Hub, path: str, text: str, seen: str) -> None:
    hub.edit("themes/own/theme.yaml", "name: own\nextends: commons\n")
    hub.edit("site.yaml", SITE + "theme: own\n")
    assert hub.build().mentions(seen) == []
    build = hub.edit(f"themes/own/{path}", text).build()
    assert build.mentions(seen)
    assert build.tree() == hub.clean_copy().build().tree()
    assert hub.delete(f"themes/own/{path}").build().mentions(seen) == []


def test_what_was_lost_or_changed_in_the_output_is_made_again(hub: Hub) -> None:
    whole = hub.build().tree()
    (hub.out / "members/ada/index.html").unlink()
    (hub.out / "index.html").write_text("somebody's own words")
    build = hub.build()
    assert build.tree() == whole
    assert build.pages_rendered == {"", "members/ada/"}


def test_errors_leave_the_site_as_it_was(hub: Hub) -> None:
    before = hub.build().tree()
    hub.edit("content/members/bob.yaml", "nam: Bob\n")
    hub.edit("content/members/ada.md", "---\nname: Changed\n---\n")
    build = hub.build()
    assert not build.published
    assert build.tree() == before
    clean = hub.build(clean=True)
    assert not clean.published
    assert clean.tree() == before


def test_warnings_stop_a_strict_build_even_if_nothing_changed(hub: Hub) -> None:
    hub.edit("content/skills.yaml", "- name: Knitting\n")
    assert not hub.build(strict=True).published
    assert hub.build().published
    again = hub.build(strict=True)
    assert not again.published
    assert again.codes == ["HG203"]


def test_what_was_said_is_said_again_when_nothing_changed(hub: Hub) -> None:
    hub.edit("content/skills.yaml", "- name: Knitting\n")
    hub.edit("site.yaml", SITE + "diagnostics: {HG203: hint}\n")
    first, second = hub.build(), hub.build()
    assert second.result.skipped
    assert second.diagnostics == first.diagnostics
    assert [each.severity.value for each in second.diagnostics] == ["hint"]


@pytest.mark.parametrize("change", ["base_url", "drafts", "future", "day before"])
def test_other_options_make_another_site(hub: Hub, change: str) -> None:
    hub.edit("content/members/eve.yaml", "name: Eve\ndraft: true\n")
    hub.edit("content/members/fay.yaml", "name: Fay\npublish_on: 2027-01-01\n")
    hub.edit("content/members/gil.yaml", "name: Gil\npublish_on: 2026-11-10\n")
    first = hub.build()
    every: dict[str, dict[str, Any]] = {
        "base_url": {"base_url": "https://other.example/x/"},
        "drafts": {"drafts": True},
        "future": {"future": True},
        "day before": {"today": date(2026, 11, 9)},
    }
    options = every[change]
    other = hub.build(**options)
    assert not other.result.skipped
    assert other.tree() != first.tree()
    assert other.tree() == hub.clean_copy().build(**options).tree()


def test_static_files_in_a_folder_of_the_hubs_choice_are_watched(hub: Hub) -> None:
    hub.edit("site.yaml", SITE + "static: public\n").edit("public/a.txt", "one")
    assert hub.build().tree()["a.txt"] == b"one"
    assert hub.build().tree()["a.txt"] == b"one"
    assert hub.build().result.skipped
    assert hub.edit("public/a.txt", "two").build().tree()["a.txt"] == b"two"
    assert "a.txt" not in hub.delete("public/a.txt").build().tree()


def test_two_output_folders_have_accounts_of_their_own(hub: Hub, tmp_path: Path) -> None:
    first = hub.build()
    elsewhere = hub.build(out=tmp_path / "other")
    assert elsewhere.tree() == first.tree()
    assert hub.build().result.skipped
    assert hub.build(out=tmp_path / "other").result.skipped


def test_without_a_cache_everything_is_made_and_nothing_is_kept(hub: Hub) -> None:
    build = hub.build(cache=False)
    assert build.published
    assert not hub.cache.exists()
    assert hub.build(cache=False).result.rendered == build.result.rendered


def test_a_page_that_fails_keeps_its_last_good_version() -> None:
    hub = site(HUB).edit("themes/own/theme.yaml", "name: own\nextends: commons\n")
    start, end = (
        '{% extends "base.html" %}\n{% block main %}<h1>{{ view.',
        " }}</h1>{% endblock %}\n",
    )
    page = "themes/own/templates/pages/members/entry.html"
    hub.edit(page, f"{start}title{end}").edit("site.yaml", SITE + "theme: own\n")
    before = hub.build()
    assert before.published
    assert before.text("members/ada/") == "Ada"
    hub.edit(page, f"{start}titel{end}")
    hub.edit("content/resources/book.yaml", "title: New\nurl: https://example.org/\ntype: book\n")
    broken = hub.build()
    assert not broken.published
    assert set(broken.codes) == {"HG511"}
    assert broken.diagnostics[0].span.path.endswith("entry.html")
    assert broken.html("members/ada/") == before.html("members/ada/")
    hub.edit(page, f"{start}slug{end}")
    mended = hub.build()
    assert mended.published
    assert mended.text("members/ada/") == "ada"


def test_a_second_build_waits_and_then_says_why_not(tmp_path: Path) -> None:
    done = threading.Event()

    def hold() -> None:
        with build_lock(tmp_path, 1):
            started.set()
            done.wait(10)

    started = threading.Event()
    other = threading.Thread(target=hold)
    other.start()
    started.wait(10)
    with pytest.raises(AlreadyBuilding, match="another build"), build_lock(tmp_path, 0.05):
        pass
    done.set()
    other.join()
    with build_lock(tmp_path, 0.05):
        assert (tmp_path / "build.lock").exists()


def test_a_hub_that_is_being_built_is_not_built(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "PATIENCE", 0.05)
    with build_lock(hub.cache, 1), pytest.raises(AlreadyBuilding):
        hub.build()
    assert hub.build().published


def test_a_lock_that_a_killed_build_left_holds_nobody_up(hub: Hub) -> None:
    hub.cache.mkdir()
    (hub.cache / "build.lock").write_text("")
    assert hub.build().published


def test_somebody_elses_folder_is_not_filled(hub: Hub) -> None:
    hub.out.mkdir()
    (hub.out / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputRefused):
        hub.build()
    assert [path.name for path in hub.out.iterdir()] == ["thesis.txt"]


def test_an_empty_hub_is_a_site_all_the_same() -> None:
    build = site("").build()
    assert build.codes == ["HG150"]
    assert build.published == ("error" not in {each.severity.value for each in build.diagnostics})
