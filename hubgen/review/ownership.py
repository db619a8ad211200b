"""Whose entries a change touches: an entry may name the account that may change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubgen.model.entry import Entry, Key
from hubgen.review.entries import EntryChanges


@dataclass(frozen=True, slots=True)
class OwnedChange:
    """A change of an entry that has an owner."""

    key: Key
    path: str
    owner: str
    what: str
    """In hubgen's words: `changes`, `renames`, `removes`, `is added for`"""
    is_by_other: bool
    """Whether somebody else makes it."""


def owned_changes(changes: EntryChanges, author: str) -> tuple[OwnedChange, ...]:
    """Every change of an entry that has an owner; without an author nobody is somebody else."""
    found = (_owned(entry, what, author) for entry, what in _touched(changes))
    return tuple(each for each in found if each is not None)


def _touched(changes: EntryChanges) -> Iterator[tuple[Entry, str]]:
    yield from ((each.before, "changed") for each in changes.changed)
    yield from ((each.before, "renamed") for each in changes.renamed)
    yield from ((each, "removed") for each in changes.removed)
    yield from ((each, "added") for each in changes.added)


def _owned(entry: Entry, what: str, author: str) -> OwnedChange | None:
    owner = entry.values.get("owner")
    if not isinstance(owner, str) or not account(owner):
        return None
    is_other = bool(account(author)) and account(owner) != account(author)
    return OwnedChange(entry.key, entry.span.path, owner, what, is_other)


def account(name: str) -> str:
    """The account without `@`; hosts don't mind its letters' case."""
    return name.strip().removeprefix("@").casefold()
