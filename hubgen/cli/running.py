"""Makes the tools of a run from what was asked on the command line."""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from hubgen.cli.options import Call
from hubgen.cli.progress import Progress
from hubgen.cli.stopping import Misuse
from hubgen.cli.today import today
from hubgen.cli.voice import Voice
from hubgen.config.base_url import read_base_url
from hubgen.config.place import SITE_FILE
from hubgen.diagnostics import Diagnostic, Report
from hubgen.diagnostics.rendering import text
from hubgen.files.reading import HubFolder
from hubgen.model.options import BuildOptions
from hubgen.workshop import Workshop
from hubgen.workshop.excerpts import Excerpts

CACHE: Final = ".hubgen"
OUTPUT: Final = "_site"


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides about the site beside the hub's files, as it came from the command line."""

    base_url: str = ""
    drafts: bool = False
    future: bool = False
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One run's tools, and whoever watches it."""

    shop: Workshop
    progress: Progress

    def diagnostics(self, shown: Iterable[Diagnostic], *, colored: bool) -> str:
        """These diagnostics with their excerpts."""
        return text.render(shown, Excerpts(self.shop.folder).line, colored=colored)


def reading_run(call: Call, asked: Asked) -> Run:
    """A run that writes nothing: what earlier builds remembered is used, and nothing is added."""
    folder = HubFolder(call.hub)
    progress = Progress(call.voice)
    options = _options(asked, folder)
    cache = folder.root / CACHE
    shop = Workshop(folder, options, Report(), cache=cache, keeps=False, watch=progress)
    return Run(shop, progress)


def building_run(call: Call, asked: Asked, jobs: int) -> Run:
    """A run that remembers what it did, where the hub's folder lets it."""
    folder = HubFolder(call.hub)
    progress = Progress(call.voice)
    options = _options(asked, folder)
    cache = cache_of(folder, call.voice)
    shop = Workshop(
        folder,
        options,
        Report(),
        cache=cache,
        jobs=jobs,
        watch=progress,
    )
    return Run(shop, progress)


def preview_workshop(folder: HubFolder, asked: Asked, cache: Path | None, jobs: int) -> Workshop:
    """The tools of one reading for the preview, with the day and the time as they are now."""
    return Workshop(
        folder,
        _options(asked, folder),
        Report(),
        cache=cache,
        indexes=False,
        jobs=jobs,
        started_ns=time.time_ns(),
    )


def output_of(run: Run, out: str) -> Path:
    """The output folder: seen from the hub, unless it is given whole."""
    return Path(os.path.normpath(run.shop.folder.root / out))


def processors() -> int:
    """How many of the computer's processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _options(asked: Asked, folder: HubFolder) -> BuildOptions:
    day = today(asked.today, os.environ, folder, datetime.now(UTC))
    return BuildOptions(day, _base_url(asked.base_url), asked.drafts, asked.future)


def _base_url(given: str) -> str:
    if not given:
        return ""
    reading = read_base_url(given)
    if reading.value is None:
        reasons = "; ".join(remark.message for remark in reading.remarks)
        raise Misuse(f"--base-url {given}: {reasons}")
    return reading.value


def cache_of(folder: HubFolder, voice: Voice) -> Path | None:
    """The folder of caches, made where it is missing; None where nothing can be kept."""
    cache = folder.root / CACHE
    if folder.find(SITE_FILE) is None:
        return None  # This is no hub, and nothing must be left in it.
    try:
        if cache.is_symlink():
            raise NotADirectoryError(cache)
        cache.mkdir(exist_ok=True)
        ignore = cache / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        if not os.access(cache, os.W_OK):
            raise PermissionError(cache)
    except OSError:
        voice.note(
            f"nothing can be kept in {cache}, so the next build will take as long as this one"
        )
        return None
    return cache
