"""What a bug in hubgen looks like to the person who met it: an apology, and a report that is ready to paste."""

import platform
import shlex
import sys
import tempfile
import traceback
from importlib import metadata
from pathlib import Path

from hubgen import __version__

PARTS = ("click", "jinja2", "markdown-it-py", "msgspec", "pillow", "pyyaml")
"""Libraries whose version can matter."""


def report_bug(problem: Exception, arguments: list[str]) -> str:
    """Write the report into a file of its own, and say where it is; without a place for it, the report itself."""
    report = bug_report(problem, arguments)
    introduction = (
        "hubgen: this is a bug in hubgen and none in your hub; please report it\n"
        f"  {type(problem).__name__}: {_first_line(problem)}"
    )
    try:
        place = _write(report)
    except OSError:
        return f"{introduction}\n\n{report}"
    return f"{introduction}\n  what to paste into the report is in {place}"


def bug_report(problem: Exception, arguments: list[str]) -> str:
    """Versions, the command and the traceback."""
    trace = "".join(traceback.format_exception(problem)).rstrip()
    return (
        f"hubgen {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{', '.join(_versions())}\n\n"
        f"command: {shlex.join(['hubgen', *arguments])}\n"
        f"encoding: {sys.getfilesystemencoding()}\n\n"
        f"{trace}\n"
    )


def _first_line(problem: Exception) -> str:
    lines = str(problem).strip().splitlines()
    return lines[0] if lines else "(without a message)"


def _versions() -> list[str]:
    found = []
    for name in PARTS:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} missing")
    return found


def _write(report: str) -> Path:
    with tempfile.NamedTemporaryFile(
        "w",
        prefix="hubgen-bug-",
        suffix=".txt",
        delete=False,
        encoding="utf-8",
        errors="backslashreplace",
    ) as file:
        file.write(report)
    return Path(file.name)
