"""What is asked of a build, and what it did."""

from pathlib import Path

from msgspec import Struct


class BuildRequest(Struct, frozen=True):
    """What is asked of one build, beside what its workshop says."""

    out: Path
    now_ns: int
    """The moment at which the build began, to tell how far the times of files can be trusted."""
    clean: bool = False
    """Forget earlier builds, and make every file again."""
    strict: bool = False
    """Warnings keep the hub from being published, too."""


class BuildResult(Struct, frozen=True):
    """What a build did."""

    published: bool
    """False when errors kept the site from being written, or a page from being made."""
    rendered: int = 0
    """Pages; files that are no pages are only `written`."""
    unchanged: int = 0
    """Pages that stand as an earlier build left them."""
    written: int = 0
    removed: int = 0
    skipped: bool = False
    """Nothing that the site depends on had changed, so nothing was even looked at."""
    pages: tuple[str, ...] = ()
    """The paths of the rendered ones, sorted."""
    slowest: tuple[tuple[str, int, float], ...] = ()
    """Templates with their number of pages and their seconds, slowest first."""
