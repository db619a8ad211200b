"""The small things of which all views are made: links, chips, pictures, times, fields, cards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Something to follow."""

    label: str
    url: str
    lang: str = ""
    """The label's language where it isn't the page's."""
    current: bool = False
    """It leads to the page on which it stands, or to the section that it belongs to."""
    external: bool = False
    """It leaves the site and was contributed: rendered with `rel="noopener nofollow ugc"`."""
    rel: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A skill on a card or page."""

    label: str
    url: str
    relation: str
    """offers (filled), seeks (outlined), about (quiet)"""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in the widths that screens need."""

    src: str
    """The fallback, in the largest width."""
    width: int
    height: int
    alt: str
    srcset: str = ""
    webp_srcset: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A moment or day for people and machines."""

    iso: str
    """What `<time datetime>` takes: a date, or a moment with its offset."""
    text: str
    """In the page's language, in the entry's own zone."""
    zone: str = ""
    """IANA name; empty for whole days."""


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a field, ready to show."""

    text: str
    url: str = ""
    lang: str = ""
    time: Time | None = None
    external: bool = False
    rel: str = ""
    note: str = ""
    """A quiet addition: the service of a handle, the zone of a time."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field with a value."""

    name: str
    label: str
    kind: str
    items: tuple[Item, ...] = ()
    chips: tuple[Chip, ...] = ()
    """For kind `skills`."""
    html: str = ""
    """For kind `markdown`: safe, finished HTML."""
    lang: str = ""
    """The language of what people wrote, where it isn't the page's."""
    records: tuple[tuple["FieldView", ...], ...] = ()
    """For records and lists of records: each one's own fields."""


@dataclass(frozen=True, slots=True)
class CardView:
    """An entry in a list. Rendered once and joined wherever it is listed."""

    key: str
    """`members/ada`, with `@fr` after it for another locale's card."""
    collection: str
    singular: str
    """The collection's word for one, in the page's language."""
    url: str
    title: str
    lang: str = ""
    """The title's language where it isn't the page's."""
    summary: str = ""
    picture: Picture | None = None
    initials: str = ""
    """For people without a photo; empty for things."""
    chips: tuple[Chip, ...] = ()
    facts: tuple[FieldView, ...] = ()
    """A few short fields: place, languages, type, level."""
    start: Time | None = None
    end: str = ""
    """ISO moment after which it is past; the browser decides."""
    badges: tuple[str, ...] = ()
    """Words such as `Cancelled`, `2 places free`."""
    dimmed: bool = False
    """Nobody has confirmed the entry for very long: it stands back in lists."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of cards on a page."""

    name: str
    """For styles: `mentors`, `offered-by`."""
    label: str
    cards: tuple[CardView, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of a table of contents."""

    level: int
    anchor: str
    text: str
