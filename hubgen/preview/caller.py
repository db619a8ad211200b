"""Whoever runs the preview: gives it the clock and fresh tools, and hears what happened."""

from dataclasses import dataclass
from typing import Protocol

from hubgen.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Change:
    """One reading of the hub after an edit."""

    paths: tuple[str, ...]
    """What changed, as messages name it; empty when only the day did."""
    told: tuple[str, ...] = ()
    """What each open page had to do: `none`, `style`, `patch`, `reload`."""
    seconds: float = 0.0
    """From the first hint until all open pages were told."""
    errors: int = 0
    warnings: int = 0
    restart: str = ""
    """A setting that changed and is followed only by a new start; empty where there is none."""


class Caller(Protocol):
    """What a preview needs of the world around it."""

    def workshop(self) -> Workshop:
        """Fresh tools for one more reading, with today's day."""
        ...

    def now_ns(self) -> int:
        """The time."""
        ...

    def changed(self, change: Change) -> None:
        """Something was read again."""
        ...

    def note(self, text: str) -> None:
        """Something that whoever runs the preview should know."""
        ...

    def bug(self, problem: Exception) -> str:
        """There is a bug in hubgen; gives the words for whoever looks at a page."""
        ...
