"""Starts builds in processes of their own, in whatever surroundings a test wants them."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.kit.hub import Hub

CHECKOUT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Outcome:
    """How a process that built ended."""

    status: int
    """As the system says it: negative for a process that was killed."""
    published: bool
    codes: tuple[str, ...]
    errors: str


@dataclass(frozen=True)
class Touched:
    """One thing that a build did to the world outside its own memory."""

    event: str
    """The name that Python's audit hooks give it: `open`, `os.rename`, `socket.connect`."""
    is_write: bool
    what: str
    second: str


def build_in_process(
    hub: Hub,
    *options: str,
    out: Path | None = None,
    environment: dict[str, str] | None = None,
    **more: Any,
) -> Outcome:
    """Run the driver (see `tests.kit.driver`) on the hub; `more` goes to the operating system."""
    command = [sys.executable, "-m", "tests.kit.driver", str(hub.root), str(out or hub.out)]
    run = subprocess.run(
        [*command, *options],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
        **more,
    )
    said: dict[str, Any] = json.loads(run.stdout) if run.returncode == 0 else {}
    return Outcome(
        run.returncode, said.get("published", False), tuple(said.get("codes", ())), run.stderr
    )


def touched(log: Path) -> list[Touched]:
    """What the driver wrote down."""
    lines = (json.loads(line) for line in log.read_text("utf-8").splitlines())
    return [
        Touched(event, is_write, *(str(each) for each in (*rest, "", "")[:2]))
        for event, is_write, *rest in lines
    ]
