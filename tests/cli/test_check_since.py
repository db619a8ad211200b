"""`hubgen check --changed-since`: what a change causes, wherever it shows, and nothing that was there before."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run
from tests.kit import Hub, site
from tests.kit.hub import files_below
from tests.kit.themes import themes_read_once
from tests.kit.versions import branched, committed, git, versioned

HUB = """
-- content/members/ada.yaml --
name: Ada
offers: [weaving]
-- content/members/bo.yaml --
name: Bo
offers: [pyhton]
-- content/events/loom.yaml --
title: Loom night
start: 2027-03-02 18:00
timezone: Europe/Paris
-- content/mentors/ada.yaml --
member: ada
topics: [python]
-- content/skills.yaml --
- name: Python
"""


@pytest.fixture(autouse=True)
def quickly() -> Iterator[None]:
    with themes_read_once():
        yield


@pytest.fixture
def hub() -> Hub:
    return versioned(site(HUB))


@pytest.fixture
def since(run: Run, hub: Hub) -> Any:
    """What is said since a version, as `code path:line`."""

    def since(version: str = "main", *more: object) -> list[str]:
        arguments = ("--changed-since", version, "--format", "json", "--today", "2026-11-17")
        done = run("check", "-C", hub.root, *arguments, *more)
        document = json.loads(done.stdout)
        assert done.exit_code == (1 if document["summary"]["errors"] else 0)
        return [f"{d['code']} {d['path']}:{d['line']}" for d in document["diagnostics"]]

    return since


def test_without_a_change_there_is_nothing_to_say(hub: Hub, since: Any) -> None:
    assert since() == []


def test_old_problems_are_not_of_the_change(hub: Hub, since: Any) -> None:
    hub.edit("content/members/cy.yaml", "nme: Cy\n")
    assert since() == ["HG303 content/members/cy.yaml:1", "HG301 content/members/cy.yaml:1"]


def test_old_problems_stay_old_when_their_lines_move(hub: Hub, since: Any) -> None:
    hub.edit("content/members/bo.yaml", "name: Bo\nheadline: Weaver\noffers: [pyhton]\n")
    assert since() == []


def test_where_the_same_mistake_is_made_again_the_new_line_is_named(hub: Hub, since: Any) -> None:
    new = "name: Bo\nseeks: [pyhton]\nheadline: Weaver\noffers: [pyhton]\n"
    hub.edit("content/members/bo.yaml", new)
    assert since() == ["HG203 content/members/bo.yaml:2"]


def test_what_breaks_elsewhere_is_of_the_change(hub: Hub, since: Any) -> None:
    hub.delete("content/members/ada.yaml")
    codes = ["HG211", "HG201"]
    assert since() == [f"{code} content/mentors/ada.yaml:1" for code in codes]
    assert since("main", hub.root / "content/members") == []


def test_a_file_that_only_has_another_name_keeps_its_problems(hub: Hub, since: Any) -> None:
    hub.rename("content/members/bo.yaml", "content/members/bob.yaml")
    git(hub.root, "add", "-A")
    assert since() == []
    committed(branched(hub, "renamed"))
    assert since() == []


def test_what_went_on_meanwhile_is_of_nobody(hub: Hub, since: Any) -> None:
    branched(hub, "change")
    committed(hub.edit("content/members/cy.yaml", "name: Cy\noffers: [spining]\n"))
    git(hub.root, "checkout", "-q", "main")
    committed(hub.edit("content/members/bo.yaml", "name: Bo\n"))
    git(hub.root, "checkout", "-q", "change")
    assert since("main") == ["HG203 content/members/cy.yaml:2"]


@pytest.mark.parametrize(
    "path, content, expected",
    [
        ("site.yaml", "titel: Test\n", ["HG303 site.yaml:1", "HG301 site.yaml:1"]),
        ("README.md", "Nothing of the hub's.\n", []),
        ("themes/own/theme.yaml", "name: own\n", []),
    ],
)
def test_settings_count_and_other_files_do_not(
    path: str, content: str, expected: list[str], hub: Hub, since: Any
) -> None:
    hub.edit(path, content)
    assert since() == expected


def test_a_theme_is_compared_with_the_one_that_was_there(hub: Hub, since: Any) -> None:
    hub.edit("site.yaml", "title: Test\ntheme: own\n")
    hub.edit("themes/own/theme.yaml", "name: own\nextends: commons\n")
    hub.edit("themes/own/templates/pages/entry.html", "{{ nobody }}\n")
    committed(hub)
    old = since("HEAD~1")
    assert old
    assert since("HEAD") == []
    hub.edit("themes/own/templates/pages/home.html", "{{ nobody_else }}\n")
    (new,) = since("HEAD")
    assert new.endswith("themes/own/templates/pages/home.html:1")


def test_links_of_earlier_versions_lead_nowhere(hub: Hub, since: Any, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("name: Secret\n", "utf-8")
    (hub.root / "content/members/eve.yaml").symlink_to(secret)
    assert since() == ["HG102 content/members/eve.yaml:1"]
    committed(hub)
    assert since("HEAD") == []
    (hub.root / "content/members/eve.yaml").unlink()
    assert since("HEAD") == []


def test_a_hub_below_the_top_is_compared_alone(run: Run) -> None:
    outer = site(
        "-- inner/site.yaml --\ntitle: Inner\n-- inner/content/members/ada.yaml --\nname: Ada\n"
    )
    versioned(outer)
    outer.edit("content/members/bo.yaml", "nme: Bo\n")
    outer.edit("inner/content/members/cy.yaml", "nme: Cy\n")
    done = run("check", "-C", outer.root / "inner", "--changed-since", "main", "--format", "github")
    lines = [line for line in done.stdout.splitlines() if line.startswith("::error")]
    assert len(lines) == 2
    assert all("file=inner/content/members/cy.yaml," in line for line in lines)


def test_nothing_is_written(hub: Hub, since: Any) -> None:
    hub.edit("content/members/cy.yaml", "nme: Cy\n")
    before = files_below(hub.root)
    since()
    assert files_below(hub.root) == before


@pytest.mark.parametrize("version", ["nowhere", "--help", "--output=x", "", "HEAD~9"])
def test_a_version_that_nobody_knows_is_wrong_usage(version: str, hub: Hub, run: Run) -> None:
    done = run("check", "-C", hub.root, f"--changed-since={version}")
    assert done.exit_code == 2
    assert "git knows no version" in done.stderr


def test_without_a_repository_there_is_nothing_to_compare_with(run: Run) -> None:
    unversioned = site(HUB)
    done = run("check", "-C", unversioned.root, "--changed-since", "main")
    assert done.exit_code == 2
    assert "git repository" in done.stderr
