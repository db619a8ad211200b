"""A cache that is damaged, foreign or planted changes nothing in the site."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubgen.incremental import cache_file
from hubgen.incremental.manifest import Manifest
from hubgen.incremental.memory import _Saved
from tests.kit import Hub, site
from tests.stages.media.pictures import encoded, two_halves


def hub() -> Hub:
    """One whose build leaves every kind of cache."""
    return site(
        """
        -- site.yaml --
        title: Test hub
        search: index
        -- content/members/ada/index.md --
        ---
        name: Ada
        image: {file: ada.png, alt: x}
        ---
        Words.
        -- content/members/bob.md --
        ---
        name: Bob
        ---
        More words.
        """,
        {"content/members/ada/ada.png": encoded(two_halves(), "PNG")},
    )


def caches(made: Hub) -> list[Path]:
    found = (path for path in made.cache.rglob("*") if path.is_file())
    return sorted(path for path in found if path.name not in {"build.lock", ".gitignore"})


def plant(path: Path, data: bytes) -> None:
    """As hubgen itself would leave it: read-only."""
    path.unlink()
    path.write_bytes(data)
    path.chmod(0o444)


@given(data=st.data())
@settings(max_examples=10)
def test_a_damaged_cache_is_made_anew(data: st.DataObject) -> None:
    made = hub()
    expected = made.build().tree()
    for path in caches(made):
        whole = path.read_bytes()
        match data.draw(st.integers(0, 3)):
            case 0:
                bit = data.draw(st.integers(0, len(whole) * 8 - 1))
                flipped = bytearray(whole)
                flipped[bit // 8] ^= 1 << bit % 8
                plant(path, bytes(flipped))
            case 1:
                plant(path, whole[: data.draw(st.integers(0, len(whole)))])
            case 2:
                plant(path, data.draw(st.binary(max_size=200)))
            case _:
                plant(path, whole + b"more")
    made.edit("content/members/bob.md", "---\nname: Bob\n---\nOther words.\n")
    build = made.build()
    assert build.published
    assert build.tree() == made.clean_copy().build().tree()
    made.edit("content/members/bob.md", "---\nname: Bob\n---\nMore words.\n")
    assert made.build().tree() == expected


def test_a_cache_from_a_pull_request_is_not_believed() -> None:
    """The content of another hub, with true checksums, in files as a checkout makes them."""
    victim, attacker = hub(), hub()
    attacker.edit("content/members/bob.md", "---\nname: Bob\n---\nWORDS OF THE ATTACKER.\n")
    attacker.build()
    honest = hub()
    honest.build()
    forged, true = kept_by(attacker), kept_by(honest)
    for path, (_, record) in forged.records.items():
        forged.records[path] = (true.records[path][0], record)
    cache_file.save(victim.cache / "entries.cache", forged)
    (victim.cache / "entries.cache").chmod(0o644)
    build = victim.build()
    assert build.mentions("ATTACKER") == []
    assert "More words." in build.text("members/bob/")


def kept_by(made: Hub) -> _Saved:
    found = cache_file.load(made.cache / "entries.cache", _Saved)
    assert found is not None
    return found


def test_a_forged_account_hides_no_change() -> None:
    made = hub()
    made.build()
    (account,) = made.cache.glob("build-*.cache")
    known = cache_file.load(account, Manifest)
    assert known is not None
    account.chmod(0o644)
    (made.out / "index.html").write_text("hacked")
    build = made.build()
    assert b"hacked" not in build.tree()["index.html"]


def test_the_cache_of_another_hub_is_of_no_use_and_no_harm() -> None:
    one, other = hub(), hub()
    other.edit("content/members/bob.md", "---\nname: Robert\n---\nMore words.\n")
    one.build()
    shutil.copytree(one.cache, other.cache)
    assert other.build().tree() == other.clean_copy().build().tree()


@pytest.mark.parametrize("shape", ["file", "link", "folders"])
def test_a_cache_folder_that_is_none(shape: str, tmp_path: Path) -> None:
    made = hub()
    expected = made.clean_copy().build().tree()
    if shape == "link":
        made.cache.symlink_to(tmp_path)
    elif shape == "folders":
        for name in ("entries.cache", "images"):
            (made.cache / name / "x").mkdir(parents=True)
    else:
        made.cache.mkdir()
        (made.cache / "images").write_text("x")
    assert made.build().tree() == expected


def test_nothing_in_the_cache_is_a_pickle() -> None:
    made = hub()
    made.build()
    assert caches(made)
    for path in caches(made):
        data = path.read_bytes()
        assert not data.startswith(b"\x80\x04")
        assert not data.startswith(b"\x80\x05")
        assert path.suffix != ".pyc"
        assert not os.access(path, os.X_OK)
