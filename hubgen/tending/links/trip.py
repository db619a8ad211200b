"""A trip to the world outside: follows what is due, with the manners that were asked for, and knows what it knew before."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from hubgen.tending.links.following import NAMELESS, Follower, dated
from hubgen.tending.links.ledger import BELIEVED, Ledger
from hubgen.tending.links.requests import Question, host_of
from hubgen.tending.links.round import CONNECTIONS, Watch, follow_all
from hubgen.tending.links.turns import Turns
from hubgen.tending.links.verdicts import Verdict

_ENOUGH: Final = 3
"""Hosts of which none has an address, before this computer is suspected."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How the world is asked."""

    max_age: int = BELIEVED
    """Days for which a link that was fine isn't followed again."""
    gap: float = 1.0
    """Seconds for which a host is left alone between two questions."""
    timeout: float = 15.0
    """Seconds for each step of an answer; the whole of it may take twice that."""
    connections: int = CONNECTIONS
    waits: tuple[float, ...] = (2.0, 8.0)
    """Seconds before each further attempt."""
    allowed: frozenset[str] = frozenset()
    """Addresses that count as public: tests have no others to ask, and no option or variable says it."""
    stop: threading.Event = field(default_factory=threading.Event)
    """Set when the trip is to end."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One run of questions."""

    urls: frozenset[str]
    ledger: Ledger
    today: date
    manners: Manners
    agent: str = "hubgen"
    """How it introduces itself."""
    new: dict[str, Verdict] = field(default_factory=dict)
    """What it has found out so far, whatever interrupts it."""

    @property
    def known(self) -> dict[str, Verdict]:
        """What is remembered and still believed, by address."""
        days = self.manners.max_age
        fresh = ((url, self.ledger.fresh(url, self.today, days)) for url in sorted(self.urls))
        return {url: verdict for url, verdict in fresh if verdict is not None}

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What is known by now of each address."""
        return {**self.known, **self.new}

    @property
    def learned(self) -> Ledger:
        """What is to be remembered after it."""
        return self.ledger if self.is_offline else self.ledger.with_new(self.new)

    @property
    def is_offline(self) -> bool:
        """Whether none of several hosts has an address: then the links are not to blame."""
        nameless = [url for url, each in self.new.items() if each.words.startswith(NAMELESS)]
        return len(nameless) == len(self.new) and len(hosts_of(nameless)) >= _ENOUGH

    def follow(self, due: Iterable[str], watch: Watch) -> None:
        """Follow these links; `new` grows as verdicts come."""
        manners = self.manners
        question = Question(self.agent, manners.timeout, 2 * manners.timeout, manners.allowed)
        follower = Follower(question, Turns(manners.gap, stop=manners.stop), manners.waits)

        def keep(url: str, verdict: Verdict) -> None:
            self.new[url] = dated(verdict, self.ledger.verdicts.get(url), self.today)
            watch(url, verdict)

        follow_all(due, follower.follow, manners.stop, connections=manners.connections, watch=keep)


def hosts_of(urls: Iterable[str]) -> frozenset[str]:
    """The hosts to which these addresses lead."""
    return frozenset(host_of(url) for url in urls)
