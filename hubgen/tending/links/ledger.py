"""What links gave when they were last followed: kept for days, so that nobody's server is asked more than it must be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from hubgen.incremental import cache_file
from hubgen.tending.links.verdicts import LASTING, Verdict

NAME: Final = "links.cache"
BELIEVED: Final = 14
"""Days for which a link that is fine isn't followed again."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Verdicts by address."""

    verdicts: Mapping[str, Verdict]

    def fresh(self, url: str, today: date, days: int = BELIEVED) -> Verdict | None:
        """The verdict, where it is still believed: what is wrong is asked about again on the next day."""
        verdict = self.verdicts.get(url)
        if verdict is None:
            return None
        age = (today - verdict.asked).days
        lasts = days if verdict.fate in LASTING else min(days, 1)
        return verdict if 0 <= age < lasts else None

    def only(self, urls: Iterable[str]) -> "Ledger":
        """The ledger without addresses that the hub no longer names."""
        named = frozenset(urls)
        return Ledger({url: each for url, each in self.verdicts.items() if url in named})

    def with_new(self, new: Mapping[str, Verdict]) -> "Ledger":
        """The ledger after a run."""
        return Ledger(dict(sorted({**self.verdicts, **new}.items())))


def open_ledger(cache: Path | None) -> Ledger:
    """What earlier runs found out; empty where nothing can be trusted."""
    found = cache_file.load(cache / NAME, dict[str, Verdict]) if cache is not None else None
    return Ledger(found or {})


def keep_ledger(ledger: Ledger, cache: Path | None) -> bool:
    """Keep it for later runs; False where that isn't possible."""
    return cache is not None and cache_file.save(cache / NAME, dict(ledger.verdicts))
