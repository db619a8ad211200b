"""A hub in a git repository: versions that a test makes, with nothing of the computer's own settings in them."""

import os
import subprocess
from pathlib import Path

from tests.kit.hub import Hub

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@hub.example",
    "GIT_AUTHOR_DATE": "2026-11-17T12:00:00Z",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@hub.example",
    "GIT_COMMITTER_DATE": "2026-11-17T12:00:00Z",
}


def git(folder: Path, *words: str, given: bytes = b"") -> str:
    """What git said."""
    command = ["git", "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false", *words]
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, input=given, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode(errors="replace").strip()


def versioned(hub: Hub) -> Hub:
    """The hub, with all that is in it as the first version of the branch `main`."""
    git(hub.root, "init", "-q")
    (hub.root / ".git/info/exclude").write_text("_site/\n.hubgen/\n", "utf-8")
    return committed(hub, "The hub")


def committed(hub: Hub, message: str = "A change") -> Hub:
    """The hub, with all that is in it as the next version."""
    git(hub.root, "add", "-A")
    git(hub.root, "commit", "-q", "--allow-empty", "-m", message)
    return hub


def branched(hub: Hub, name: str, start: str = "main") -> Hub:
    """The hub on a new branch that begins at another."""
    git(hub.root, "checkout", "-q", "-f", "-b", name, start)
    return hub
