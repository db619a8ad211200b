"""Measures hubgen and its peers in rounds, each situation for all of them in turn before the next one."""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.hubs import Origin
from bench.peers.contenders import COLD, HUBGEN, SITUATIONS, Contender, hubgens, peers
from bench.peers.installing import CannotRun, Installed, install, reason
from bench.peers.peer import Peer
from bench.processes import Failed, measure, tree_memory
from bench.rounds import Sample, Site, files_of, site_of

SETTLED: Final = 2.5
"""Seconds after which hubgen trusts the times of files: a site that was made just now would be looked at twice."""


@dataclass(slots=True)
class Results:
    """All that was measured, in the order in which it is shown."""

    runs: int
    versions: dict[str, str] = field(default_factory=dict)
    """By peer."""
    notes: dict[str, str] = field(default_factory=dict)
    """What one should know of a peer's version."""
    missing: dict[str, str] = field(default_factory=dict)
    """Peers that could not be measured, or not to the end, and why."""
    samples: dict[int, dict[str, dict[str, list[Sample]]]] = field(default_factory=dict)
    """By number of entries, situation and contender; one for each round."""
    sites: dict[int, dict[str, Site]] = field(default_factory=dict)
    """What a cold build has made."""
    memory: dict[int, dict[str, list[int]]] = field(default_factory=dict)
    """Bytes of all processes of a cold build together, at their peak."""
    load: list[float] = field(default_factory=list)
    """Processes that were at work or waited for it, as the system counts them, before each round."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured."""

    origins: Sequence[Origin]
    runs: int
    peers: Sequence[Peer]
    folder: Path | None = None
    """Where hubs are made."""


def measure_beside(asked: Asked, say: Callable[[str], None]) -> Results:
    """Install the peers, and measure all of them beside hubgen; `say` hears how far it has come."""
    results = Results(asked.runs)
    installed = _installed(asked.peers, results, say)
    with tempfile.TemporaryDirectory(prefix="hubgen-peers-", dir=asked.folder) as place:
        for which, origin in enumerate(asked.origins):
            say("making a hub and its sites")
            hub = origin(Path(place) / str(which) / "hub")
            everybody = [*hubgens(hub), *peers(hub, installed)]
            time.sleep(SETTLED)
            for number in range(1, asked.runs + 1):
                results.load.append(os.getloadavg()[0])
                say(f"{hub.entries:,} entries: round {number} of {asked.runs}")
                measure_round(everybody, (hub.entries, number), results, say)
    return results


def _installed(
    chosen: Sequence[Peer], results: Results, say: Callable[[str], None]
) -> list[Installed]:
    found = []
    for peer in chosen:
        say(f"installing {peer.name}, unless it is there")
        try:
            found.append(install(peer))
        except CannotRun as error:
            say(f"{peer.name} is left out: {error}")
            results.missing[peer.name] = str(error)
        else:
            results.versions[peer.name] = found[-1].version
            if peer.note:
                results.notes[peer.name] = peer.note
    return found


def measure_round(
    contenders: Sequence[Contender],
    when: tuple[int, int],
    results: Results,
    say: Callable[[str], None],
) -> None:
    """Every situation for everybody; whoever fails once is left out from there on, and named."""
    for situation in (*SITUATIONS, ""):
        for contender in contenders:
            if contender.name in results.missing:
                continue
            try:
                if situation:
                    sample = _situation(contender, situation, when, results)
                    say(f"{contender.name}, {situation}: {sample.cost.seconds:.2f} s")
                else:
                    _memory(contender, when, results)
            except Failed as failure:
                if contender.name.startswith(HUBGEN):
                    raise
                say(f"{contender.name} is left out from here on: {failure}")
                results.missing[contender.name] = reason(str(failure))


def _situation(
    contender: Contender, situation: str, when: tuple[int, int], results: Results
) -> Sample:
    entries, number = when
    contender.situations[situation](number)
    before = files_of(contender.out)
    cost = measure(contender.command, contender.environment, contender.folder)
    after = files_of(contender.out)
    written = [size for path, (size, at) in after.items() if before.get(path) != (size, at)]
    by_name = results.samples.setdefault(entries, {}).setdefault(situation, {})
    sample = Sample(cost, len(written), sum(written))
    by_name.setdefault(contender.name, []).append(sample)
    if situation == COLD:
        results.sites.setdefault(entries, {})[contender.name] = site_of(after)
    return sample


def _memory(contender: Contender, when: tuple[int, int], results: Results) -> None:
    """Another cold build, of which only the memory counts."""
    entries, number = when
    contender.situations[COLD](number)
    held = tree_memory(contender.command, contender.environment, contender.folder)
    if held is not None:
        results.memory.setdefault(entries, {}).setdefault(contender.name, []).append(held)
