"""What is measured: builds from nothing, builds after nothing or little has changed, and checks."""

import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.aside import put_aside
from bench.content import one_of
from bench.edited_files import fields_in, list_in, with_field, words_in
from bench.hubs import Hub

TODAY: Final = "2026-12-01"
"""The day on which synthetic hubs live."""

BUILD: Final = ("build", "--base-url", "https://example.org/", "--today", TODAY)
CHECK: Final = ("check", "--today", TODAY)
SINCE: Final = (*CHECK, "--changed-since", "HEAD")


@dataclass(frozen=True, slots=True)
class Case:
    """One situation in which somebody waits for hubgen."""

    label: str
    prepare: Callable[[Hub, int], None]
    """Brings about the situation, in a way of its own in each round."""
    words: tuple[str, ...]
    """What hubgen is told."""


def forget_all(hub: Hub, _number: int) -> None:
    """As after a fresh clone: no output, no cache."""
    for name in ("_site", ".hubgen"):
        put_aside(hub.folder / name)


def nothing(_hub: Hub, _number: int) -> None:
    """All is as the last run left it."""


def edit_text(hub: Hub, number: int) -> None:
    """Somebody adds a paragraph to their text."""
    path, name = hub.folder / hub.edited.writer, hub.edited.text_field
    text, more = path.read_bytes().decode(), f"\nBy now I have answered {number} letters.\n"
    whole = with_field(text, name, f"{words_in(text, name)}\n{more}") if name else text + more
    path.write_bytes(whole.encode())


def edit_skills(hub: Hub, number: int) -> None:
    """Somebody offers one more skill."""
    path = hub.folder / hub.edited.learner
    text = path.read_bytes().decode()
    named = list_in(text, hub.edited.skills_field)
    new = one_of([slug for slug in hub.edited.others if slug not in named], number)
    path.write_bytes(with_field(text, hub.edited.skills_field, (*named, new)).encode())


def welcome(hub: Hub, number: int) -> None:
    """Somebody new, who says what somebody else says, under a name of their own."""
    path = hub.folder / hub.edited.learner
    text = path.read_bytes().decode()
    for name in fields_in(text) & {"id", "name", "title"}:
        text = with_field(text, name, f"Newcomer {number}")
    is_index = path.stem == "index"
    own = (path.parent if is_index else path).with_name(f"newcomer-{number}")
    new = own / path.name if is_index else own.with_suffix(path.suffix)
    new.parent.mkdir(exist_ok=True)
    new.write_bytes(text.encode())


def edit_template(hub: Hub, number: int) -> None:
    """The frame of every page gets a line more."""
    text = re.sub(r"<!-- edit \d+ -->\n", "", hub.frame.read_text("utf-8"))
    hub.frame.write_text(text.replace("</body>", f"<!-- edit {number} -->\n</body>"), "utf-8")


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
    Case("build, somebody new", welcome, BUILD),
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
