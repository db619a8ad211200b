"""Files that are whole or not there, in a folder that is hubgen's own."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from hubgen.files.writing import Unwritable, temporary_path
from hubgen.stages.write import CLAIMS_NAME, OutputFolder, OutputRefused, _name


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    (folder / "content").mkdir(parents=True)
    return folder


def opened(hub: Path, *paths: str, out: Path | None = None) -> OutputFolder:
    folder = OutputFolder(out or hub / "_site", hub)
    folder.open(paths)
    return folder


def files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return {path.relative_to(folder).as_posix() for path in found} - {CLAIMS_NAME}


# ---------------------------------------------------------------- writing


def test_the_same_bytes_are_not_written_again(hub: Path) -> None:
    folder = opened(hub, "a/index.html")
    assert folder.write("a/index.html", b"one")
    before = (hub / "_site/a/index.html").stat()
    assert not folder.write("a/index.html", b"one")
    after = (hub / "_site/a/index.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert folder.write("a/index.html", b"two")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = opened(hub, "a.html")
    folder.write("a.html", b"old")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("hubgen.files.writing.os.write", full)
    with pytest.raises(Unwritable, match="the disk is full"):
        folder.write("a.html", b"new and longer")
    monkeypatch.undo()
    assert (hub / "_site/a.html").read_bytes() == b"old"
    assert files(hub / "_site") == {"a.html"}


def test_a_link_on_the_way_is_not_followed(hub: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = opened(hub, "members/ada/index.html")
    (hub / "_site/members").symlink_to(elsewhere)
    with pytest.raises(Unwritable, match="leads out"):
        folder.write("members/ada/index.html", b"x")
    assert files(elsewhere) == set()


def test_a_link_in_a_files_place_is_replaced_and_not_written_through(
    hub: Path, tmp_path: Path
) -> None:
    target = tmp_path / "precious"
    target.write_text("mine")
    folder = opened(hub, "a.html")
    (hub / "_site/a.html").symlink_to(target)
    folder.write("a.html", b"page")
    assert target.read_text() == "mine"
    assert not (hub / "_site/a.html").is_symlink()


# ---------------------------------------------------------------- pruning


def test_what_nobody_claims_any_more_goes_and_its_folders_with_it(hub: Path) -> None:
    folder = opened(hub, "a/b/index.html", "c.html")
    folder.write("a/b/index.html", b"x")
    folder.write("c.html", b"x")
    assert folder.prune(["c.html"]) == 1
    assert files(hub / "_site") == {"c.html"}
    assert not (hub / "_site/a").exists()


def test_what_others_put_there_stays(hub: Path) -> None:
    folder = opened(hub, "a/index.html")
    folder.write("a/index.html", b"x")
    (hub / "_site/a/theirs.txt").write_text("theirs")
    folder.prune([])
    assert files(hub / "_site") == {"a/theirs.txt"}
    folder.clear()
    assert files(hub / "_site") == {"a/theirs.txt"}


def test_files_that_a_killed_build_was_writing_go(hub: Path) -> None:
    folder = opened(hub, "a/index.html")
    folder.write("a/index.html", b"x")
    temporary_path(hub / "_site/a/index.html").write_text("half")
    # It was killed here; the next one has the same pages.
    opened(hub, "a/index.html").prune(["a/index.html"])
    assert files(hub / "_site") == {"a/index.html"}


def test_after_a_build_that_came_to_its_end_nobody_looks_for_rests(
    hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(hub, "a/index.html", "b.html").prune(["a/index.html", "b.html"])
    looked: list[object] = []
    walk = os.walk

    def noted(*arguments: Any, **named: Any) -> Any:
        looked.append(arguments)
        return walk(*arguments, **named)

    monkeypatch.setattr(os, "walk", noted)
    opened(hub, "a/index.html", "b.html").prune(["a/index.html", "b.html"])
    assert not looked
    opened(hub, "a/index.html").prune(["a/index.html"])
    assert looked


def test_claims_are_made_before_anything_is_written(hub: Path) -> None:
    opened(hub, "a.html").write("a.html", b"x")
    # The first build was killed here; the next one has other pages.
    again = opened(hub, "b.html")
    again.write("b.html", b"x")
    assert again.prune(["b.html"]) == 1
    assert files(hub / "_site") == {"b.html"}


@pytest.mark.parametrize(
    "path", ["../precious", "/precious", "a/../../precious", "..\\precious", "", "."]
)
def test_a_forged_claim_removes_nothing_outside(hub: Path, path: str) -> None:
    (hub / "precious").write_text("mine")
    (hub / "_site").mkdir()
    names = [path, _name(path), 3, None]
    (hub / "_site" / CLAIMS_NAME).write_text(json.dumps({"files": names}))
    folder = opened(hub)
    assert folder.prune([]) == 0
    assert (hub / "precious").read_text() == "mine"


def test_a_claim_through_a_link_removes_nothing(hub: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("mine")
    opened(hub, "a/precious")
    (hub / "_site/a").symlink_to(elsewhere)
    assert opened(hub).prune([]) == 0
    assert (elsewhere / "precious").read_text() == "mine"


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b'{"files": 3}', b"\xff\xfe", b"[" * 100_000, b'{"files": ["\\ud800"]}'],
)
def test_a_damaged_list_of_claims_is_no_crash(hub: Path, text: bytes) -> None:
    (hub / "_site").mkdir()
    (hub / "_site" / CLAIMS_NAME).write_bytes(text)
    opened(hub, "a.html").write("a.html", b"x")
    assert files(hub / "_site") == {"a.html"}


# ---------------------------------------------------------------- which folders are refused


def test_a_folder_that_hubgen_did_not_make_is_refused_and_untouched(hub: Path) -> None:
    (hub / "_site").mkdir()
    (hub / "_site/thesis.txt").write_text("years of work")
    with pytest.raises(OutputRefused, match="didn't make"):
        OutputFolder(hub / "_site", hub)
    assert files(hub / "_site") == {"thesis.txt"}


@pytest.mark.parametrize(
    "out",
    [".", "..", "../..", "content", "content/members", "themes/x", "static", ".git", ".hubgen"],
)
def test_the_hubs_own_folders_are_refused(hub: Path, out: str) -> None:
    with pytest.raises(OutputRefused):
        OutputFolder(hub / out, hub)


def test_a_file_is_refused(hub: Path) -> None:
    (hub / "_site").write_text("x")
    with pytest.raises(OutputRefused, match="is a file"):
        OutputFolder(hub / "_site", hub)


def test_a_link_out_of_the_hub_is_refused(hub: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (hub / "_site").symlink_to(tmp_path / "home")
    with pytest.raises(OutputRefused, match="leads out"):
        OutputFolder(hub / "_site", hub)
    (hub / "_site").unlink()
    (hub / "_site").symlink_to(tmp_path / "nothing yet")
    with pytest.raises(OutputRefused, match="leads out"):
        OutputFolder(hub / "_site", hub)


def test_an_empty_folder_and_a_new_one_are_welcome(hub: Path, tmp_path: Path) -> None:
    (hub / "_site").mkdir()
    opened(hub, "a.html").write("a.html", b"x")
    opened(hub, "a.html", out=tmp_path / "new" / "deep").write("a.html", b"x")
    assert files(tmp_path / "new/deep") == {"a.html"}


def test_a_read_only_folder_is_said_plainly(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = opened(hub, "a.html")

    def refused(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    # Root may write everywhere, so the system's answer is given here.
    monkeypatch.setattr("hubgen.files.writing.os.open", refused)
    with pytest.raises(Unwritable, match="doesn't allow"):
        folder.write("a.html", b"x")


def test_stamps_are_those_of_the_file_itself(hub: Path) -> None:
    folder = opened(hub, "a.html")
    assert folder.stamp("a.html") == (-1, -1)
    folder.write("a.html", b"12345")
    size, moment = folder.stamp("a.html")
    assert size == 5
    os.utime(hub / "_site/a.html", ns=(1, 2))
    assert folder.stamp("a.html") == (5, 2) != (5, moment)
