"""The hubs that are measured: made up here, or copies of one that somebody else made."""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import yaml

from bench.content import content_of, other_skills, whom_to_edit
from bench.processes import apart, measure
from hubgen.diagnostics import Report
from hubgen.text.json_values import json_value
from hubgen.text.yaml_reader import read_yaml

CHECKOUT: Final = Path(__file__).parent.parent

HUBGEN: Final = (sys.executable, "-m", "hubgen")

THEMES: Final = CHECKOUT / "themes"
THEME: Final = "commons"
"""The theme of a hub that names none."""

_NOT_COPIED: Final = ("_site", ".hubgen", ".git")


@dataclass(frozen=True, slots=True)
class Edited:
    """Which files of a hub people edit while it is measured."""

    writer: str
    """The one with the text, relative to the hub."""
    text_field: str
    """Where in it the text stands; empty for the end of a Markdown file."""
    learner: str
    """The one with the list of skills."""
    skills_field: str
    """What the list is called."""
    others: tuple[str, ...]
    """The skills that are not on it, the best known first."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub that is built again and again, in a folder of its own."""

    folder: Path
    entries: int
    edited: Edited
    translations: tuple[str, ...] = ()
    """Files in other languages than the hub's first, relative to it."""

    @property
    def out(self) -> Path:
        return self.folder / "_site"

    def command(self, *words: str) -> tuple[str, ...]:
        return (*HUBGEN, "-C", str(self.folder), *words)

    @property
    def frame(self) -> Path:
        """The template that all pages have in common: its theme's, or that of the one which this extends."""
        theme = read_settings(self.folder / "site.yaml").get("theme") or THEME
        name = theme if isinstance(theme, str) else theme.get("name", THEME)
        while not (path := self.folder / "themes" / name / "templates" / "base.html").exists():
            name = read_settings(self.folder / "themes" / name / "theme.yaml")["extends"]
        return path


Origin = Callable[[Path], Hub]
"""Puts a hub into a folder that does not exist yet."""


def make_hub(folder: Path, entries: int, seed: int) -> Hub:
    """A synthetic hub with a theme of its own, the one that comes with hubgen."""
    # In a process of its own: the memory of a new process counts from that of the one that starts it.
    size = (str(folder), str(entries), "--seed", str(seed))
    measure((sys.executable, "-m", "bench.corpus", *size), {"PYTHONPATH": str(CHECKOUT)})
    return replace(_made_ready(folder), entries=entries)


def copy_hub(source: Path, folder: Path) -> Hub:
    """A copy of somebody's hub, without what was built of it; the hub itself is only read."""

    def left_out(place: str, names: list[str]) -> set[str]:
        return set(_NOT_COPIED) & set(names) if Path(place) == source else set()

    shutil.copytree(source, folder, ignore=left_out, symlinks=True)
    return _made_ready(folder)


def read_settings(path: Path) -> Mapping[str, Any]:
    """A file of settings, read as hubgen does: `off` is no number and no `false`."""
    node = read_yaml(path.read_text("utf-8-sig"), path.name, Report())
    return {} if node is None else dict(json_value(node))


def change_settings(hub: Hub, more: Mapping[str, Any]) -> None:
    """Put settings into the place of the hub's own ones."""
    path = hub.folder / "site.yaml"
    text = yaml.safe_dump({**read_settings(path), **more}, allow_unicode=True, sort_keys=False)
    path.write_text(text, "utf-8", newline="\n")


def in_one_language(hub: Hub) -> None:
    """Leave out what stands in other languages than the first."""
    for path in hub.translations:
        (hub.folder / path).unlink()
    change_settings(hub, {"languages": [], "translations": {}})


def _made_ready(folder: Path) -> Hub:
    """Give the hub all themes that come with hubgen, and see how large it is and what there is to edit."""
    for theme in sorted(THEMES.iterdir()):
        if not (folder / "themes" / theme.name).exists():
            shutil.copytree(theme, folder / "themes" / theme.name)
    return apart(_looked_at, folder)


def _looked_at(folder: Path) -> Hub:
    content = content_of(folder)
    writer, learner = whom_to_edit(content)
    others = tuple(skill.slug for skill in other_skills(learner, content))
    edited = Edited(writer.path, writer.text_field, learner.path, learner.skills_field, others)
    return Hub(folder, len(content.entries), edited, content.translations)
