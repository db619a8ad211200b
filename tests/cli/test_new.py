"""`hubgen new`: asks or says what is missing, and never overwrites."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.kit import Hub

TOOLS = """\
title: Test
collections:
  tools:
    singular: tool
    label: Tools
    title_field: name
    fields:
      name: {kind: text, required: true}
      cost: {kind: choice, of: [free, paid], required: true}
"""


@pytest.mark.parametrize("name", ["members", "member", "Member"])
def test_the_smallest_file_is_valid_and_found(name: str, hub: Hub, run: Run) -> None:
    made = run("new", "-C", hub.root, name, "--set", "name=Cy Tran")
    assert made.exit_code == 0
    path = hub.root / "content/members/cy-tran.md"
    assert made.stdout.startswith(f"{path} is begun")
    assert "name: Cy Tran" in path.read_text("utf-8")
    assert run("check", "-C", hub.root, "--strict").stdout == "no problems in 4 entries\n"


def test_comments_name_every_other_field_and_change_nothing(hub: Hub, run: Run) -> None:
    words = ("members", "cy", "--set", "name=Cy Tran")
    run("new", "-C", hub.root, *words)
    plain = hub.read("content/members/cy.md")
    hub.delete("content/members/cy.md")
    assert run("new", "-C", hub.root, *words, "--comments").exit_code == 0
    lines = hub.read("content/members/cy.md").splitlines()
    assert any(line.startswith("# headline:") for line in lines)
    assert [line for line in lines if line and line[0] != "#"] == [
        line for line in plain.splitlines() if line[0] != "#"
    ]
    assert run("check", "-C", hub.root, "--strict").exit_code == 0


def test_values_may_hold_anything(hub: Hub, run: Run) -> None:
    odd = 'Ada = "x": #1 \\ {é}'
    made = run("new", "-C", hub.root, "members", "odd", "--set", f"name={odd}")
    assert made.exit_code == 0
    (prepared, report) = hub.prepare()
    assert not report.has_errors
    assert prepared.hub.entries["members/odd"].values["name"] == odd


def test_without_a_terminal_it_says_what_is_missing(hub: Hub, run: Run) -> None:
    missing = run("new", "-C", hub.root, "members")
    assert missing.exit_code == 2
    assert "a new member needs `name`: add --set name=" in missing.stderr
    assert not (hub.root / "content/members").joinpath(".md").exists()


def test_nothing_is_overwritten(hub: Hub, run: Run) -> None:
    refused = run("new", "-C", hub.root, "members", "ada", "--set", "name=Another Ada")
    assert refused.exit_code == 2
    assert "content/members/ada.yaml is there already" in refused.stderr
    assert hub.read("content/members/ada.yaml") == "name: Ada\n"


@pytest.mark.parametrize("slug", ["../../ada", "Ada", "con", "a b", "a/b", "index", "é"])
def test_a_name_that_is_no_slug_is_refused(slug: str, hub: Hub, run: Run) -> None:
    before = sorted(hub.root.rglob("*"))
    assert run("new", "-C", hub.root, "members", slug, "--set", "name=Ada").exit_code == 2
    assert sorted(hub.root.rglob("*")) == before


def test_collections_of_the_hubs_own_are_begun_alike(hub: Hub, run: Run) -> None:
    hub.edit("site.yaml", TOOLS)
    missing = run("new", "-C", hub.root, "tool", "--set", "name=Loom")
    assert missing.exit_code == 2
    assert "--set cost=free" in missing.stderr
    made = run("new", "-C", hub.root, "tool", "--set", "name=Loom", "--set", "cost=paid")
    assert made.exit_code == 0
    assert run("check", "-C", hub.root).exit_code == 0


def test_an_unknown_collection_gets_a_suggestion(hub: Hub, run: Run) -> None:
    wrong = run("new", "-C", hub.root, "membres")
    assert wrong.exit_code == 2
    assert "did you mean 'members'?" in wrong.stderr


@pytest.mark.parametrize("setting", ["name", "=Ada", " =x"])
def test_a_setting_needs_a_key_and_a_value(setting: str, hub: Hub, run: Run) -> None:
    wrong = run("new", "-C", hub.root, "members", "--set", setting)
    assert wrong.exit_code == 2
    assert "write it like --set name=Ada" in wrong.stderr


def test_at_a_terminal_it_asks(hub: Hub) -> None:
    hub.edit("site.yaml", TOOLS)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "hubgen", "-C", str(hub.root), "new", "tool"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as asked:
        os.close(theirs)
        conversation = (("Name", "Loom"), ("free, paid", "dear"), ("one of", "paid"))
        for question, answer in conversation:
            heard = _listen(ours, question)
            assert question in heard
            os.write(ours, f"{answer}\n".encode())
        assert "is begun" in _listen(ours, "is begun")
    os.close(ours)
    assert asked.returncode == 0
    text = Path(hub.root, "content/tools/loom.yaml").read_text("utf-8")
    assert "name: Loom\n" in text
    assert "cost: paid\n" in text


def _listen(terminal: int, words: str) -> str:
    """What is said until these words come, or nothing more does."""
    heard = ""
    while words not in heard and select.select([terminal], [], [], 60)[0]:
        try:
            heard += os.read(terminal, 4096).decode()
        except OSError:
            break
    return heard


def test_answers_come_from_a_file(hub: Hub, run: Run) -> None:
    hub.edit(
        "answers.yaml",
        "name: Cy Tran\nlinks: [github: cy]\nlocation: {city: Hanoi}\ngoals: [a, b: c]\n",
    )
    hub.edit("answers.yaml", 'location: {city: Hanoi}\nname: Cy Tran\ngoals: ["a, b", c]\n')
    made = run(
        "new",
        "-C",
        hub.root,
        "member",
        "--answers",
        hub.root / "answers.yaml",
        "--set",
        "status=away",
    )
    assert made.exit_code == 0
    assert hub.read("content/members/cy-tran.md") == (
        "---\n"
        "# yaml-language-server: $schema=../../.hubgen/schema/members.schema.json\n"
        "name: Cy Tran\n"
        "location: {city: Hanoi}\n"
        "goals: ['a, b', c]\n"
        "status: away\n"
        "---\n"
    )


@pytest.mark.parametrize("text", ["- a\n", "a: [", "", None])
def test_a_file_without_answers_is_told(text: str | None, hub: Hub, run: Run) -> None:
    if text is not None:
        hub.edit("answers.yaml", text)
    refused = run("new", "-C", hub.root, "member", "--answers", hub.root / "answers.yaml")
    assert refused.exit_code == 2
    assert "answers.yaml" in refused.stderr
