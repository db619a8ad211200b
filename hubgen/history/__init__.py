"""Earlier versions of a hub, read out of its git repository: no work tree is touched, no hook, filter or transport runs."""

from hubgen.history.blobs import Blobs
from hubgen.history.folders import GitFolder, OverlayFolder
from hubgen.history.git import Git, NoHistory
from hubgen.history.repository import Change, GitFile, Repository
from hubgen.history.themes import own_themes

__all__ = [
    "Blobs",
    "Change",
    "Git",
    "GitFile",
    "GitFolder",
    "NoHistory",
    "OverlayFolder",
    "Repository",
    "own_themes",
]
