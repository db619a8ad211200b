"""The preview's figures as tables, and their section of the docs' page."""

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median
from typing import Final

from bench.figures import machine, table

EXPLANATION: Final = """\
Milliseconds from the move that puts a file in its place until the changed bytes are given over HTTP, asked for again and
again on one connection; {edits} edits of each kind, half a second apart, in turn for one server and the other. The page was
given once before, as if a browser showed it. **CPU** is the median of the processors' time that the server itself had meanwhile, which
other work on the machine disturbs less. Start-up is from the start of the process to the first page, the median of {rounds}. {peer}"""

PEER: Final = """\
Hugo ({version}) shows the same texts and fields with templates that are as simple as they can be, without search, feeds of
filters, calendars or cards; it makes all pages before the first one is shown."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One edit."""

    seconds: float
    """Until it was seen."""
    cpu: float
    """Seconds of processors that the server needed for it."""


@dataclass(slots=True)
class Results:
    """All that was measured, in the order in which it is shown."""

    edits: int
    rounds: int
    """Starts of each server."""
    hugo: str
    """Where it is; nothing if it isn't installed."""
    times: dict[int, dict[str, dict[str, list[Sample | None]]]] = field(default_factory=dict)
    """By number of entries, kind of edit, and server; None for what never came."""
    starts: dict[int, dict[str, list[float]]] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    """Servers that go on giving a page that was deleted, after its lists have lost it."""
    load: list[float] = field(default_factory=list)
    """Processes that were at work or waited for it, as the system counts them, before each kind of edit."""
    memory: dict[tuple[int, str], int] = field(default_factory=dict)

    def seen(self, entries: int, label: str, server: str, sample: Sample | None) -> None:
        by_server = self.times.setdefault(entries, {}).setdefault(label, {})
        by_server.setdefault(server, []).append(sample)

    def started(self, entries: int, label: str, seconds: float) -> None:
        self.starts.setdefault(entries, {}).setdefault(label, []).append(seconds)


def section(results: Results, command: str) -> str:
    """All figures, and how they came about."""
    parts = [
        "## Preview",
        f"Measured on {datetime.now(UTC).date()} with\n\n```sh\n{command}\n```\n\non {machine()}{_load(results)}.",
        EXPLANATION.format(
            edits=results.edits, rounds=results.rounds, peer=_peer(results.hugo)
        ).strip(),
    ]
    for entries, kinds in results.times.items():
        servers = list(dict.fromkeys(name for kind in kinds.values() for name in kind))
        heading = ["what was edited"]
        heading += [f"{name}, {figure}" for name in servers for figure in ("median", "p95", "CPU")]
        rows = [
            _row(label, [kind.get(name, []) for name in servers]) for label, kind in kinds.items()
        ]
        parts += [f"### {entries:,} entries", table([heading, *rows]), _ends(results, entries)]
    parts += [
        f"{name} goes on giving the pages of deleted members." for name in sorted(results.stale)
    ]
    return "\n\n".join(parts)


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 are not above."""
    ordered = sorted(values)
    return ordered[-(-95 * len(ordered) // 100) - 1]


def _row(label: str, servers: Iterable[list[Sample | None]]) -> list[str]:
    cells = [label]
    for values in servers:
        known = [value for value in values if value is not None]
        if len(known) < len(values) or not known:
            cells += ["never", "", ""]
        else:
            seconds = [each.seconds for each in known]
            figures = (median(seconds), p95(seconds), median(each.cpu for each in known))
            cells += [f"{figure * 1000:,.0f}" for figure in figures]
    return cells


def _ends(results: Results, entries: int) -> str:
    starts = ", ".join(
        f"{label} {median(seconds):.2f} s" for label, seconds in results.starts[entries].items()
    )
    held = ", ".join(
        f"{server} {size / 1e6:,.0f} MB"
        for (count, server), size in results.memory.items()
        if count == entries
    )
    return f"Start-up: {starts}. Main memory after all edits: {held}."


def _load(results: Results) -> str:
    """What else the machine had to do."""
    if not results.load:
        return ""
    return f", with a load average of {min(results.load):.1f} to {max(results.load):.1f} meanwhile"


def _peer(hugo: str) -> str:
    if not hugo:
        return ""
    said = subprocess.run([hugo, "version"], capture_output=True, encoding="utf-8", check=True)
    found = re.search(r"v\d[\d.]*", said.stdout)
    return PEER.format(version=found[0] if found else "of an unknown version")
