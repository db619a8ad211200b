"""The parts of pages of things: what people say of them, the ways and dates that lead through them."""

from msgspec import Struct

from hubgen.model.views.parts import Chip, Person, Time


class Review(Struct, frozen=True):
    """What somebody thought of it."""

    by: Person
    text: str = ""
    lang: str = ""
    rating: int = 0
    """From 1 to 5; 0 where none is given."""
    time: Time | None = None


class Way(Struct, frozen=True):
    """Where a step of a path leads."""

    label: str
    url: str
    lang: str = ""
    kind: str = ""
    """What it is, in a word: `resource`; empty for addresses elsewhere."""
    icon: str = ""
    external: bool = False


class Station(Struct, frozen=True):
    """One step of a path."""

    title: str
    """Its own, else that of what it leads to."""
    ways: tuple[Way, ...] = ()
    chips: tuple[Chip, ...] = ()
    text: str = ""
    note: str = ""
    duration: str = ""
    lang: str = ""
    """The language of title, text and note, where it isn't the page's."""
    optional: bool = False


class Route(Struct, frozen=True):
    """The steps of a path, and how long they take together."""

    stations: tuple[Station, ...]
    total: str = ""
    """The sum of the steps' durations; empty unless all steps that can't be left out say theirs."""
    spare: str = ""
    """How much of the total can be left out; empty when nothing can."""


class Milestone(Struct, frozen=True):
    """A day in the life of a program."""

    name: str
    """opens, deadline, start, end"""
    label: str
    time: Time
    end: str
    """The day after which it is past; the browser decides."""


class Doorway(Struct, frozen=True):
    """Where and when to apply."""

    url: str = ""
    host: str = ""
    """Of the address, for people: `example.org`."""
    opens: Time | None = None
    closes: Time | None = None
    note: str = ""
    lang: str = ""
    """The note's language where it isn't the page's."""
