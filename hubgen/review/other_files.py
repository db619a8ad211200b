"""Files that a change touches and that are no entries: settings, themes, pictures, workflows, links."""

from dataclasses import dataclass
from typing import Final

from hubgen.config.place import SITE_FILE
from hubgen.files.paths import name_problem, parts_of
from hubgen.files.refusals import Unreadable
from hubgen.history import Change
from hubgen.history.repository import LINK, SUBMODULE
from hubgen.review.versions import Versions
from hubgen.rework import CONTENT, THEMES

WORKFLOWS: Final = (
    ".github/",
    ".gitlab-ci.yml",
    ".gitlab/",
    ".forgejo/",
    ".gitea/",
    ".circleci/",
    ".woodpecker",
)
"""Where hosts look for what they run."""


@dataclass(frozen=True, slots=True)
class OtherFile:
    """One of them."""

    path: str
    kind: str
    """link, submodule, odd name, workflow, settings, theme, static, beside an entry, other"""
    is_gone: bool = False


def other_files(versions: Versions, elsewhere: tuple[str, ...]) -> tuple[OtherFile, ...]:
    """Each that isn't read as an entry in either version, and each that is no ordinary file."""
    read = {*versions.before.prepared.readings.sources, *versions.after.prepared.readings.sources}
    static = f"{versions.before.prepared.site.static}/"
    own = (
        OtherFile(each.path, kind, is_gone=not each.after_mode)
        for each in versions.changes
        if (kind := _kind(each, static)) and not (kind == "beside an entry" and each.path in read)
    )
    others = (OtherFile(path, "workflow" if _is_workflow(path) else "other") for path in elsewhere)
    return (*own, *others)


def _kind(change: Change, static: str) -> str:
    path = change.path
    if change.after_mode == LINK:
        return "link"
    if change.after_mode == SUBMODULE:
        return "submodule"
    if _is_odd(path):
        return "odd name"
    if _is_workflow(path):
        return "workflow"
    for start, kind in ((CONTENT, "beside an entry"), (THEMES, "theme"), (static, "static")):
        if path.startswith(start):
            return kind
    return "settings" if path == SITE_FILE else "other"


def _is_odd(path: str) -> bool:
    """Whether it could mean something else on some computer, or hides what it is."""
    try:
        parts = parts_of(path)
    except Unreadable:
        return True
    return any(name_problem(part) for part in parts)


def _is_workflow(path: str) -> bool:
    return path.startswith(WORKFLOWS) or path.endswith(("action.yml", "action.yaml"))
