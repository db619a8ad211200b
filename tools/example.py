"""The example hub, built for a fixed day into a folder of its own, to be looked at or measured."""

import os
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

from tests.kit.hub import TODAY

CHECKOUT = Path(__file__).resolve().parent.parent


def build_example(site: Path) -> None:
    """The site as it is on the tests' day: on another one other events are over, and pictures could not be compared."""
    command = [sys.executable, "-m", "hubgen", "-C", str(CHECKOUT), "--quiet", "build"]
    midnight = datetime.combine(TODAY, time(), UTC)
    subprocess.run(
        [*command, "--out", str(site), "--base-url", "https://hub.example/"],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))},
        check=True,
    )
