"""What `init --host` writes for GitLab and Forgejo, script by script as their runners take them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.kit import Hub
from tests.kit.hub import site
from tests.kit.versions import branched, committed, git, versioned
from tests.workflows.files import read, steps, written_files
from tests.workflows.runner import Runner
from tests.workflows.test_action import HUB

WITHOUT = frozenset({"Install hubgen", "actions/checkout@v4"})


@pytest.fixture(params=["good", "broken"])
def hub(request: pytest.FixtureRequest) -> tuple[Hub, bool]:
    """A hub on the branch of a pull request, and whether that is a good one."""
    is_good = request.param == "good"
    hub = branched(versioned(site(HUB)), "pull")
    text = "name: Dee\n" if is_good else "nmae: Dee\n"
    return committed(hub.edit("content/members/dee.yaml", text)), is_good


def test_gitlab_checks_a_merge_request(hub: tuple[Hub, bool], tmp_path: Path) -> None:
    (path,) = (
        each for each in written_files("gitlab", tmp_path / "files") if each.suffix == ".yml"
    )
    place, is_good = hub
    runner = Runner(place.root, tmp_path / "temp", programs=tmp_path / "temp/hubgen/bin")
    script = "\n".join(read(path)["check"]["script"])
    variables = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git(place.root, "rev-parse", "main")}
    code = runner.run([{"run": script, "env": variables}], without=WITHOUT)
    assert (code == 0) == is_good
    found: list[dict[str, Any]] = json.loads(place.read("report/quality.json"))
    assert [
        each["location"]["path"]
        for each in found
        if each["severity"] in {"major", "critical", "blocker"}
    ] == ([] if is_good else ["content/members/dee.yaml"] * 2)
    assert "<html" in place.read("report/review.html")
    assert (place.root / "report/site/members/dee/index.html").exists() == is_good


def test_forgejo_checks_a_pull_request(hub: tuple[Hub, bool], tmp_path: Path) -> None:
    place, is_good = hub
    known = {"github.event.pull_request.base.sha": "main"}
    runner = Runner(place.root, tmp_path / "temp", known)
    code = runner.run(_without_conditions(tmp_path, "hub.yaml"), without=WITHOUT)
    assert (code == 0) == is_good
    assert ("::error file=content/members/dee.yaml," in runner.log) != is_good
    assert "<html" in place.read("report/review.html")


def test_forgejo_publishes_into_a_branch(tmp_path: Path) -> None:
    hub = versioned(site(HUB))
    bare = tmp_path / "temp/host/net/hub.git"
    bare.mkdir(parents=True)
    git(bare, "init", "-q", "--bare")
    runner = Runner(hub.root, tmp_path / "temp", {"github.token": "s3cret"})
    code = runner.run(_without_conditions(tmp_path, "site.yaml"), without=WITHOUT)
    assert (code, runner.log) == (0, "")
    assert "index.html" in git(bare, "ls-tree", "--name-only", "pages").split()
    assert "s3cret" not in git(hub.root / "_site", "config", "--list", "--local")


def _without_conditions(folder: Path, name: str) -> list[dict[str, Any]]:
    (path,) = (each for each in written_files("forgejo", folder / "files") if each.name == name)
    return [{**step, "if": ""} for step in steps(read(path))]
