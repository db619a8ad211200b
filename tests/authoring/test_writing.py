"""A new entry never takes the place of anything."""

from pathlib import Path

import pytest

from hubgen.authoring.writing import BadSlug, EntryExists, write_entry
from hubgen.config.collections import built_in
from hubgen.files.reading import HubFolder
from hubgen.files.writing import Unwritable

MEMBERS = built_in()["members"]


def test_an_entry_is_put_into_its_folder(tmp_path: Path) -> None:
    path = write_entry(HubFolder(tmp_path), MEMBERS, "ada", {"name": "Ada"})
    assert path == "content/members/ada.md"
    assert "name: Ada\n" in tmp_path.joinpath(path).read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["ada.md", "ada.yaml", "ada.yml", "ada.json", "ada/index.md"])
def test_nothing_is_overwritten_or_doubled(tmp_path: Path, there: str) -> None:
    old = tmp_path / "content" / "members" / there
    old.parent.mkdir(parents=True)
    old.write_text("old")
    with pytest.raises(EntryExists, match=there):
        write_entry(HubFolder(tmp_path), MEMBERS, "ada", {"name": "Ada"})
    assert old.read_text() == "old"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [old]


def test_a_dangling_link_is_not_followed(tmp_path: Path) -> None:
    members = tmp_path / "content" / "members"
    members.mkdir(parents=True)
    members.joinpath("ada.md").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EntryExists):
        write_entry(HubFolder(tmp_path), MEMBERS, "ada", {"name": "Ada"})
    assert not tmp_path.joinpath("elsewhere").exists()


def test_a_folder_that_leads_out_of_the_hub_is_refused(tmp_path: Path) -> None:
    hub, outside = tmp_path / "hub", tmp_path / "outside"
    hub.joinpath("content").mkdir(parents=True)
    outside.mkdir()
    hub.joinpath("content", "members").symlink_to(outside)
    with pytest.raises(Unwritable):
        write_entry(HubFolder(hub), MEMBERS, "ada", {"name": "Ada"})
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("slug", ["", "../ada", "Ada", "a/b", "con", "index", "a" * 81, "a\0b"])
def test_names_that_are_no_names(tmp_path: Path, slug: str) -> None:
    with pytest.raises(BadSlug):
        write_entry(HubFolder(tmp_path), MEMBERS, slug, {"name": "Ada"})
    assert list(tmp_path.iterdir()) == []
