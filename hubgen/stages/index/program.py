"""The program Pagefind: which version there is, and one run of it."""

import subprocess
from pathlib import Path

from msgspec import Struct

from hubgen.model.search import IndexFailed
from hubgen.stages.index.place import program_place

PATIENCE = 20.0
"""Seconds after which a program that only says its version isn't worth waiting for."""


class Program(Struct, frozen=True):
    """Pagefind as it is installed."""

    path: Path
    version: str

    def run(self, site: Path, out: Path) -> None:
        """Index the HTML files of one folder into another; raises IndexFailed."""
        # Where it runs, it would read settings of its own.
        places = ("--site", str(site.resolve()), "--output-path", str(out.resolve()))
        _run(self.path, *places, "--silent", folder=site)


def find_pagefind() -> Program:
    """The one that is installed beside hubgen, tried out; raises IndexFailed."""
    path = program_place()
    if path is None:
        raise IndexFailed("it isn't installed")
    return Program(path, _run(path, "--version", patience=PATIENCE).strip())


def _run(
    path: Path, *arguments: str, folder: Path | None = None, patience: float | None = None
) -> str:
    try:
        done = subprocess.run(
            [str(path.resolve()), *arguments],
            cwd=folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=patience,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise IndexFailed(f"it doesn't run on this computer ({problem})") from problem
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "without a word").splitlines()[-1]
        raise IndexFailed(f"it ended with {done.returncode}: {last}")
    return done.stdout
