"""What a whole process costs: from its start to its end, with all processes that it starts itself."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import IO, Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# macOS counts in bytes, Linux in kilobytes.
_MEMORY_UNIT: Final = 1 if sys.platform == "darwin" else 1024
_PAUSE: Final = 0.05
"""Seconds between two looks at the memory of a process tree."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process needed."""

    seconds: float
    """On the clock on the wall."""
    cpu: float
    """Seconds of all processors together, spent in the program and in the system for it, children included."""
    memory: int
    """Bytes of main memory of the largest single process among it and its children, at its peak."""


class Failed(Exception):
    """The process ended with an error; the text is what it said."""


def apart(work: Callable[[T], R], argument: T) -> R:
    """What another process makes of it: the memory of whatever is measured counts from that of this one."""
    with ProcessPoolExecutor(1, get_context("fork")) as other:
        return other.submit(work, argument).result()


def measure(command: Sequence[str], more: Mapping[str, str], folder: Path | None = None) -> Cost:
    """Run the command to its end, with more environment, in a folder; tell what it cost; raises Failed."""
    # What was written before, by whoever came before, would be brought to the disk at the expense of this one.
    os.sync()
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = _start(command, more, said.fileno(), folder)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        _check(process.returncode, command, said)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MEMORY_UNIT)


def tree_memory(
    command: Sequence[str], more: Mapping[str, str], folder: Path | None = None
) -> int | None:
    """Bytes of all processes of the command together at the peak, shared ones counted once; None off Linux.

    Looking costs time, so this is for runs of which the time doesn't count; a peak of less than 50 ms may be missed.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    peak = 0
    with tempfile.TemporaryFile() as said:
        process = _start(command, more, said.fileno(), folder)
        while process.poll() is None:
            peak = max(peak, held(process.pid))
            time.sleep(_PAUSE)
        _check(process.returncode, command, said)
    return peak


def held(process: int) -> int:
    """Bytes that a process and all that it has started hold now, shared ones counted once; Linux only."""
    return sum(map(_share, _family(process)))


def _start(
    command: Sequence[str], more: Mapping[str, str], said: int, folder: Path | None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **more},
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
    )


def _check(returned: int, command: Sequence[str], said: IO[bytes]) -> None:
    if returned:
        said.seek(0)
        text = said.read().decode(errors="replace").strip()
        raise Failed(f"{' '.join(command)} ended with {returned}:\n{text}")


def _family(process: int) -> list[int]:
    """The process, its children, and their children."""
    found = [process]
    for each in found:
        try:
            tasks = list(Path(f"/proc/{each}/task").iterdir())
            for task in tasks:
                found.extend(int(child) for child in (task / "children").read_text().split())
        except OSError:
            continue  # it has ended since
    return found


def _share(process: int) -> int:
    """Bytes that a process holds; what it shares with others is divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it has ended since
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
