"""What the preview hears of the world, and what whoever runs it hears of the preview: one line for each change."""

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from hubgen.cli.bug import report_bug
from hubgen.cli.numbers import counted
from hubgen.cli.voice import Voice
from hubgen.preview.caller import Change
from hubgen.workshop import Workshop

DONE = {"patch": "patched", "style": "restyled", "reload": "reloaded"}
FEW = 3
"""Files that are named; of more only the number is given."""


@dataclass(frozen=True, slots=True)
class Previewing:
    """The caller of one preview."""

    voice: Voice
    make_workshop: Callable[[], Workshop]

    def workshop(self) -> Workshop:
        """Fresh tools."""
        return self.make_workshop()

    def now_ns(self) -> int:
        """The time."""
        return time.time_ns()

    def changed(self, change: Change) -> None:
        """One line: when, what, which open pages, how long; then what must not be missed."""
        when = f"{datetime.now().astimezone():%H:%M:%S}"
        parts = [when, _named(change.paths), _told(change.told), _problems(change)]
        parts.append(f"{change.seconds * 1000:.0f} ms")
        self.voice.say("  ".join(part for part in parts if part))
        if change.restart:
            self.voice.note(f"{change.restart} has changed: start the preview again to follow it")

    def note(self, text: str) -> None:
        """Something beside the changes."""
        self.voice.note(text)

    def failed(self, problem: Exception) -> None:
        """As `bug`, where nobody looks at a page."""
        self.bug(problem)

    def bug(self, problem: Exception) -> str:
        """A report that can be pasted; the preview goes on."""
        words = report_bug(problem, sys.argv[1:])
        self.voice.alarm(words)
        return words


def _named(paths: tuple[str, ...]) -> str:
    if not paths:
        return "a new day"
    rest = len(paths) - FEW
    named = ", ".join(paths[:FEW])
    return f"{named} and {counted(rest, 'more file')}" if rest > 0 else named


def _told(told: tuple[str, ...]) -> str:
    done = Counter(told)
    parts = [f"{counted(done[key], 'open page')} {word}" for key, word in DONE.items() if done[key]]
    return ", ".join(parts)


def _problems(change: Change) -> str:
    return counted(change.errors, "error") if change.errors else ""
