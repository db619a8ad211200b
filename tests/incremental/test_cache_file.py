"""Cache files are data with a version and a checksum: whatever else is in their place counts as absent."""

import os
import pickle
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.incremental import cache_file


@dataclass
class Kept:
    words: dict[str, tuple[str, bytes]] = field(default_factory=dict)


VALUE = Kept({"content/members/ada.yaml": ("d1", b"\x00\xff"), "é": ("", b"")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "x.cache"
    assert cache_file.save(place, VALUE)
    return place


def replaced(path: Path, data: bytes) -> Path:
    """Other bytes in a file that looks like hubgen's own."""
    path.unlink(missing_ok=True)
    path.write_bytes(data)
    path.chmod(0o444)
    return path


def test_what_is_kept_comes_back(path: Path) -> None:
    assert cache_file.load(path, Kept) == VALUE


def test_it_can_be_kept_again(path: Path) -> None:
    other = Kept({"x": ("y", b"z")})
    assert cache_file.save(path, other)
    assert cache_file.load(path, Kept) == other


@given(data=st.data())
def test_a_damaged_one_is_ignored(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("cache") / "x.cache"
    cache_file.save(place, VALUE)
    whole = place.read_bytes()
    if data.draw(st.booleans(), label="cut"):
        broken = whole[: data.draw(st.integers(0, len(whole) - 1))]
    else:
        bit = data.draw(st.integers(0, len(whole) * 8 - 1))
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        broken = bytes(flipped)
    assert cache_file.load(replaced(place, broken), Kept) is None


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"{}", pickle.dumps(print), b"hubgen"])
def test_a_foreign_one_is_ignored(path: Path, data: bytes) -> None:
    assert cache_file.load(replaced(path, data), Kept) is None


def test_one_of_another_version_is_ignored(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "__version__", "99.0")
    assert cache_file.load(path, Kept) is None


def test_one_of_another_shape_is_ignored(path: Path) -> None:
    @dataclass
    class Other:
        words: int

    assert cache_file.load(path, Other) is None


def test_one_that_came_with_the_sources_is_ignored(path: Path) -> None:
    # A checkout gives files to their owner to write; what it brings could have been written by anybody.
    for mode in (0o644, 0o755, 0o600, 0o664):
        path.chmod(mode)
        assert cache_file.load(path, Kept) is None
    path.chmod(0o444)
    assert cache_file.load(path, Kept) == VALUE


def test_a_link_a_folder_and_a_pipe_are_ignored(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.cache"
    link.symlink_to(path)
    assert cache_file.load(link, Kept) is None
    assert cache_file.load(tmp_path, Kept) is None
    pipe = tmp_path / "pipe.cache"
    os.mkfifo(pipe, 0o444)
    assert cache_file.load(pipe, Kept) is None, "nor does anybody wait for it"


def test_a_huge_one_is_not_even_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "LARGEST", 10)
    assert cache_file.load(path, Kept) is None


def test_depth_is_no_crash(path: Path) -> None:
    deep = b"\x91" * 100_000 + b"\x00"
    data = cache_file._header() + cache_file._checksum(deep) + deep
    assert cache_file.load(replaced(path, data), Kept) is None


def test_where_nothing_can_be_kept_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert not cache_file.save(tmp_path / "file" / "x.cache", VALUE)
