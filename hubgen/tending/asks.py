"""What there is to ask of somebody: about which entry, why, and by which way they are reached."""

from dataclasses import dataclass
from datetime import date

from hubgen.diagnostics import Span
from hubgen.model.entry import Key


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an entry is asked about."""

    name: str
    """A key of `REASONS`."""
    words: str
    """For organisers: `last confirmed on 2024-01-10`."""
    question: str
    """For the person who knows, as a sentence of a letter."""
    since: date | None = None
    """The day from which it has been so, where anybody knows."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who knows about an entry, as far as the hub can tell."""

    name: str = ""
    email: str = ""
    account: str = ""
    """The entry's owner, where the hub's files live."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One entry, all that there is to ask about it, and whom."""

    key: Key
    title: str
    singular: str
    """What it is: `member`."""
    span: Span
    """Where it stands."""
    reasons: tuple[Reason, ...]
    contact: Contact
    page: str = ""
    """The address of its page, whole where the hub knows its own."""
    edit: str = ""
    """Where its file is changed in a browser; empty when nobody knows."""
