"""Which paths are paths of a hub: relative, with `/`, and the same on every computer."""

import posixpath

from hubgen.files.refusals import Unreadable, outside, shown

OPEN_TOPS = frozenset({"content", "static", "themes"})
"""Top folders that may be links themselves, as long as they lead to a folder of the same hub."""

_TEMPORARY_STARTS = (".", "~$")
_TEMPORARY_ENDS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig")
_TEMPORARY_NAMES = frozenset({"4913", "Thumbs.db", "desktop.ini", "__pycache__"})


def parts_of(path: str) -> tuple[str, ...]:
    """The names in a hub-relative path; raises Unreadable when it isn't one."""
    parts = tuple(path.split("/"))
    if any(part in {"", ".", ".."} for part in parts):
        raise outside(path)
    if "\\" in path or ":" in path or "\0" in path:
        raise outside(path)
    return parts


def name_problem(name: str) -> str | None:
    """Why a file may not be called so, or None when every computer can hold it."""
    if name.isascii() and name.isprintable() and "\\" not in name and ":" not in name:
        return None
    if "\\" in name or ":" in name:
        return "a file name can't hold \\ or : on every computer"
    if not name.isprintable():
        return f"the file name '{shown(name)}' holds characters that nobody can see or type"
    return None


def is_passing(name: str) -> bool:
    """Whether a file is none of the hub's: hidden, an editor's temporary file, the system's own."""
    return (
        name.startswith(_TEMPORARY_STARTS)
        or name.endswith(_TEMPORARY_ENDS)
        or name in _TEMPORARY_NAMES
        or (name[0] == name[-1] == "#")
    )


def resolved(folder: str, target: str) -> str | None:
    """The hub-relative path that `target` names, seen from a folder of the hub; None when it leaves the hub."""
    if "\\" in target or ":" in target or "\0" in target or target.startswith("//"):
        return None
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    path = posixpath.normpath(joined)
    try:
        return "/".join(parts_of(path))
    except Unreadable:
        return None
