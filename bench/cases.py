"""What is measured: builds from nothing, builds after nothing or little has changed, and checks."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.aside import put_aside
from bench.processes import measure

CHECKOUT: Final = Path(__file__).parent.parent

TODAY: Final = "2026-12-01"
"""The day on which synthetic hubs live."""

HUBGEN: Final = (sys.executable, "-m", "hubgen")
BUILD: Final = ("build", "--base-url", "https://example.org/", "--today", TODAY)
CHECK: Final = ("check", "--today", TODAY)
SINCE: Final = (*CHECK, "--changed-since", "HEAD")


@dataclass(frozen=True, slots=True)
class Hub:
    """A synthetic hub that is built again and again, in a folder of its own."""

    folder: Path
    entries: int

    @property
    def out(self) -> Path:
        return self.folder / "_site"

    def command(self, *words: str) -> tuple[str, ...]:
        return (*HUBGEN, "-C", str(self.folder), *words)


@dataclass(frozen=True, slots=True)
class Case:
    """One situation in which somebody waits for hubgen."""

    label: str
    prepare: Callable[[Hub, int], None]
    """Brings about the situation, in a way of its own in each round."""
    words: tuple[str, ...]
    """What hubgen is told."""


def make_hub(folder: Path, entries: int, seed: int) -> Hub:
    """A hub with a theme of its own, the one that comes with hubgen."""
    # In a process of its own: the memory of a new process counts from that of the one that starts it.
    size = (str(folder), str(entries), "--seed", str(seed))
    measure((sys.executable, "-m", "bench.corpus", *size), {"PYTHONPATH": str(CHECKOUT)})
    shutil.copytree(CHECKOUT / "themes" / "commons", folder / "themes" / "commons")
    return Hub(folder, entries)


def forget_all(hub: Hub, _number: int) -> None:
    """As after a fresh clone: no output, no cache."""
    for name in ("_site", ".hubgen"):
        put_aside(hub.folder / name)


def nothing(_hub: Hub, _number: int) -> None:
    """All is as the last run left it."""


def edit_text(hub: Hub, number: int) -> None:
    """A member adds a paragraph to their text."""
    member = _members(hub)[0]
    member.write_text(
        f"{member.read_text('utf-8')}\nBy now I have answered {number} letters.\n", "utf-8"
    )


def edit_skills(hub: Hub, number: int) -> None:
    """A member offers one more skill."""
    member = _members(hub)[1]
    text = member.read_text("utf-8")
    offers = re.search(r"^offers: \[(.*)\]$", text, re.MULTILINE)
    if offers is None:
        raise ValueError(f"{member} offers nothing")
    new = [slug for slug in _skills(hub) if slug not in offers[1].split(", ")][20 + number]
    member.write_text(text.replace(offers[0], f"offers: [{offers[1]}, {new}]"), "utf-8")


def edit_template(hub: Hub, number: int, theme: str = "commons") -> None:
    """The frame of every page gets a line more."""
    template = hub.folder / "themes" / theme / "templates" / "base.html"
    text = re.sub(r"<!-- edit \d+ -->\n", "", template.read_text("utf-8"))
    template.write_text(text.replace("</body>", f"<!-- edit {number} -->\n</body>"), "utf-8")


def edit_since_a_version(hub: Hub, number: int) -> None:
    """All is kept in git, then a member adds a paragraph."""
    if not (hub.folder / ".git").exists():
        _git(hub, "init", "-q")
        (hub.folder / ".git" / "info" / "exclude").write_text("_site/\n.hubgen/\n", "utf-8")
    _git(hub, "add", "-A")
    _git(hub, "commit", "-q", "--allow-empty", "-m", f"Round {number}")
    edit_text(hub, number)


def _git(hub: Hub, *words: str) -> None:
    who = ("-c", "user.name=Bench", "-c", "user.email=bench@hub.example")
    subprocess.run(("git", *who, *words), cwd=hub.folder, check=True)


CASES: Final = (
    Case("build, cold", forget_all, BUILD),
    Case("build, nothing changed", nothing, BUILD),
    Case("build, one member's text edited", edit_text, BUILD),
    Case("build, one member offers another skill", edit_skills, BUILD),
    Case("build, the base template edited", edit_template, BUILD),
    Case("check, warm", nothing, CHECK),
    Case("check since a version, one member's text edited", edit_since_a_version, SINCE),
    Case("check, cold", forget_all, CHECK),
)
"""In the order of a round: each finds what the one before it left."""


@dataclass(frozen=True, slots=True)
class Start:
    """A way in which hubgen begins."""

    label: str
    environment: Callable[[Path], Mapping[str, str]]
    """What is added to the environment, given an empty folder."""


STARTS: Final = (
    Start("`hubgen --help`, warm", lambda _empty: {}),
    Start(
        "`hubgen --help`, cold: no bytecode yet, not even Python's own",
        lambda empty: {"PYTHONPYCACHEPREFIX": str(empty)},
    ),
)


def _members(hub: Hub) -> list[Path]:
    return sorted((hub.folder / "content" / "members").glob("*.md"))


def _skills(hub: Hub) -> list[str]:
    """The slugs of the hub's skills, the best known first."""
    text = (hub.folder / "content" / "skills.yaml").read_text("utf-8")
    return re.findall(r"^([a-z0-9-]+):$", text, re.MULTILINE)
