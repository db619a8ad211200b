"""The light above a report, and why it shows what it shows: red is for what mustn't go on, yellow for what somebody should look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hubgen.diagnostics import Diagnostic, Severity
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.review.entries import EntryChanges
from hubgen.review.letters import hidden_letters
from hubgen.review.likeness import Likeness, mixed_names
from hubgen.review.other_files import OtherFile
from hubgen.review.ownership import OwnedChange
from hubgen.review.pages import PageChanges
from hubgen.review.words import plain

RED: Final = "red"
YELLOW: Final = "yellow"
GREEN: Final = "green"

_FILES: Final = {
    "link": (RED, "a symbolic link, which hubgen doesn't follow"),
    "submodule": (RED, "another repository, which hubgen doesn't read"),
    "odd name": (RED, "a name that some computers read another way"),
    "workflow": (
        YELLOW,
        "decides what runs on the host; show it to somebody who knows workflows",
    ),
    "settings": (YELLOW, "the hub's settings"),
    "theme": (YELLOW, "the theme, which is code"),
    "static": (YELLOW, "copied into the site as it is"),
}
"""By the kind of a file that is no entry: how much it matters, and why."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the light isn't green."""

    light: str
    words: str
    """hubgen's own."""
    what: tuple[str, ...] = ()
    """Of the content: names, paths."""


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the light depends on."""

    problems: tuple[Diagnostic, ...]
    changes: EntryChanges
    pages: PageChanges
    likenesses: tuple[Likeness, ...]
    owned: tuple[OwnedChange, ...]
    files: tuple[OtherFile, ...]
    collections: Mapping[str, Collection]


def reasons(seen: Seen) -> tuple[Reason, ...]:
    """Everything that somebody should look at, the worst first."""
    return tuple(sorted(_reasons(seen), key=lambda each: each.light != RED))


def light(told: tuple[Reason, ...]) -> str:
    """The worst of them."""
    return next((each.light for each in told), GREEN)


def _reasons(seen: Seen) -> Iterator[Reason]:
    yield from _of_problems(seen.problems)
    yield from _of_files(seen.files)
    others = tuple(each.key for each in seen.owned if each.is_by_other)
    if others:
        yield Reason(YELLOW, "touched by somebody else than its owner", others)
    if seen.likenesses:
        names = tuple(dict.fromkeys(each.entry.key for each in seen.likenesses))
        yield Reason(YELLOW, "may be in the hub already", names)
    mixed = mixed_names(seen.changes.touched, seen.collections)
    if mixed:
        words = "a name with letters of several alphabets that look alike"
        yield Reason(YELLOW, words, tuple(each.key for each in mixed))
    hiding = tuple(each.key for each in seen.changes.touched if _hides(each))
    if hiding:
        words = "letters that nobody sees, or that turn the direction of writing"
        yield Reason(YELLOW, words, hiding)
    if seen.changes.removed:
        names = tuple(each.key for each in seen.changes.removed)
        yield Reason(YELLOW, "leaves the hub", names)
    if seen.pages.without_redirect:
        words = "leads nowhere afterwards"
        yield Reason(YELLOW, words, seen.pages.without_redirect)


def _of_problems(problems: tuple[Diagnostic, ...]) -> Iterator[Reason]:
    for severity, color in ((Severity.ERROR, RED), (Severity.WARNING, YELLOW)):
        count = sum(each.severity is severity for each in problems)
        if count:
            yield Reason(color, f"{count} new {severity}{'s' * (count > 1)}: see below")


def _of_files(files: tuple[OtherFile, ...]) -> Iterator[Reason]:
    for kind, (color, words) in _FILES.items():
        paths = tuple(each.path for each in files if each.kind == kind)
        if paths:
            yield Reason(color, words, paths)


def _hides(entry: Entry) -> bool:
    return any(hidden_letters(plain(value)) for value in entry.values.values())
