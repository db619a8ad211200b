"""The view of the style guide."""

from msgspec import Struct

from hubgen.model.views.lists import PageLink, Pagination
from hubgen.model.views.parts import (
    Avatar,
    Chip,
    FieldView,
    Leaf,
    Link,
    People,
    Section,
    Time,
)


class StyleGuideView(Struct, frozen=True):
    """`pages/style-guide.html`: every part of the theme alone, made of the hub's own entries."""

    title: str
    description: str
    colours: tuple[str, ...]
    """The tokens that are colours: `--paper`, `--ink` ..."""
    icons: tuple[str, ...]
    """The names of the theme's icons."""
    chips: tuple[Chip, ...]
    """The same skill in every relation, and with a count."""
    sections: tuple[Section, ...]
    """A few cards of every collection, laid out as its lists are."""
    people: People | None
    """Somebody with an entry, and somebody without."""
    fields: tuple[FieldView, ...]
    """Facts of one entry."""
    avatars: tuple[Avatar, ...]
    """Every drawing for people without a photo."""
    moment: Time | None
    leaf: Leaf | None
    links: tuple[Link, ...]
    """To the directories, for buttons."""
    pagination: Pagination
    letters: tuple[PageLink, ...]
