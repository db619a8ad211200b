"""What hubgen wants to reach beside its peers, and whether it did: always computed from what was measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from statistics import median
from typing import Final

from bench.peers.contenders import COLD, HUBGEN, TEXT, UNCHANGED
from bench.peers.rounds import Results

NEAR: Final = 0.25
"""How much larger or smaller, in parts of it, a hub may be than the size for which a limit was set."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that must not be above a limit."""

    what: str
    unit: str
    limits: Mapping[int, float]
    """By number of entries."""
    situation: str = ""
    against: str = ""
    """The peer; without one, it isn't about a peer."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One target at one size."""

    target: Target
    entries: int
    limit: float
    who: str
    """Which hubgen."""
    measured: float | None
    """Nothing if it wasn't."""

    @property
    def text(self) -> str:
        if self.measured is None:
            return "not measured"
        if self.measured <= self.limit:
            return "met"
        return f"missed by {self.measured / self.limit - 1:.0%}"


def _against(peer: str, small: float, large: float, situation: str = COLD) -> Target:
    words = f"{situation}, seconds against {peer}"
    return Target(words, "", {1_000: small, 10_000: large}, situation, peer)


MEMORY: Final = Target("cold, peak memory of all processes", " MB", {1_000: 200, 10_000: 450}, COLD)
GROWTH: Final = Target(
    "cold, seconds for each entry against 10,000 entries", "", {100_000: 1.15}, COLD
)

TARGETS: Final = (
    _against("Hugo", 0.8, 0.6),
    _against("Zola", 1.2, 1.0),
    _against("Pelican", 0.25, 0.2),
    _against("MkDocs", 0.25, 0.2),
    _against("Eleventy", 0.25, 0.2),
    _against("Hugo", 0.25, 0.1, UNCHANGED),
    _against("Hugo", 0.3, 0.15, TEXT),
    MEMORY,
    GROWTH,
)


def verdicts(results: Results, who: str = HUBGEN) -> Iterator[Verdict]:
    """Every target at every size that was measured and is near one for which there is a limit."""
    for target in TARGETS:
        for entries, (size, limit) in product(results.samples, target.limits.items()):
            if abs(entries / size - 1) <= NEAR:
                yield Verdict(target, entries, limit, who, _measured(target, entries, results, who))


def ratio(
    results: Results, entries: int, situation: str, name: str, who: str = HUBGEN
) -> list[float]:
    """Hubgen's seconds to another's, round by round: below 1, hubgen was faster."""
    by_name = results.samples[entries].get(situation, {})
    ours, theirs = by_name.get(who, []), by_name.get(name, [])
    return [own.cost.seconds / other.cost.seconds for own, other in zip(ours, theirs, strict=False)]


def _measured(target: Target, entries: int, results: Results, who: str) -> float | None:
    if target is MEMORY:
        held = results.memory.get(entries, {}).get(who, [])
        return median(held) / 1e6 if held else None
    if target is GROWTH:
        return _growth(entries, results, who)
    if target.against in results.missing:
        return None
    ratios = ratio(results, entries, target.situation, target.against, who)
    return median(ratios) if ratios else None


def _growth(entries: int, results: Results, who: str) -> float | None:
    large, small = _each(entries, results, who), _each(10_000, results, who)
    return large / small if large and small else None


def _each(entries: int, results: Results, who: str) -> float:
    """Seconds for one entry of a cold build."""
    samples = results.samples.get(entries, {}).get(COLD, {}).get(who, [])
    return median(each.cost.seconds for each in samples) / entries if samples else 0
