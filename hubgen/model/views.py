"""What templates see: closed trees of plain values, finished down to the last link and date.

A page is rendered again exactly when the digest of its view changes, so nothing may hide in here: no hub, no config, no
clock, no function. Addresses inside the site begin with `ROOT`; the render stage replaces it with the way from the page
to the site's root, so that the same card serves every page and the site works under any path, even from a disk.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ROOT = "\ufdd0/"
"""Stands for the site's root. A noncharacter: content that holds one is refused, so nobody can forge it."""


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


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    locale: str
    label: str
    """The language in its own words: `français`."""
    url: str
    dir: str
    translated: bool = True
    """Whether the content, and not only the interface, is in that language: then `hreflang` names it."""
    absolute: str = ""
    """With the site's base URL, for `hreflang`; empty when the hub has none."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the `<head>` and the page's frame say of the page."""

    title: str
    """Of the page alone; templates add the site's name."""
    description: str
    url: str
    """Relative to the root, beginning with `ROOT`."""
    canonical: str = ""
    """Absolute; empty when the hub has no base URL."""
    kind: str = "website"
    """The Open Graph type: website, article, profile."""
    image: str = ""
    """Absolute address of the picture for shared links."""
    noindex: bool = False
    breadcrumbs: tuple[Link, ...] = ()
    """From home to the page's parent."""
    alternates: tuple[Alternate, ...] = ()
    """All versions, this one too; empty in a hub of one language."""
    content_lang: str = ""
    """The language of the content where the interface's is another."""
    modified: str = ""
    """ISO date of the last content change that the content itself states."""
    section: str = ""
    """The collection to which the page belongs: marks the menu."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of one locale share."""

    site_title: str
    tagline: str
    locale: str
    dir: str
    """ltr or rtl"""
    home: str
    menu: tuple[Link, ...]
    """`current` is never set here; templates compare `section` names held in `rel`."""
    footer: tuple[Link, ...]
    search: str
    feeds: tuple[Link, ...]
    footer_text: str = ""
    generator: str = ""
    options: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    """The theme's options with the hub's values."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """`pages/home.html`"""

    title: str
    tagline: str
    html: str
    """The words of welcome from `site.yaml` or the page `home`."""
    sections: tuple[Section, ...]
    counts: tuple[Link, ...]
    """The directories with their `count`s."""
    actions: tuple[Link, ...] = ()
    """What a newcomer can do first: join, find a mentor, read the guide."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """One step of a pagination."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where one is in a long list."""

    pages: tuple[PageLink, ...]
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A titled part of a list: a letter, a month; an empty label means the list has no parts."""

    label: str
    anchor: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A field by which a directory can be narrowed, with its choices by count."""

    name: str
    label: str
    choices: tuple[Link, ...]
    """`url` is the choice's value, `count` its number of entries."""


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """`pages/directory.html`, or `pages/<collection>/directory.html` where the theme has one."""

    collection: str
    title: str
    description: str
    total: int
    groups: tuple[Group, ...]
    pagination: Pagination | None
    letters: tuple[PageLink, ...] = ()
    facets: tuple[Facet, ...] = ()
    data_url: str = ""
    """The finder's data as JSON."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """`pages/entry.html`, or `pages/<collection>/entry.html` where the theme has one."""

    key: str
    collection: str
    singular: str
    slug: str
    title: str
    lang: str
    """The title's language where it isn't the page's."""
    summary: str
    picture: Picture | None
    initials: str
    fields: Mapping[str, FieldView]
    """Published fields with a value, by name, in the schema's order; title, summary, picture and body aside."""
    html: str
    """The body."""
    body_lang: str
    toc: tuple[TocEntry, ...]
    sections: tuple[Section, ...]
    """What points here, and what belongs together."""
    notices: tuple[str, ...] = ()
    """Sentences a reader should know first: cancelled, not confirmed since, archived."""
    start: Time | None = None
    end: str = ""
    source: str = ""
    """The file to edit, relative to the hub."""
    previous: Link | None = None
    next: Link | None = None
    children: tuple[Link, ...] = ()
    """For plain pages: the pages below this one."""


@dataclass(frozen=True, slots=True)
class SkillView:
    """`pages/skill.html`"""

    slug: str
    title: str
    aliases: tuple[str, ...]
    html: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    same_as: tuple[Link, ...]
    sections: tuple[Section, ...]
    """Offered by, sought by, and one for each collection that is about it."""
    known: bool = True
    """False for a skill that entries name and `skills.yaml` doesn't."""


@dataclass(frozen=True, slots=True)
class SkillIndexView:
    """`pages/skills.html`"""

    title: str
    description: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    """Letter, then skills with their `count`."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """`pages/search.html`"""

    title: str
    data_url: str


@dataclass(frozen=True, slots=True)
class MessageView:
    """`pages/message.html`: pages that only say something (404, a removed entry)."""

    title: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page that sends on: an old address of an entry."""

    title: str
    target: str
    """Beginning with `ROOT`."""
    canonical: str


@dataclass(frozen=True, slots=True)
class HtmlView:
    """All that an HTML page is made of, beside the frame that it shares with its locale."""

    head: Head
    view: (
        HomeView | DirectoryView | EntryView | SkillView | SkillIndexView | SearchView | MessageView
    )
