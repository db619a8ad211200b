"""What came of following a link: remembered as data, judged in one place."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fate(StrEnum):
    """How it ended."""

    FINE = "fine"
    MOVED = "moved"
    """It is elsewhere for good, and there it is fine."""
    DEAD = "dead"
    """The server says that there is nothing, or there is no server of that name."""
    UNREACHABLE = "unreachable"
    """No answer that tells anything: too slow, too busy, broken."""
    UNTRUSTED = "untrusted"
    """No secure connection could be made."""
    REFUSED = "refused"
    """It leads to where nobody outside may look; hubgen didn't go there."""
    CLOSED = "closed"
    """The server doesn't let programs in: a person must look."""


LASTING = frozenset({Fate.FINE, Fate.MOVED, Fate.CLOSED})
"""What is believed for days; anything else is asked again on the next day."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of following one address, and when."""

    fate: Fate
    words: str = ""
    """Why, for people: `404 Not Found`."""
    target: str = ""
    """Where it is now, for what moved."""
    asked: date = date.min
    since: date = date.min
    """The first day on which its fate was this one."""
