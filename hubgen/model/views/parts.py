"""The small things of which all views are made: links, chips, pictures, times, fields, cards."""

from msgspec import Struct


class Link(Struct, frozen=True):
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


class Chip(Struct, frozen=True):
    """A skill on a card or page."""

    label: str
    url: str
    relation: str
    """offers (filled), seeks (outlined), match (both), about (quiet)"""
    count: int = 0
    """How many people say so, where a list of skills tells it; 0 where it doesn't."""


class Picture(Struct, frozen=True):
    """An image in the widths that screens need."""

    src: str
    """The fallback, in the largest width."""
    width: int
    height: int
    alt: str
    srcset: str = ""
    webp_srcset: str = ""


class Avatar(Struct, frozen=True):
    """What stands for a person without a photo."""

    initials: str
    pattern: int
    """Which of the theme's drawings, from 0; the same for the same person everywhere."""


class Leaf(Struct, frozen=True):
    """The day of a date as a calendar's leaf shows it, in the page's language and the entry's own zone."""

    weekday: str
    """Short: `Thu`."""
    day: str
    month: str
    """Short: `Nov`."""


class Time(Struct, frozen=True):
    """A moment or day for people and machines."""

    iso: str
    """What `<time datetime>` takes: a date, or a moment with its offset."""
    text: str
    """In the page's language, in the entry's own zone."""
    zone: str = ""
    """IANA name; empty for whole days."""


class LaterDate(Struct, frozen=True):
    """A date of a series that comes after the next one: shown when that is over."""

    end: str
    """ISO moment after which it is past; the browser decides."""
    start: Time
    leaf: Leaf


class Item(Struct, frozen=True):
    """One value of a field, ready to show."""

    text: str
    url: str = ""
    lang: str = ""
    time: Time | None = None
    external: bool = False
    rel: str = ""
    note: str = ""
    """A quiet addition: the service of a handle, the zone of a time."""


class FieldView(Struct, frozen=True):
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
    is_short: bool = False
    """Several values of a word or two: they read well in a row."""
    is_long: bool = False
    """Sentences: they stand with the texts rather than among the short facts."""


class CardView(Struct, frozen=True):
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
    avatar: Avatar | None = None
    """For people, who may have no photo; None for things."""
    icon: str = ""
    """The collection's mark: an icon of the theme."""
    leaf: Leaf | None = None
    """For what has dates."""
    chips: tuple[Chip, ...] = ()
    facts: tuple[FieldView, ...] = ()
    """A few short fields: place, languages, type, level."""
    start: Time | None = None
    end: str = ""
    """ISO moment after which it is past; the browser decides."""
    later: tuple[LaterDate, ...] = ()
    """Of a series: the dates after that one."""
    badges: tuple[str, ...] = ()
    """Words such as `Cancelled`, `2 places free`."""
    dimmed: bool = False
    """Nobody has confirmed the entry for very long: it stands back in lists."""


class Section(Struct, frozen=True):
    """A titled list of cards on a page."""

    name: str
    """For styles: `mentors`, `offered-by`."""
    label: str
    cards: tuple[CardView, ...]
    more: Link | None = None
    calendar: str = ""
    """The calendar file of these dates, where somebody can follow them."""
    shown: int = 0
    """How many of the cards are shown at once, where those behind wait until one is over; 0 for all."""
    layout: str = "cards"
    """agenda (what has dates), faces (people), rows (what is read in lines), cards"""
    icon: str = ""
    """The mark of the cards' collection."""


class Person(Struct, frozen=True):
    """Somebody whom an entry names."""

    name: str
    url: str = ""
    """Empty for people without an entry."""
    lang: str = ""
    """The headline's language where it isn't the page's."""
    headline: str = ""
    picture: Picture | None = None
    avatar: Avatar | None = None
    """None for people without an entry, and for things."""


class People(Struct, frozen=True):
    """Those whom one field of an entry names: its speakers, its facilitators."""

    name: str
    """The field's."""
    label: str
    persons: tuple[Person, ...]


class TocEntry(Struct, frozen=True):
    """A line of a table of contents."""

    level: int
    anchor: str
    text: str
