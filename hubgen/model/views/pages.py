"""The views of pages, one for each template that hubgen asks for."""

from collections.abc import Mapping

from msgspec import Struct, field

from hubgen.model.views.calendar import CalendarView, MonthView, PastView, Schedule
from hubgen.model.views.contributing import AdditionView, ContributeView
from hubgen.model.views.frame import Head
from hubgen.model.views.guide import StyleGuideView
from hubgen.model.views.lists import DirectoryView
from hubgen.model.views.parts import (
    Avatar,
    CardView,
    Chip,
    FieldView,
    Leaf,
    Link,
    People,
    Picture,
    Section,
    Time,
    TocEntry,
)
from hubgen.model.views.reaching import Reach
from hubgen.model.views.things import Doorway, Milestone, Review, Route


class Board(Struct, frozen=True):
    """The noticeboard of the first page: skills with the number of people who say so, most first."""

    offered: tuple[Chip, ...]
    sought: tuple[Chip, ...]
    meeting: tuple[Chip, ...]
    """Somebody offers what somebody else seeks."""


class HomeView(Struct, frozen=True):
    """`pages/home.html`"""

    title: str
    tagline: str
    html: str
    """The words of welcome from `site.yaml` or the page `home`."""
    next: Section | None
    """What happens soon: the first list of what has dates."""
    sections: tuple[Section, ...]
    """The other lists."""
    counts: tuple[Link, ...]
    """The directories with their `count`s."""
    actions: tuple[Link, ...] = ()
    """What a newcomer can do first: join, find a mentor, read the guide."""
    board: Board | None = None


class EntryView(Struct, frozen=True):
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
    avatar: Avatar | None
    icon: str
    """The collection's mark: an icon of the theme."""
    fields: Mapping[str, FieldView]
    """Published fields with a value, by name, in the schema's order; title, summary, picture, body and people aside."""
    people: tuple[People, ...]
    """Whom it names, by field: speakers, facilitators, members."""
    html: str
    """The body."""
    body_lang: str
    toc: tuple[TocEntry, ...]
    sections: tuple[Section, ...]
    """What points here, and what belongs together."""
    notices: tuple[str, ...] = ()
    """Sentences a reader should know first: cancelled, not confirmed since, archived."""
    start: Time | None = None
    leaf: Leaf | None = None
    end: str = ""
    source: str = ""
    """The file to edit, relative to the hub."""
    previous: Link | None = None
    next: Link | None = None
    children: tuple[Link, ...] = ()
    """For plain pages: the pages below this one."""
    schedule: Schedule | None = None
    """For what has a calendar: when, how to take part, more dates."""
    reach: Reach | None = None
    """For mentors: how to reach them, and a first message."""
    way: Link | None = None
    """Where it leads, if it stands for something elsewhere; the label is the host's name."""
    shelves: Mapping[str, Section] = field(default_factory=dict)
    """By field: cards of the things that it names, such as `prerequisites` and `sessions`."""
    reviews: tuple[Review, ...] = ()
    route: Route | None = None
    """The steps of a path."""
    milestones: tuple[Milestone, ...] = ()
    """The days of a program, in their order."""
    doorway: Doorway | None = None
    """Where to apply."""
    edit: Link | None = None
    """Where to change the entry's file; the label is its path."""
    edit_form: Link | None = None
    """The form with what the file says in it."""


class SkillView(Struct, frozen=True):
    """`pages/skill.html`"""

    slug: str
    title: str
    aliases: tuple[str, ...]
    html: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    same_as: tuple[Link, ...]
    offers: tuple[Section, ...]
    """Who offers it, by collection."""
    seeks: tuple[Section, ...]
    """Who seeks it, by collection."""
    about: tuple[Section, ...]
    """What the hub has about it, by collection."""
    known: bool = True
    """False for a skill that entries name and `skills.yaml` doesn't."""
    lang: str = ""
    """Of its name and description, where that isn't the page's."""


class SkillIndexView(Struct, frozen=True):
    """`pages/skills.html`"""

    title: str
    description: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    """Letter, then skills with their `count`."""
    description_lang: str = ""
    """The language of the description where it isn't the page's."""


class FoundKind(Struct, frozen=True):
    """How results of one collection look."""

    collection: str
    layout: str
    """agenda, faces, rows or cards"""
    specimens: tuple[CardView, ...]
    """Cards with every part filled with the sign `{}`, one for each kind of face: scripts make theirs of them."""


class SearchView(Struct, frozen=True):
    """`pages/search.html`"""

    title: str
    directories: tuple[Link, ...]
    """What is here, for who asks for nothing or has no script: each directory, and the skills."""
    kinds: tuple[FoundKind, ...] = ()
    """Each collection that search knows."""


class MessageView(Struct, frozen=True):
    """`pages/message.html`: pages that only say something (404, a removed entry)."""

    title: str
    text: str
    links: tuple[Link, ...] = ()


class RedirectView(Struct, frozen=True):
    """A page that sends on: an old address of an entry."""

    title: str
    target: str
    """Beginning with `ROOT`."""
    canonical: str


class HtmlView(Struct, frozen=True):
    """All that an HTML page is made of, beside the frame that it shares with its locale."""

    head: Head
    view: (
        HomeView
        | DirectoryView
        | CalendarView
        | MonthView
        | PastView
        | EntryView
        | SkillView
        | SkillIndexView
        | SearchView
        | ContributeView
        | AdditionView
        | MessageView
        | StyleGuideView
    )
