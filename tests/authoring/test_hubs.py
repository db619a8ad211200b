"""A new hub is sound from its first minute, whatever it is called."""

from datetime import date
from pathlib import Path

import pytest

from hubgen.authoring.hubs import FolderNotEmpty, new_hub
from hubgen.config.collections import BUILT_IN
from hubgen.config.loading import load_site
from hubgen.diagnostics import Report
from hubgen.files.reading import HubFolder
from hubgen.kinds import Reader, read_record
from hubgen.model.nodes import Mapping
from hubgen.text.front_matter import split
from hubgen.text.yaml_reader import read_yaml

TODAY = date(2026, 11, 22)


def test_every_collection_has_an_entry_that_is_sound(tmp_path: Path) -> None:
    new_hub(tmp_path, today=TODAY)
    report = Report()
    site = load_site(HubFolder(tmp_path), report)
    for name in BUILT_IN:
        entries = sorted(tmp_path.joinpath("content", name).iterdir())
        assert entries
        for path in entries:
            front = split(path.read_text(encoding="utf-8"))
            assert front is not None
            node = read_yaml(front.yaml, f"{name}/{path.name}", report)
            assert isinstance(node, Mapping)
            fields = {
                key: field for key, field in site.collections[name].fields.items() if not field.body
            }
            read_record(node, fields, Reader(f"{name}/{path.name}", report))
    assert report.diagnostics == ()


@pytest.mark.parametrize(
    "title",
    ["Ours", "yes", "a: b # c", "“Nous” 👋", "<b>", "*x*", "one\ntwo", "{% x %}", "%%TODAY%%", "'"],
)
def test_a_hub_may_be_called_anything(tmp_path: Path, title: str) -> None:
    new_hub(tmp_path / "hub", today=TODAY, title=title)
    report = Report()
    assert load_site(HubFolder(tmp_path / "hub"), report).title == " ".join(title.split())
    assert report.diagnostics == ()


def test_it_says_what_it_wrote_and_writes_the_same_again(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    written = new_hub(one, today=TODAY)
    new_hub(two, today=TODAY)
    assert set(written) == {path for path in one.rglob("*") if path.is_file()}
    for path in written:
        assert path.read_bytes() == two.joinpath(path.relative_to(one)).read_bytes()
        assert b"%%" not in path.read_bytes()


def test_what_hubgen_makes_is_kept_out_of_the_history(tmp_path: Path) -> None:
    new_hub(tmp_path, today=TODAY)
    lines = tmp_path.joinpath(".gitignore").read_text().splitlines()
    assert {"_site/", ".hubgen/"} <= set(lines)
    assert "history" in tmp_path.joinpath("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["notes.txt", ".hidden", "site.yaml"])
def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, there: str) -> None:
    tmp_path.joinpath(there).write_text("mine")
    with pytest.raises(FolderNotEmpty, match=there):
        new_hub(tmp_path, today=TODAY)
    assert [path.name for path in tmp_path.iterdir()] == [there]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    tmp_path.joinpath("hub").write_text("mine")
    with pytest.raises(FolderNotEmpty):
        new_hub(tmp_path / "hub", today=TODAY)


def test_a_fresh_clone_will_do(tmp_path: Path) -> None:
    tmp_path.joinpath(".git").mkdir()
    assert new_hub(tmp_path, today=TODAY)
