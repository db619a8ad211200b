"""Asks the operating system to tell of changes; where it won't, the files are looked at again and again."""

import os
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from hubgen.preview.watching.hints import Hints
from hubgen.preview.watching.places import Places

READS = frozenset({"opened", "closed_no_write"})
"""What happens to a file that somebody only reads."""

TELLS_ENDS = sys.platform.startswith("linux")
"""Whether the system says when whoever wrote a file has closed it."""

Identity = tuple[int, int]


class Ear(FileSystemEventHandler):
    """Hears what happens, and passes on what may matter."""

    def __init__(self, places: Places, hints: Hints) -> None:
        self.places = places
        self.hints = hints
        self._tellers: dict[str, Callable[[str], None]] = (
            {"modified": hints.begin, "closed": hints.end} if TELLS_ENDS else {}
        )

    def on_any_event(self, event: FileSystemEvent) -> None:
        """A hint for each path of the event that is watched."""
        if event.event_type in READS or (event.is_directory and event.event_type == "modified"):
            return
        paths = [_text(each) for each in (event.src_path, event.dest_path) if each]
        tell = self._tellers.get(event.event_type, self.hints.hint)
        for path in filter(self._is_watched, paths):
            tell(path)

    def _is_watched(self, path: str) -> bool:
        hub = self.places.hub
        is_top = path in {(hub / name.split("/")[0]).as_posix() for name in self.places.tops}
        return is_top or bool(self.places.label_of(path))


class Eyes:
    """One preview's watch over its places."""

    def __init__(self, places: Places, hints: Hints) -> None:
        self._ear = Ear(places, hints)
        self._watches: dict[str, tuple[Identity, ObservedWatch]] = {}
        self._observer: BaseObserver | None = None

    def open(self) -> str:
        """Begin; gives the system's reason when it can't tell of changes, and empty text otherwise."""
        _allow_watching_twice()
        try:
            self._observer = Observer()
            self._observer.start()
        except (OSError, RuntimeError) as problem:
            self.close()
            return str(problem) or type(problem).__name__
        return self.follow(self._ear.places)

    def follow(self, places: Places) -> str:
        """Watch these places from now on, also those that were made anew; gives the reason when that isn't possible."""
        self._ear.places = places
        if self._observer is None:
            return ""
        wanted = {str(places.hub): False}
        wanted.update({str(each.root): True for each in places.there() if each.root.is_dir()})
        for path in [each for each in self._watches if each not in wanted]:
            self._forget(path)
        try:
            for path, is_deep in wanted.items():
                self._watch(path, is_deep=is_deep)
        except OSError as problem:
            if not Path(str(problem.filename or places.hub)).exists():
                return ""  # It went while we looked, and the next look sees that.
            self.close()
            return str(problem)
        return ""

    def close(self) -> None:
        """Look no more; no thread is left behind."""
        observer, self._observer = self._observer, None
        self._watches.clear()
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join()

    def _watch(self, path: str, *, is_deep: bool) -> None:
        status = Path(path).stat()
        identity = (status.st_dev, status.st_ino)
        known = self._watches.get(path)
        if known is not None and known[0] == identity:
            return
        self._forget(path)
        if self._observer is not None:
            watch = self._observer.schedule(self._ear, path, recursive=is_deep)
            self._watches[path] = (identity, watch)

    def _forget(self, path: str) -> None:
        known = self._watches.pop(path, None)
        if known is not None and self._observer is not None:
            with suppress(KeyError):
                self._observer.unschedule(known[1])


def _allow_watching_twice() -> None:
    """Of folders made within a new one, watchdog finds some by itself before the system tells of them; it warns of that, and watches them as before."""
    warnings.filterwarnings("ignore", r"Callback with id .* already exists", RuntimeWarning)


def _text(path: bytes | str) -> str:
    return Path(os.fsdecode(path)).as_posix()
