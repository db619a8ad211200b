"""The views of directories."""

from msgspec import Struct

from hubgen.model.views.parts import CardView, Link


class PageLink(Struct, frozen=True):
    """One step of a pagination."""

    label: str
    url: str
    current: bool = False


class Pagination(Struct, frozen=True):
    """Where one is in a long list."""

    pages: tuple[PageLink, ...]
    previous: str = ""
    next: str = ""


class Group(Struct, frozen=True):
    """A titled part of a list: a letter, a month; an empty label means the list has no parts."""

    label: str
    anchor: str
    cards: tuple[CardView, ...]


class Facet(Struct, frozen=True):
    """A field by which a directory can be narrowed, with its choices by count."""

    name: str
    label: str
    choices: tuple[Link, ...]
    """`url` is the choice's value, `count` its number of entries."""
    first: int = 6
    """How many choices are shown before somebody asks for more."""
    kind: str = ""
    """The kind of one choice: skills, language, place, choice, boolean, text, reference."""


class Finder(Struct, frozen=True):
    """What the panel beside a directory offers, where a script runs."""

    sorts: tuple[str, ...]
    """The list's own order first: title, start, newest, listed; shortest."""
    layouts: tuple[str, ...]
    """The list's own look first: cards, faces, rows, table; empty where there is only one."""
    near: bool = False
    """People can be found by the hours in which they are awake."""
    places: bool = False
    """Mentors can be found by whether they have a free place."""


class DirectoryView(Struct, frozen=True):
    """`pages/directory.html`, or `pages/<collection>/directory.html` where the theme has one."""

    collection: str
    title: str
    description: str
    total: int
    groups: tuple[Group, ...]
    pagination: Pagination | None
    layout: str = "cards"
    """How the list reads best: agenda, faces, rows or cards."""
    letters: tuple[PageLink, ...] = ()
    facets: tuple[Facet, ...] = ()
    finder: Finder | None = None
    """None where there is too little to look through."""
    data_url: str = ""
    """The finder's data: see docs/finder-data.md."""
    specimens: tuple[CardView, ...] = ()
    """Cards with every part filled with the sign `{}`, one for each kind of face: scripts make theirs of them."""
    description_lang: str = ""
    """The language of the description where it isn't the page's."""
