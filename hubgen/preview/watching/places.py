"""What is watched: the hub's own files and the themes; never what hubgen makes, nor what editors leave behind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hubgen.files.opening import top_folder
from hubgen.files.paths import is_passing
from hubgen.files.refusals import Unreadable

NEVER = frozenset({"node_modules", "CVS"})
"""Folders of other tools, beside those whose names begin with a dot."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder or file that is watched with all that is in it."""

    root: Path
    """Where it really lies."""
    label: str
    """How messages name it: `content`."""


@dataclass(frozen=True, slots=True)
class Places:
    """All that a hub's preview is made from."""

    hub: Path
    tops: tuple[str, ...]
    """Files and folders directly in the hub, such as `site.yaml` and `content`."""
    elsewhere: tuple[Place, ...] = ()
    """Themes that come with hubgen."""

    def there(self) -> Iterator[Place]:
        """The places that can be looked at now; a top folder may be a link to another folder of the hub."""
        for name in self.tops:
            parts = name.split("/")
            try:
                yield Place(top_folder(self.hub, parts[0]).joinpath(*parts[1:]), name)
            except Unreadable:
                continue
        yield from self.elsewhere

    def path_of(self, label: str) -> str:
        """Where the file lies that messages name so, or empty text where nothing of that name is watched."""
        for place in self.there():
            if label == place.label or label.startswith(place.label + "/"):
                return place.root.as_posix() + label[len(place.label) :]
        return ""

    def label_of(self, path: str) -> str:
        """The file as messages name it, or empty text for a path that isn't watched."""
        for place in self.there():
            root = place.root.as_posix()
            if path == root:
                return place.label
            if path.startswith(root + "/") and not _is_left_out(path[len(root) + 1 :].split("/")):
                return f"{place.label}{path[len(root) :]}"
        return ""


def is_left_out(name: str) -> bool:
    """Whether a file or folder of that name is never content, wherever it lies."""
    return name in NEVER or is_passing(name)


def _is_left_out(names: Iterable[str]) -> bool:
    return any(map(is_left_out, names))
