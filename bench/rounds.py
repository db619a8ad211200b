"""Measures every case in rounds: what disturbs the machine for a while disturbs all cases alike."""

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.cases import BUILD, CASES, STARTS, Case, forget_all
from bench.hubs import HUBGEN, Hub, Origin
from bench.processes import Cost, measure, tree_memory


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of one case."""

    cost: Cost
    files: int = 0
    """How many files of the site were written."""
    size: int = 0
    """Their bytes."""


@dataclass(frozen=True, slots=True)
class Site:
    """How large a built site is."""

    pages: int
    files: int
    size: int
    """Bytes."""


@dataclass(slots=True)
class Results:
    """All that was measured, in the order in which it is shown."""

    starts: dict[str, list[Sample]] = field(default_factory=dict)
    builds: dict[int, dict[str, list[Sample]]] = field(default_factory=dict)
    """By number of entries and case."""
    sites: dict[int, Site] = field(default_factory=dict)
    memory: dict[int, int | None] = field(default_factory=dict)
    """Bytes of all processes of a cold build together, by number of entries."""


def run_rounds(
    origins: Sequence[Origin], runs: int, say: Callable[[str], None], *, folder: Path | None
) -> Results:
    """Measure every case for these hubs, so many times; `say` hears how far it has come."""
    results = Results()
    with tempfile.TemporaryDirectory(prefix="hubgen-bench-", dir=folder) as place:
        say("making hubs")
        hubs = [origin(Path(place) / str(number)) for number, origin in enumerate(origins)]
        say(f"they have {', '.join(f'{hub.entries:,}' for hub in hubs)} entries")
        for number in range(1, runs + 1):
            say(f"round {number} of {runs}")
            _start_up(results, Path(place) / f"bytecode-{number}")
            for hub in hubs:
                _build(hub, number, results)
        say("memory")
        for hub in hubs:
            forget_all(hub, 0)
            results.memory[hub.entries] = tree_memory(hub.command(*BUILD), {})
    return results


def _start_up(results: Results, empty: Path) -> None:
    for start in STARTS:
        cost = measure((*HUBGEN, "--help"), start.environment(empty))
        results.starts.setdefault(start.label, []).append(Sample(cost))


def _build(hub: Hub, number: int, results: Results) -> None:
    cases = results.builds.setdefault(hub.entries, {})
    for case in CASES:
        sample = _sample(hub, case, number)
        cases.setdefault(case.label, []).append(sample)
        if case is CASES[0]:
            results.sites[hub.entries] = site_of(files_of(hub.out))


def _sample(hub: Hub, case: Case, number: int) -> Sample:
    case.prepare(hub, number)
    before = files_of(hub.out)
    cost = measure(hub.command(*case.words), {})
    after = files_of(hub.out)
    written = [
        size for path, (size, changed) in after.items() if before.get(path) != (size, changed)
    ]
    return Sample(cost, len(written), sum(written))


def files_of(folder: Path) -> Mapping[Path, tuple[int, int]]:
    """Each file below, with its size and the time of its last change."""
    found = {}
    for path in _walk(folder):
        status = path.stat()
        found[path] = (status.st_size, status.st_mtime_ns)
    return found


def _walk(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()


def site_of(files: Mapping[Path, tuple[int, int]]) -> Site:
    """What there is, by what was found of it."""
    pages = sum(path.suffix == ".html" for path in files)
    return Site(pages, len(files), sum(size for size, _ in files.values()))
