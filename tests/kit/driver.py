"""Builds one hub in a process of its own, watched: `python -m tests.kit.driver HUB OUT [options]`.

It does what `hubgen build` does and lets a test say what happens meanwhile: `--jobs N` (with workers for every few
pages), `--shuffle SEED` (folders are listed in another order), `--kill N` (the process dies just before its Nth change
to the disk), `--log FILE` (every file, folder, process and socket that is touched is written down), `--today DATE`.
Prints what `Outcome` holds, as JSON.
"""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any
from unittest.mock import patch

CHANGES = frozenset(
    {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
)
WATCHED = (
    *("open", "os.", "shutil.", "socket.", "subprocess.", "ctypes.", "pickle.", "marshal.load"),
    *("urllib.", "http.", "ftplib.", "smtplib.", "sqlite3.", "exec"),
)
QUIET = frozenset({"os.fwalk", "os.walk"})
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main(arguments: list[str]) -> None:
    """Build as the arguments say."""
    asked = _asked(arguments)
    # Imported first: what Python itself reads for that is no part of the build.
    from hubgen import parallel
    from tests.kit.hub import LONG_AFTER, TODAY, Hub

    if asked.jobs > 1:
        parallel.WORTH_A_PROCESS = 2
    hub = Hub(Path(asked.hub).resolve())
    with shuffled(asked.shuffle), recorded(asked.log), killed(asked.kill):
        build = hub.build(
            out=Path(asked.out).absolute(),
            jobs=asked.jobs,
            today=date.fromisoformat(asked.today) if asked.today else TODAY,
            now_ns=LONG_AFTER,
        )
    sys.stdout.write(json.dumps({"published": build.published, "codes": build.codes}))


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("hub")
    parser.add_argument("out")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--shuffle", type=int, default=0)
    parser.add_argument("--kill", type=int, default=0)
    parser.add_argument("--log", default="")
    parser.add_argument("--today", default="")
    return parser.parse_args(arguments)


@dataclass(frozen=True, slots=True)
class _Listing:
    """What `os.scandir` gives, as far as anybody uses it."""

    entries: Iterator[Any]

    def __iter__(self) -> Iterator[Any]:
        return self.entries

    def __next__(self) -> Any:
        return next(self.entries)

    def __enter__(self) -> Iterator[Any]:
        return self.entries

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def close(self) -> None:
        """Nothing is open."""


@contextmanager
def shuffled(seed: int) -> Iterator[None]:
    """Folders are listed in an order that depends on the seed."""
    if not seed:
        yield
        return
    real = os.scandir

    def scandir(path: Any = ".") -> _Listing:
        with real(path) as scan:
            return _Listing(iter(sorted(scan, key=lambda entry: _mixed(f"{seed} {entry.name}"))))

    with patch.object(os, "scandir", scandir):
        yield


def _mixed(text: str) -> bytes:
    return blake2b(text.encode(errors="replace")).digest()


@contextmanager
def recorded(log: str) -> Iterator[None]:
    """What is touched meanwhile is written down, one line of JSON each."""
    if not log:
        yield
        return
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    state = {"on": True}

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if state["on"] and event.startswith(WATCHED) and event not in QUIET:
            line = json.dumps([event, _is_write(event, arguments), *map(_shown, arguments[:3])])
            os.write(descriptor, line.encode() + b"\n")

    sys.addaudithook(hook)
    try:
        yield
    finally:
        state["on"] = False


@contextmanager
def killed(number: int) -> Iterator[None]:
    """The process dies as if its power were cut, just before that change to the disk."""
    left = [number]

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if left[0] and _is_write(event, arguments):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    if number:
        sys.addaudithook(hook)
    yield
    left[0] = 0


def _is_write(event: str, arguments: tuple[Any, ...]) -> bool:
    if event != "open":
        return event in CHANGES
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & WRITING)


def _shown(value: Any) -> str | int | None:
    if isinstance(value, bytes | os.PathLike):
        return os.fsdecode(value)
    return value if isinstance(value, str | int | None) else repr(value)[:200]


if __name__ == "__main__":
    main(sys.argv[1:])
