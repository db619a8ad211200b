"""The edits that are measured: each changes one file, and anew in every round."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bench.cases import CASES, TODAY, edit_skills, edit_template, edit_text, forget_all, welcome
from bench.descriptions import TODAY as DAY
from bench.hubs import Hub, make_hub

Edit = Callable[[Hub, int], None]


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return make_hub(tmp_path / "hub", 20, seed=3)


def contents(hub: Hub) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in hub.folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("edit", [edit_text, edit_skills, edit_template])
def test_an_edit_changes_one_file_in_every_round(edit: Edit, hub: Hub) -> None:
    before = contents(hub)
    seen = set()
    for number in (1, 2, 3):
        edit(hub, number)
        after = contents(hub)
        (path,) = (path for path in after if after[path] != before[path])
        assert after.keys() == before.keys()
        seen.add(path)
        before = after
    assert len(seen) == 1


def test_a_member_offers_a_skill_of_the_hub_more(hub: Hub) -> None:
    before = contents(hub)
    edit_skills(hub, 1)
    (path,) = (path for path, data in contents(hub).items() if data != before[path])
    earlier, now = (
        yaml.safe_load(data.decode().split("---\n")[1])["offers"]
        for data in (before[path], path.read_bytes())
    )
    known = yaml.safe_load((hub.folder / "content/skills.yaml").read_text("utf-8"))
    assert now[:-1] == earlier
    assert now[-1] in known
    assert now[-1] not in earlier


def test_somebody_new_comes_in_every_round(hub: Hub) -> None:
    before = contents(hub)
    for number in (1, 2):
        welcome(hub, number)
        after = contents(hub)
        (path,) = after.keys() - before.keys()
        assert after | before == after
        fields = yaml.safe_load(after[path].decode().split("---\n")[1])
        assert fields["name"] == f"Newcomer {number}"
        before = after


def test_the_template_is_the_one_that_every_page_extends(hub: Hub) -> None:
    edit_template(hub, 7)
    text = (hub.folder / "themes/commons/templates/base.html").read_text("utf-8")
    assert text.count("<!-- edit 7 -->\n</body>") == 1


def test_a_cold_build_finds_nothing_of_an_earlier_one(hub: Hub) -> None:
    before = contents(hub)
    for name in ("_site", ".hubgen"):
        (hub.folder / name / "deep").mkdir(parents=True)
        (hub.folder / name / "deep" / "file").write_text("old")
    forget_all(hub, 1)
    assert contents(hub) == before
    assert not hub.out.exists()


def test_a_round_begins_cold() -> None:
    assert CASES[0].prepare is forget_all


def test_hubs_are_built_on_the_day_on_which_they_live() -> None:
    assert DAY.isoformat() == TODAY
