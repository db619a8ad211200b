"""Thirty pull requests, and what `check` and `review` say of each: the expected words stand in `pulls/`."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from hubgen.cli.group import hubgen
from hubgen.review.rendering.html import STYLE
from tests.kit import Hub, site
from tests.kit.hub import files_below
from tests.kit.themes import themes_read_once
from tests.kit.versions import git, versioned
from tests.review.pulls import AUTHOR, BASE, PULLS, with_pulls

SNAPSHOTS = Path(__file__).parent / "pulls"
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
DAY = ("--today", "2026-11-17")


@pytest.fixture(scope="module")
def hub() -> Hub:
    return with_pulls(versioned(site(BASE)))


@pytest.fixture(autouse=True)
def quickly() -> Iterator[None]:
    with themes_read_once():
        yield


def said(hub: Hub, *words: str) -> tuple[int, str]:
    """The exit code, and what was said; names of commits, which depend on git's version, are left out."""
    done = CliRunner().invoke(hubgen, [words[0], "-C", str(hub.root), *words[1:], *DAY])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.stderr == ""
    return done.exit_code, re.sub(r"\b[0-9a-f]{10,40}\b", "COMMIT", done.stdout)


def checked(hub: Hub, name: str, form: str) -> tuple[int, str]:
    git(hub.root, "checkout", "-q", "-f", name)
    try:
        return said(hub, "check", "--changed-since", "main", "--format", form)
    finally:
        git(hub.root, "checkout", "-q", "-f", "main")


def reviewed(hub: Hub, name: str, form: str = "markdown") -> tuple[int, str]:
    return said(hub, "review", "main", name, "--author", AUTHOR, "--format", form)


def test_there_are_thirty() -> None:
    assert len(PULLS) == 30
    assert {path.stem for path in SNAPSHOTS.glob("*.md")} == PULLS.keys()


@pytest.mark.parametrize("name", PULLS)
def test_what_is_said_of_it(name: str, hub: Hub, pytestconfig: pytest.Config) -> None:
    parts = (
        ("hubgen check --changed-since main", checked(hub, name, "text")),
        ("hubgen check --changed-since main --format github", checked(hub, name, "github")),
        (f"hubgen review main {name} --author {AUTHOR}", reviewed(hub, name)),
    )
    found = "\n".join(f"$ {words} # {code}\n{text}" for words, (code, text) in parts)
    expected = SNAPSHOTS / f"{name}.md"
    if pytestconfig.getoption("--update-snapshots"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("name", PULLS)
def test_nothing_in_a_report_acts(name: str, hub: Hub) -> None:
    for form in ("markdown", "json", "html"):
        _, report = reviewed(hub, name, form)
        assert not BIDI & set(report)
        assert not [letter for letter in report if ord(letter) < 32 and letter != "\n"]
        assert "##[" not in report
        assert not re.search(r"^\s*::", report, re.MULTILINE)
        if form == "markdown":
            bare = re.sub(r"`[^`\n]*`", "", report)
            assert not set(bare) & set("`<@[\\"), bare
            assert not re.search(r"://|javascript|alert|www\.|#\d", bare)
        if form == "html":
            report = report.replace(STYLE, "").replace("<style></style>", "")
            assert not re.search(
                r"<(?!/?(html|head|body|main|meta|title|h\d|p|ul|li|code|table|thead|tbody|tr|th|td|!DOCTYPE)\b)",
                report,
            )
            assert "href" not in re.sub(r"<code>[^<]*</code>", "", report)


@pytest.mark.parametrize("command", ["check", "review"])
def test_the_hostile_one_leaves_no_trace(
    command: str, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap, nowhere = tmp_path / "trap", tmp_path / "temporary"
    nowhere.mkdir()
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\ncat\n", "utf-8")
    script.chmod(0o755)
    git(hub.root, "checkout", "-q", "-f", "everything-hostile")
    for setting in ("core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command"):
        git(hub.root, "config", setting, str(script))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (hub.root / ".git/hooks").mkdir(exist_ok=True)
        (hub.root / ".git/hooks" / hook).write_bytes(script.read_bytes())
        (hub.root / ".git/hooks" / hook).chmod(0o755)
    monkeypatch.setattr("tempfile.tempdir", str(nowhere))
    before = files_below(hub.root)
    try:
        if command == "check":
            said(hub, "check", "--changed-since", "main")
        else:
            reviewed(hub, "everything-hostile")
    finally:
        (hub.root / ".git/config").write_text("[core]\n\tbare = false\n", "utf-8")
    assert {**files_below(hub.root), ".git/config": b""} == {**before, ".git/config": b""}
    assert not trap.exists()
    assert list(nowhere.iterdir()) == []


def test_a_tree_that_no_checkout_would_make_is_named_and_not_followed(hub: Hub) -> None:
    blob = git(hub.root, "hash-object", "-w", "--stdin", given=b"name: Mallory\n")
    inner = git(hub.root, "mktree", given=f"100644 blob {blob}\tm.yaml\n".encode())
    old = git(hub.root, "ls-tree", "main:content/members").encode()
    members = git(hub.root, "mktree", given=old + f"\n040000 tree {inner}\t..\n".encode())
    rest = [
        line.rpartition("\t")[0].rpartition(" ")[0] + f" {members}\tmembers"
        if line.endswith("\tmembers")
        else line
        for line in git(hub.root, "ls-tree", "main:content").splitlines()
    ]
    content = git(hub.root, "mktree", given="\n".join([*rest, ""]).encode())
    top = [
        line.rpartition("\t")[0].rpartition(" ")[0] + f" {content}\tcontent"
        if line.endswith("\tcontent")
        else line
        for line in git(hub.root, "ls-tree", "main").splitlines()
    ]
    tree = git(
        hub.root,
        "mktree",
        given="\n".join([*top, f"160000 commit {'1' * 40}\tcontent-too", ""]).encode(),
    )
    commit = git(hub.root, "commit-tree", tree, "-p", "main", "-m", "odd")
    code, report = reviewed(hub, commit)
    assert code == 1
    assert "🔴 `content/members/../m.yaml`: a name that some computers read another way" in report
    assert "🔴 `content-too`: another repository" in report
    assert "Mallory" not in report
