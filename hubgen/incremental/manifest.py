"""Remembers what each file of the site was made of, and what the whole build depended on."""

from datetime import date
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field

from hubgen.diagnostics import Diagnostic
from hubgen.incremental import cache_file
from hubgen.incremental.inputs import INPUTS


class Made(Struct, frozen=True):
    """One file of the site, as it was left."""

    view: str
    """Digest of the page's own view, or of the asset."""
    ground: str
    """A key of `Manifest.grounds`; empty for assets."""
    size: int
    mtime_ns: int


class Manifest(Struct):
    """The account of one build into one folder."""

    inputs: str = ""
    """Digest of every input file's stamp and of the options; empty when the build wasn't whole."""
    inputs_in: tuple[str, ...] = INPUTS
    """The hub's files and folders of which that digest was taken."""
    built_on: date = date.min
    due: date | None = None
    """The day from which the same inputs make another site."""
    made: dict[str, Made] = field(default_factory=dict)
    """By output path."""
    grounds: dict[str, dict[str, str]] = field(default_factory=dict)
    """What pages of one kind stand on, part by part: template, theme, words, frame."""
    sight: str = ""
    """The name of what the build saw: see `Sight`."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the build said, to be said again when nothing changed."""

    def holds(self, inputs: str, today: date) -> bool:
        """Whether the same inputs on that day make the same site."""
        return bool(inputs) and self.inputs == inputs and self.is_in_time(today)

    def is_in_time(self, today: date) -> bool:
        """Whether the day alone makes no other site."""
        return self.built_on <= today and (self.due is None or today < self.due)


def manifest_path(cache: Path, out: Path) -> Path:
    """Each output folder has an account of its own."""
    name = blake2b(str(out.resolve()).encode(), digest_size=8).hexdigest()
    return cache / f"build-{name}.cache"


def load_manifest(path: Path) -> Manifest:
    """The account of the last build, or an empty one."""
    return cache_file.load(path, Manifest) or Manifest()


def save_manifest(path: Path, manifest: Manifest) -> None:
    """Keep the account for the next build."""
    cache_file.save(path, manifest)
