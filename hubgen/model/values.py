"""What field kinds read: a value that says what it is.

Plain Python types serve where they say enough: `str` (text, choice, url, email, timezone, language, locale, country as
alpha-2, license as SPDX id), `int`, `float`, `bool`, `datetime.date`, naive `datetime.datetime` (local wall time), `timedelta`
(duration), `tuple` (lists and tags), `dict[str, Value]` (records and mappings). The rest is here. All of them survive a
trip through msgpack with the type that their kind names.
"""

from collections.abc import Iterator

from msgspec import Struct

from hubgen.diagnostics import Span


class Month(Struct, frozen=True):
    """A month of a year: `2026-03`."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


class Reference(Struct, frozen=True):
    """Somebody or something named by slug, or (where the field is loose) by a plain name."""

    text: str
    """As written: `ada`, `members/ada`, `Ada Lovelace`."""
    span: Span


class SkillUse(Struct, frozen=True):
    """A skill as an entry names it; the link stage finds which one is meant."""

    text: str
    span: Span


class Handle(Struct, frozen=True):
    """An account or a site of somebody's own."""

    service: str
    """github, gitlab, mastodon, bluesky, linkedin, orcid, youtube, matrix, website"""
    name: str
    """What people call it there: `@ada@social.example`."""
    url: str
    """Empty where the service has no web address (a Matrix user)."""


class Place(Struct, frozen=True):
    """Where something is; every part may be missing but one."""

    name: str = ""
    address: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    """ISO 3166 alpha-2."""
    latitude: float | None = None
    longitude: float | None = None


class Recurrence(Struct, frozen=True):
    """How an event repeats."""

    rule: str
    """RFC 5545 RRULE text without the `RRULE:` in front."""
    excluded: tuple[str, ...] = ()
    """ISO dates that fall out."""


class Identifier(Struct, frozen=True):
    """A number that the world knows the thing by."""

    scheme: str
    """doi, isbn, orcid"""
    value: str
    """Canonical: bare DOI, ISBN-13 without hyphens."""
    url: str


class ImageUse(Struct, frozen=True):
    """A picture of the hub and the words for who can't see it."""

    file: str
    """As written, relative to the entry's own folder, or to the hub when it starts with `/`."""
    alt: str
    span: Span


class BodyLink(Struct, frozen=True):
    """A link inside Markdown that points into the hub; its address is known only when all entries are."""

    target: str
    """`members/ada`, without the fragment; empty for a heading of the same page."""
    fragment: str
    span: Span


class BodyImage(Struct, frozen=True):
    """A picture inside Markdown."""

    file: str
    alt: str
    title: str
    span: Span


class Heading(Struct, frozen=True):
    """A heading of a Markdown text."""

    level: int
    anchor: str
    text: str


class Markdown(Struct, frozen=True):
    """A rendered Markdown text: the same for the same source, so it can be remembered by content.

    Where an address of the hub belongs, the HTML holds a marker that `hubgen.text.markdown.markers` fills.
    """

    html: str
    text: str
    """The words alone, for summaries and search."""
    links: tuple[BodyLink, ...] = ()
    images: tuple[BodyImage, ...] = ()
    headings: tuple[Heading, ...] = ()


def texts_of(value: object) -> Iterator[Markdown]:
    """Every Markdown text in a value, however deep."""
    if isinstance(value, Markdown):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
