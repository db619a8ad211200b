"""The workflow that comments on pull requests: whatever the artifact holds, it becomes text in one comment on the right one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workflows.files import read, steps, written_files
from tests.workflows.runner import Runner

GH = """#!/bin/sh
for word in "$@"; do printf '%s\\n' "$word"; done > "$RUNNER_TEMP/call-$(ls "$RUNNER_TEMP" | grep -c call)"
case "$*" in
    *pulls*) printf '%s' "{number}" ;;
    *--paginate*) printf '%s' "{comment}" ;;
    *) cp "$RUNNER_TEMP/comment.md" "$RUNNER_TEMP/sent.md" ;;
esac
"""
"""Stands for the host's program: keeps what it is called with, and answers."""

EVIL = "$(touch pwned)`touch pwned`; touch pwned"

Comment = Callable[..., Runner]


@pytest.fixture
def comment(tmp_path: Path) -> Comment:
    """Runs the workflow's script on a report."""
    (workflow,) = (
        each for each in written_files("github", tmp_path / "hub") if each.name == "report.yml"
    )
    (script,) = (step for step in steps(read(workflow)) if "run" in step)

    def run(report: bytes | Path | None, *, number: str = "7", old: str = "") -> Runner:
        temp = tmp_path / "temp"
        place = temp / "report/report.md"
        place.parent.mkdir(parents=True)
        if isinstance(report, bytes):
            place.write_bytes(report)
        elif report is not None:
            place.symlink_to(report)
        programs = tmp_path / "programs"
        programs.mkdir()
        (programs / "gh").write_text(GH.replace("{number}", number).replace("{comment}", old))
        (programs / "gh").chmod(0o755)
        event = "github.event.workflow_run"
        known = {
            "runner.temp": str(temp),
            f"{event}.head_repository.owner.login": "stranger",
            f"{event}.head_branch": EVIL,
            f"{event}.head_sha": "0123abc",
        }
        runner = Runner(tmp_path, temp, known, programs)
        assert runner.run([{**script, "if": ""}], without=frozenset()) == 0
        return runner

    return run


def calls(runner: Runner) -> list[list[str]]:
    return [path.read_text("utf-8").splitlines() for path in sorted(runner.temp.glob("call-*"))]


def sent(runner: Runner) -> str:
    return (runner.temp / "sent.md").read_text("utf-8")


def test_the_report_becomes_a_comment(comment: Comment) -> None:
    runner = comment(b"## Nothing stands in the way\n")
    assert sent(runner).startswith("<!-- hubgen: report -->\n*Made by a program")
    assert sent(runner).endswith("\n\n## Nothing stands in the way\n")
    found, _, posted = calls(runner)
    assert f"head=stranger:{EVIL}" in found
    assert posted[:4] == ["api", "--silent", "--method", "POST"]
    assert "repos/net/hub/issues/7/comments" in posted


def test_a_second_report_takes_the_place_of_the_first(comment: Comment) -> None:
    *_, patched = calls(comment(b"again\n", old="99"))
    assert patched[3] == "PATCH"
    assert "repos/net/hub/issues/comments/99" in patched


def test_what_a_stranger_wrote_runs_nothing_and_calls_nobody(
    comment: Comment, tmp_path: Path
) -> None:
    runner = comment(f"{EVIL}\n@everybody @net/team\n::error::x\n\xff".encode("latin-1"))
    assert not list(tmp_path.rglob("pwned"))
    assert EVIL in sent(runner)
    assert "@everybody" not in sent(runner)
    assert "@net" not in sent(runner)
    assert "::" not in runner.log


def test_a_report_of_any_size_fits_into_a_comment(comment: Comment) -> None:
    assert len(sent(comment("ü".encode() * 500_000))) < 65_536


def test_a_link_is_no_report(comment: Comment, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the key")
    runner = comment(tmp_path / "secret")
    assert calls(runner) == []


@pytest.mark.parametrize("number", ["", "7; rm -rf", "null"])
def test_no_pull_request_no_comment(number: str, comment: Comment) -> None:
    runner = comment(b"report\n", number=number)
    assert len(calls(runner)) == 1
    assert not (runner.temp / "sent.md").exists()


def test_without_a_report_nothing_is_asked(comment: Comment) -> None:
    assert calls(comment(None)) == []
