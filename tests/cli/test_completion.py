"""Completion: the scripts of three shells, and what they complete."""

import os
import subprocess
import sys

import pytest

from tests.cli.running import Run
from tests.kit import Hub

TOOLS = "title: x\ncollections: {tools: {fields: {name: {kind: text, required: true}}, title_field: name}}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(shell: str, run: Run) -> None:
    script = run("completion", shell).stdout
    assert "_HUBGEN_COMPLETE" in script
    assert "hubgen" in script


def completed(hub: Hub, *words: str) -> set[str]:
    """What a shell offers for the last of these words."""
    environment = {
        **os.environ,
        "_HUBGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "hubgen"],
        cwd=hub.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    return {line.partition(",")[2] for line in ran.stdout.splitlines()}


def test_commands_options_and_collections_are_completed(hub: Hub) -> None:
    hub.edit("site.yaml", TOOLS)
    assert completed(hub, "hubgen", "b") == {"build"}
    assert {"--strict", "--stats"} <= completed(hub, "hubgen", "build", "--st")
    assert completed(hub, "hubgen", "new", "to") == {"tools"}
    assert {"members", "mentors"} <= completed(hub, "hubgen", "new", "me")


def test_a_broken_hub_completes_without_a_word(hub: Hub) -> None:
    hub.edit("site.yaml", "title: [\n")
    assert "members" in completed(hub, "hubgen", "new", "mem")
