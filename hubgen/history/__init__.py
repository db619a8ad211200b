"""Earlier versions of a hub, read out of its git repository: no work tree is touched, no hook, filter or transport runs."""

from hubgen.history.blobs import Blobs
from hubgen.history.folders import GitFolder, OverlayFolder
from hubgen.history.git import Git, NoHistory
from hubgen.history.repository import Change, GitFile, Repository
from hubgen.history.themes import own_themes
from hubgen.history.top_links import changes_through, files_through, tops_in, tops_on_disk

__all__ = [
    "Blobs",
    "Change",
    "Git",
    "GitFile",
    "GitFolder",
    "NoHistory",
    "OverlayFolder",
    "Repository",
    "changes_through",
    "files_through",
    "own_themes",
    "tops_in",
    "tops_on_disk",
]
