"""Many files at once are one change, whoever writes them and however late the system tells."""

import subprocess
import time
from itertools import pairwise
from pathlib import Path

import pytest

from hubgen.preview.snapshot import Snapshot
from hubgen.preview.watching.checkout import Checkout
from hubgen.preview.watching.hints import STORM, Hints
from hubgen.workshop import Workshop
from tests.kit import site
from tests.kit.previews import Preview, previewed

ADA = "content/members/ada.yaml"
HUB = f"""
-- {ADA} --
name: Ada
-- content/members/bo.yaml --
name: Bo
"""
MANY = 1000
PAUSE = 0.02
"""Seconds; a file that is alone for so long is shown."""


@pytest.mark.parametrize("polls", [False, True], ids=["events", "polling"])
def test_a_thousand_files_are_one_change(tmp_path: Path, *, polls: bool) -> None:
    for number in range(MANY):
        (tmp_path / f"m{number}.yaml").write_text(f"name: Member {number}\n", "utf-8")
    hub = site(HUB)
    members = hub.root / "content/members"
    with previewed(hub, polls=polls) as preview:
        subprocess.run(["cp", "-r", f"{tmp_path}/.", members], check=True)
        last = f"members/m{MANY - 1}/"
        preview.wait_until("they are shown", lambda: preview.get(last).status == 200)
        # Pages are given a moment before the change is told.
        preview.wait_until("it is told", lambda: len(told(preview)) == MANY)
        # The first files may be shown before anybody knows how many will follow.
        assert len(preview.caller.changes) <= 2 + pauses(members)


def pauses(folder: Path) -> int:
    """How often whoever wrote these files was held up by other work for so long that it looked as if that was all."""
    times = sorted(path.stat().st_mtime for path in folder.glob("m*.yaml"))
    return sum(later - earlier > PAUSE for earlier, later in pairwise(times))


def told(preview: Preview) -> set[str]:
    """All files of which the preview has said that they changed."""
    return {path for change in preview.caller.changes for path in change.paths}


def test_another_branch_is_one_change() -> None:
    hub = site(HUB)
    git = ["git", "-C", str(hub.root), "-c", "user.name=a", "-c", "user.email=a@b.example"]

    def run(*words: str) -> None:
        subprocess.run([*git, *words], check=True, capture_output=True)

    run("init", "-b", "main")
    run("add", "-A")
    run("commit", "-m", "two")
    run("checkout", "-b", "many")
    for number in range(MANY):
        hub.edit(f"content/members/m{number}.yaml", f"name: Member {number}\n")
    hub.delete(ADA)
    run("add", "-A")
    run("commit", "-m", "many")
    with previewed(hub) as preview:
        assert preview.get("members/m7/").status == 200
        run("checkout", "main")
        preview.wait_until("one is back", lambda: preview.get("members/ada/").status == 200)
        preview.wait_until("all are gone", lambda: preview.get("members/m999/").status == 404)
        preview.wait_until("it is told", lambda: len(told(preview)) == MANY + 1)
        assert len(preview.caller.changes) == 1


def test_a_lock_that_git_left_behind_holds_up_one_change_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubgen.preview.watching.hints.LONGEST", 0.3)
    lock = tmp_path / ".git" / "index.lock"
    lock.parent.mkdir()
    lock.touch()
    hints = Hints(Checkout(tmp_path / "docs" / "hub"))
    assert seconds_to_gather(hints) > 0.3
    assert seconds_to_gather(hints) < 0.25
    lock.unlink()
    lock.with_name("other").touch()
    lock.with_name("other").rename(lock)
    assert seconds_to_gather(hints) > 0.3


def test_a_worktree_knows_the_lock_of_its_own_index(tmp_path: Path) -> None:
    def run(*words: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
        subprocess.run(["git", "-C", str(tmp_path / "main"), *who, *words], check=True)

    (tmp_path / "main").mkdir()
    run("init", "-q")
    run("commit", "-q", "--allow-empty", "-m", "begin")
    run("worktree", "add", "-q", "../other")
    other, main = Checkout(tmp_path / "other"), Checkout(tmp_path / "main")
    assert not other.is_under_way()
    (tmp_path / "main/.git/worktrees/other/index.lock").touch()
    assert other.is_under_way()
    assert not main.is_under_way()


def seconds_to_gather(hints: Hints) -> float:
    """How long one hint waits until it is acted on."""
    hints.hint("a")
    began = time.monotonic()
    assert hints.gather().paths == {"a"}
    return time.monotonic() - began


def test_one_hint_is_taken_at_once_and_a_storm_when_it_is_over() -> None:
    hints = Hints()
    hints.hint("a")
    began = time.monotonic()
    assert hints.gather().paths == {"a"}
    assert time.monotonic() - began < 0.08
    for number in range(STORM + 1):
        hints.hint(f"b{number}")
    began = time.monotonic()
    taken = hints.gather()
    assert len(taken.paths) == STORM + 1
    assert taken.number == STORM + 2
    assert time.monotonic() - began >= 0.1


def test_a_long_reading_does_not_put_off_the_next_look(monkeypatch: pytest.MonkeyPatch) -> None:
    with previewed(site(HUB), polls=True) as preview:
        read = preview.session._readings.read

        def slowly(shop: Workshop, changed: tuple[str, ...], before: Snapshot) -> Snapshot:
            time.sleep(2)
            return read(shop, changed, before)

        monkeypatch.setattr(preview.session._readings, "read", slowly)
        for name in ("cyd", "dan"):
            preview.hub.edit(f"content/members/{name}.yaml", "name: Somebody\n")
            began = time.monotonic()
            preview.wait_for_change(preview.revision)
            assert time.monotonic() - began < 10
