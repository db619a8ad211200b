"""Writing whole files: all or nothing, and only when something changed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubgen.files.writing import Unwritable, temporary_path, write_whole


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_and_its_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.html"
    assert write_whole(path, b"hello")
    assert path.read_bytes() == b"hello"
    assert names(path.parent) == ["c.html"]


def test_equal_bytes_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_whole(path, b"hello")
    os.utime(path, ns=(1, 1))
    assert not write_whole(path, b"hello")
    assert path.stat().st_mtime_ns == 1
    assert write_whole(path, b"other")
    assert path.read_bytes() == b"other"


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    for data in (b"new", b"precious"):
        path = tmp_path / f"{data!r}.html"
        path.symlink_to(victim)
        assert write_whole(path, data)
        assert victim.read_bytes() == b"precious"
        assert not path.is_symlink()
        assert path.read_bytes() == data


def test_what_a_killed_run_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    path, victim = tmp_path / "a.html", tmp_path / "victim"
    victim.write_bytes(b"precious")
    temporary_path(path).symlink_to(victim)
    assert write_whole(path, b"hello")
    assert path.read_bytes() == b"hello"
    assert victim.read_bytes() == b"precious"
    assert names(tmp_path) == ["a.html", "victim"]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every write fails after the first byte."""
    real = os.write
    written: list[int] = []

    def write(descriptor: int, data: bytes) -> int:
        if written:
            raise OSError(28, "No space left on device")
        written.append(1)
        return real(descriptor, data[:1])

    monkeypatch.setattr(os, "write", write)
    yield
    assert written


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"old")
    with pytest.raises(Unwritable, match="the disk is full"):
        write_whole(path, b"something new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.html"]


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(Unwritable, match="a folder of that name"):
        write_whole(tmp_path / "a.html", b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unwritable, match="a file stands where a folder is needed"):
        write_whole(tmp_path / "file" / "a.html", b"x")
