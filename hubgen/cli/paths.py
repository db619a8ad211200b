"""Files and folders that are named on the command line, as the hub calls them."""

import os
from pathlib import Path

from hubgen.cli.stopping import Misuse


def in_hub(path: Path, hub: Path) -> str:
    """The path as diagnostics write it: relative to the hub; raises Stop for what lies elsewhere."""
    for place, root in ((_written(path), _written(hub)), (path.resolve(), hub.resolve())):
        if place.is_relative_to(root):
            inside = place.relative_to(root).as_posix()
            return "" if inside == "." else inside
    raise Misuse(f"{path} doesn't belong to the hub in {hub.resolve()}")


def _written(path: Path) -> Path:
    """The whole path with its links: a hub's content folder may be one."""
    return Path(os.path.normpath(path.absolute()))


def lies_in(path: str, wanted: tuple[str, ...]) -> bool:
    """Whether the file of the hub is one of these, or lies in one; all of them do in the hub itself."""
    return any(not each or path == each or path.startswith(f"{each}/") for each in wanted)
