"""`hubgen review`: one report of a change, whatever the two versions are."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.running import Run
from tests.kit import Hub, site
from tests.kit.themes import themes_read_once
from tests.kit.versions import branched, committed, git, versioned

HUB = """
-- content/members/ada.yaml --
name: Ada Lovelace
email: ada@mail.example
email_public: true
links: [https://ada.example.org/]
owner: ada-l
-- content/members/bo.yaml --
name: Bo
-- content/skills.yaml --
- name: Python
- name: Weaving
"""


@pytest.fixture(autouse=True)
def quickly() -> Iterator[None]:
    with themes_read_once():
        yield


@pytest.fixture
def hub() -> Hub:
    return branched(versioned(site(HUB)), "change")


@pytest.fixture
def reviewed(run: Run, hub: Hub) -> Any:
    """The report of the branch as it is, as data."""

    def reviewed(*more: object) -> Any:
        done = run("review", "-C", hub.root, "main", "--format", "json", *more)
        document = json.loads(done.stdout)
        assert done.exit_code == (1 if document["light"] == "red" else 0)
        return document

    return reviewed


def test_nothing_changed(hub: Hub, run: Run, reviewed: Any) -> None:
    document = reviewed()
    assert (document["light"], document["reasons"], document["version"]) == ("green", [], 1)
    done = run("review", "-C", hub.root, "main")
    assert "Entries: none touched." in done.stdout


def test_the_work_tree_is_not_looked_at(hub: Hub, reviewed: Any) -> None:
    hub.edit("content/members/cy.yaml", "nme: Cy\n")
    hub.delete("content/members/ada.yaml")
    assert reviewed()["reasons"] == []


def test_a_field_is_told_old_and_new(hub: Hub, reviewed: Any) -> None:
    committed(hub.edit("content/members/bo.yaml", "name: Bo\nseeks: [weaving]\nbio: Hello.\n"))
    (edited,) = reviewed()["changed"]
    assert edited["entry"]["key"] == "members/bo"
    assert [(f["field"], f["old"], f["new"]) for f in edited["fields"]] == [
        ("bio", "", "Hello."),
        ("seeks", "", "weaving"),
    ]


def test_of_a_long_text_the_changed_part_is_told(hub: Hub, reviewed: Any) -> None:
    text = " ".join(f"word{number}" for number in range(400))
    committed(hub.edit("content/members/bo.yaml", f"name: Bo\nbio: {text}\n"))
    git(hub.root, "branch", "-f", "main")
    committed(
        hub.edit("content/members/bo.yaml", f"name: Bo\nbio: {text.replace('word200', 'WORD')}\n")
    )
    ((change,),) = (each["fields"] for each in reviewed()["changed"])
    assert "word200" in change["old"]
    assert "WORD" in change["new"]
    assert len(change["old"]) < 200
    assert change["old"].startswith("…")
    assert change["old"].endswith("…")


def test_the_same_person_again_is_seen(hub: Hub, reviewed: Any) -> None:
    new = "name: A. L.\nemail: Ada@mail.example\nemail_public: true\nlinks: [http://www.ada.example.org]\n"
    committed(hub.edit("content/members/al.yaml", new))
    (alike,) = reviewed()["alike"]
    assert (alike["entry"]["key"], alike["other"]["key"]) == ("members/al", "members/ada")
    assert {sign["reason"] for sign in alike["signs"]} == {
        "the same e-mail address",
        "the same account",
    }


def test_owners_are_asked(hub: Hub, reviewed: Any) -> None:
    committed(hub.edit("content/members/ada.yaml", "name: Ada\nowner: eve\n"))
    assert [each["is_by_other"] for each in reviewed("--author", "@Ada-L")["owned"]] == [False]
    (owned,) = reviewed("--author", "eve")["owned"]
    assert (owned["owner"], owned["what"], owned["is_by_other"]) == ("ada-l", "changed", True)
    assert reviewed("--author", "eve")["light"] == "yellow"
    assert not reviewed()["owned"][0]["is_by_other"]


def test_the_base_decides_about_settings_unless_the_head_is_trusted(
    hub: Hub, reviewed: Any
) -> None:
    hub.edit("site.yaml", "title: Test\ncollections: {members: {fields: {pet: {kind: text}}}}\n")
    committed(hub.edit("content/members/bo.yaml", "name: Bo\npet: Cat\n"))
    distrusted, trusted = reviewed(), reviewed("--trust-head")
    assert [each["code"] for each in distrusted["problems"]] == ["HG301"]
    assert trusted["problems"] == []
    assert [each["fields"][0]["field"] for each in trusted["changed"]] == ["pet"]
    assert [each["kind"] for each in trusted["files"]] == ["settings"]


def test_a_theme_of_the_head_is_read_only_when_trusted(hub: Hub, reviewed: Any) -> None:
    hub.edit("site.yaml", "title: Test\ntheme: own\n")
    hub.edit("themes/own/theme.yaml", "name: own\nextends: commons\n")
    committed(hub.edit("themes/own/templates/pages/home.html", "{{ nobody }}\n"))
    assert reviewed()["problems"] == []
    assert [each["span"]["path"] for each in reviewed("--trust-head")["problems"]] == [
        "themes/own/templates/pages/home.html"
    ]


def test_who_leaves_takes_their_redirect_along(hub: Hub, reviewed: Any) -> None:
    hub.delete("content/members/bo.yaml")
    committed(hub.edit("content/removed.yaml", "- members/bo\n"))
    document = reviewed()
    assert [each["key"] for each in document["removed"]] == ["members/bo"]
    assert document["pages"]["without_redirect"] == []


def test_a_hub_below_the_top_and_files_beside_it(run: Run) -> None:
    outer = site(
        "-- inner/site.yaml --\ntitle: Inner\n-- inner/content/members/ada.yaml --\nname: Ada\n"
    )
    branched(versioned(outer), "change")
    outer.edit("inner/content/members/bo.yaml", "name: Bo\n")
    committed(outer.edit(".github/workflows/evil.yml", "on: push\n"))
    done = run("review", "-C", outer.root / "inner", "main", "--format", "json")
    document = json.loads(done.stdout)
    assert [each["key"] for each in document["added"]] == ["members/bo"]
    assert [(each["path"], each["kind"]) for each in document["files"]] == [
        (".github/workflows/evil.yml", "workflow")
    ]


def test_a_hub_that_begins_or_ends_is_compared_with_nothing(run: Run) -> None:
    hub = site("-- README.md --\nSoon.\n")
    hub.delete("site.yaml")
    branched(versioned(hub), "change")
    hub.edit("site.yaml", "title: New\n")
    committed(hub.edit("content/members/ada.yaml", "name: Ada\n"))
    for names, words in ((("main", "change"), "1 added"), (("change~0", "main"), "none touched")):
        done = run("review", "-C", hub.root, *names, "--trust-head")
        assert done.exit_code in {0, 1}
        assert words in done.stdout


def test_the_page_stands_alone(hub: Hub, run: Run) -> None:
    committed(hub.edit("content/members/bo.yaml", "name: '<b>Bo</b>'\n"))
    page = run("review", "-C", hub.root, "main", "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in page
    assert "&lt;b&gt;Bo&lt;/b&gt;" in page
    assert "<b>" not in page


def test_a_version_that_nobody_knows_is_wrong_usage(hub: Hub, run: Run) -> None:
    for names in (("nowhere",), ("main", "nowhere"), ("main", "--upload-pack=x")):
        assert run("review", "-C", hub.root, *names).exit_code == 2


def test_what_is_never_published_is_not_told(hub: Hub, run: Run) -> None:
    hub.edit("content/members/bo.yaml", "name: Bo\nemail: bo@secret.example\n")
    committed(hub)
    git(hub.root, "branch", "-f", "main")
    hub.edit("content/members/bo.yaml", "name: Bo\nemail: other@secret.example\n")
    committed(hub.edit("content/members/cy.yaml", "name: Cy\nemail:  'Other@secret.example'\n"))
    for form in ("markdown", "json", "html"):
        told = run("review", "-C", hub.root, "main", "--format", form).stdout
        assert "secret.example" not in told
        assert "the same e-mail address" in told


def test_content_behind_a_link_of_the_hub_is_followed_and_no_other(hub: Hub, run: Run) -> None:
    git(hub.root, "mv", "content", "people")
    (hub.root / "content").symlink_to("people")
    committed(hub)
    git(hub.root, "branch", "-f", "main")
    committed(hub.edit("people/members/cy.yaml", "nme: Cy\n"))
    for words in (("review", "main"), ("check", "--changed-since", "main")):
        done = run(words[0], "-C", hub.root, *words[1:])
        assert done.exit_code == 1
        assert "content/members/cy.yaml:1:1" in done.stdout
    (hub.root / "content").unlink()
    (hub.root / "content").symlink_to("/etc")
    committed(hub)
    done = run("review", "-C", hub.root, "main")
    assert done.exit_code == 1
    assert "`content`: a symbolic link" in done.stdout
