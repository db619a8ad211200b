"""Puts peers into `.bench/`, in exactly the versions of `pins/`, and tells why one cannot run here."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.hubs import CHECKOUT
from bench.peers.peer import Peer

PINS: Final = Path(__file__).parent / "pins"
PLACE: Final = CHECKOUT / ".bench"


class CannotRun(Exception):
    """The peer isn't measured; the text says why."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A peer that runs here."""

    peer: Peer
    program: tuple[str, ...]
    version: str


def install(peer: Peer, place: Path = PLACE) -> Installed:
    """The peer, installed unless it is there already; raises CannotRun."""
    folder, pins = place / peer.pins, PINS / peer.pins
    if _pinned(pins) != _kept(folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        if (pins / "package-lock.json").exists():
            _with_npm(pins, folder)
        else:
            _with_pip(pins / "requirements.txt", folder)
        (folder / "pins").write_text(_pinned(pins), "utf-8")
    program = find_program(peer, folder)
    return Installed(peer, program, _version(program, peer))


def find_program(peer: Peer, folder: Path) -> tuple[str, ...]:
    """What starts the peer, as the system wants it."""
    return tuple(_found(part, folder) if "/" in part else part for part in peer.program)


def version_in(said: str) -> str:
    """The version in what a program says of itself."""
    found = re.search(r"\d+(?:\.\d+)+", said)
    if found is None:
        raise CannotRun(f"it doesn't tell its version: {said.strip()[:200]}")
    return found[0]


def reason(said: str) -> str:
    """The line of a failed program's words that says most: the first with an error, or the last one."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["nothing"]
    return next((line for line in lines if re.search(r"\berror\b", line, re.IGNORECASE)), lines[-1])


def _found(pattern: str, folder: Path) -> str:
    path = next((each for each in sorted(folder.glob(pattern)) if each.is_file()), None)
    if path is None:
        raise CannotRun(f"its package has no {pattern} for this system")
    return str(path)


def _version(program: tuple[str, ...], peer: Peer) -> str:
    return version_in(_said((*program, *peer.version), PLACE))


def _with_pip(requirements: Path, folder: Path) -> None:
    _said((sys.executable, "-m", "venv", str(folder)), folder)
    pip = (str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--require-hashes")
    _said((*pip, "--disable-pip-version-check", "-r", str(requirements)), folder)


def _with_npm(pins: Path, folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(pins / name, folder / name)
    _said(("npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"), folder)


def _said(command: Sequence[str], folder: Path) -> str:
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise CannotRun(f"{Path(command[0]).name} cannot be started: {error.strerror}") from None
    if done.returncode:
        told = reason(done.stderr or done.stdout)
        raise CannotRun(f"{Path(command[0]).name} ended with {done.returncode} and said: {told}")
    return done.stdout


def _pinned(pins: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(pins.iterdir()))


def _kept(folder: Path) -> str:
    stamp = folder / "pins"
    return stamp.read_text("utf-8") if stamp.exists() else ""
