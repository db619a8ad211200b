"""The edits of the preview's measurement change what they say, in a hub and in its counterpart for Hugo alike."""

from pathlib import Path

import pytest
import yaml

from bench.hubs import make_hub
from bench.peers.hugo import write_hugo_site
from bench.preview import hubgen_stand, hugo_stand
from bench.preview_edits import EDITS, Ground, carry_out
from bench.serving import Page


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ground, Ground]:
    place = tmp_path_factory.mktemp("preview")
    hub = make_hub(place / "hub", 30, 1)
    return hubgen_stand(hub).ground, hugo_stand(hub, place / "hugo", "hugo").ground


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("whose", [0, 1])
def test_each_edit_is_one_file(grounds: tuple[Ground, Ground], whose: int) -> None:
    ground = grounds[whose]
    for edit in EDITS:
        before = contents(ground.root)
        path, text = edit.prepare(ground, 3)
        carry_out(path, text)()
        after = contents(ground.root)
        assert [p for p in {*before, *after} if before.get(p) != after.get(p)] == [path]
        if text is not None and path.suffix == ".md":
            assert yaml.safe_load(text.split("---\n")[1])[ground.name_field]


def test_nothing_is_there_before_its_edit(grounds: tuple[Ground, Ground]) -> None:
    for ground in grounds:
        for edit in EDITS:
            for sign in edit.signs(ground, 8):
                is_gone = edit.gone is not None
                page = Page(200, b"members/zoe-edit-8/" if is_gone else b"nothing of it")
                assert not sign.is_there(page), (edit.label, sign.path)


def test_hugo_gets_every_entry(grounds: tuple[Ground, Ground]) -> None:
    hub, hugo = (ground.root for ground in grounds)
    for folder in ("members", "mentors", "resources", "events", "groups", "news", "pages"):
        written = {path.stem for path in (hugo / "content" / folder).glob("[!_]*.md")}
        assert written == {path.stem for path in (hub / "content" / folder).iterdir()}


def test_a_site_for_hugo_is_the_same_twice(grounds: tuple[Ground, Ground], tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_hugo_site(grounds[0].root, tmp_path / name)
    first, second = (
        {
            path.relative_to(tmp_path / name): data
            for path, data in contents(tmp_path / name).items()
        }
        for name in ("a", "b")
    )
    assert first == second
