"""The action, step by step as a runner takes them, on pull requests of every sort."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.kit import Hub, site
from tests.kit.hub import files_below
from tests.kit.versions import branched, committed, git, versioned
from tests.review.pulls import BASE, PULLS
from tests.workflows.files import ACTION, read
from tests.workflows.runner import Runner

INSTALLED = frozenset({"Install hubgen", read(ACTION)["runs"]["steps"][0]["uses"]})
HUB = """
-- site.yaml --
title: Test hub
base_url: https://hub.example/
-- content/members/ada.yaml --
name: Ada Lovelace
offers: [python]
-- content/members/cy.yaml --
name: Cy Okafor
offers: [pyhton]
-- content/mentors/ada.yaml --
member: ada
topics: [python]
contact: https://ada.example.org/ask
-- content/skills.yaml --
- name: Python
"""

Job = Callable[..., tuple[Runner, int]]


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Runs the action on what is checked out."""

    def run(hub: Hub, inputs: Mapping[str, str]) -> tuple[Runner, int]:
        document = read(ACTION)
        defaults = {name: each["default"] for name, each in document["inputs"].items()}
        events = {"base": "", "author": "", **inputs}
        known = {f"inputs.{name}": value for name, value in {**defaults, **events}.items()}
        runner = Runner(hub.root, tmp_path / "temp", known)
        return runner, runner.run(document["runs"]["steps"], without=INSTALLED)

    return run


def test_a_good_pull_request(job: Job) -> None:
    """Nobody is told of a mistake that somebody else made before."""
    hub = branched(versioned(site(HUB)), "pull")
    committed(hub.edit("content/members/dee.yaml", "name: Dee\noffers: [Python]\n"))
    runner, code = job(hub, {"base": "main"})
    assert (code, "pyhton" in runner.log) == (0, False)
    assert runner.summary == (runner.temp / "hub-report/report.md").read_text("utf-8")
    assert "Dee" in runner.summary
    report = json.loads((runner.temp / "hub-report/report.json").read_text("utf-8"))
    assert report["light"] != "red"
    assert (runner.temp / "hub-site/members/dee/index.html").is_file()
    assert runner.used["Keep the site"]["path"] == str(runner.temp / "hub-site")
    assert runner.used["Keep the report"]["path"] == str(runner.temp / "hub-report")


def test_a_mistake_fails_the_job_after_everything_was_said(job: Job) -> None:
    """Also one elsewhere, and in a hub that is a folder of its repository."""
    hub = site("-- README.md --\nA repository.\n").delete("site.yaml")
    inner = site(HUB)
    for path, data in files_below(inner.root).items():
        hub.edit(f"our hub/{path}", data)
    branched(versioned(hub), "pull")
    committed(hub.delete("our hub/content/members/ada.yaml"))
    runner, code = job(hub, {"base": "main", "hub": "our hub"})
    assert code == 1
    assert "::error file=our hub/content/mentors/ada.yaml,line=1," in runner.log
    assert "mentors/ada" in runner.summary
    assert "::warning title=hubgen::The site could not be built" in runner.log
    assert runner.left_out == ["Follow links", "Keep the site"]


@pytest.mark.parametrize("strict, code", [("false", 0), ("true", 1)])
def test_a_push_is_checked_whole_and_not_reviewed(strict: str, code: int, job: Job) -> None:
    hub = versioned(site(HUB))
    given = {"artifacts": "false", "base-url": "https://pages.example/hub", "strict": strict}
    runner, ended = job(hub, given)
    assert (ended, "pyhton" in runner.log, runner.summary) == (code, True, "")
    assert runner.left_out == ["Follow links", "Review", "Keep the site", "Keep the report"]
    home = (runner.temp / "hub-site/index.html").read_text("utf-8")
    assert "https://pages.example/hub/" in home


def test_links_are_followed_when_somebody_asks_and_of_changed_files_alone(job: Job) -> None:
    """No network is needed for a link that is refused."""
    hub = site(HUB).edit(
        "content/groups/old.yaml", "name: Old\ntype: community\njoin: http://10.0.0.1/old\n"
    )
    branched(versioned(hub), "pull")
    committed(hub.edit("content/members/dee.yaml", "name: Dee\nlinks: [http://10.0.0.1/new]\n"))
    runner, code = job(hub, {"base": "main", "links": "true"})
    assert code == 0
    assert "10.0.0.1/new wasn't followed" in runner.log
    assert "10.0.0.1/old" not in runner.log


def test_the_hostile_one_leaves_no_trace(job: Job) -> None:
    hub = branched(versioned(site(BASE)), "pull")
    PULLS["everything-hostile"](hub)
    committed(hub)
    runner, code = job(hub, {"base": "main", "author": "$(touch pwned) --trust-head"})
    assert code != 0
    assert not (hub.root / "pwned").exists()
    commands = [line for line in runner.log.splitlines() if line.startswith("::")]
    known = {"error", "warning", "notice", "group", "endgroup"}
    assert {line.split("::")[1].partition(" ")[0] for line in commands} <= known
    assert "\x1b" not in runner.log + runner.summary
    assert git(hub.root, "status", "--porcelain") == ""
