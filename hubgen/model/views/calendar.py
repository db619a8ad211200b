"""The views of calendars: the dates to come, a month, and what is over."""

from msgspec import Struct

from hubgen.model.views.lists import Pagination
from hubgen.model.views.parts import CardView, Leaf, Link, Time


class DateRow(Struct, frozen=True):
    """One date of an event: a line of a programme."""

    title: str
    url: str
    lang: str
    """The title's language where it isn't the page's."""
    start: Time
    """Its text is the clock time; empty for whole days."""
    end: str
    """ISO moment after which it is past, or the last of whole days; the browser decides."""
    hours: str
    """From when to when on the event's own clock: `6:00 – 7:30 PM`, `All day`, `until Saturday, December 5`."""
    place: str
    """By whose clock: `Paris time`; empty for whole days."""
    leaf: Leaf
    day: str
    """The day on which it begins, in words with its year."""
    summary: str = ""
    """Where an event has several dates on a page, the first says it."""
    facts: tuple[str, ...] = ()
    """Type, mode, place, language."""
    badges: tuple[str, ...] = ()
    """`Cancelled`, `Moved`, `Postponed`."""
    cancelled: bool = False
    note: str = ""
    """What is different on this date, in the event's own words."""
    moved: str = ""
    """From which day it was moved, as a sentence."""
    repeats: bool = False
    facets: str = ""
    """What it can be found by, for the filters: `type:workshop skills:sql`."""
    links: tuple[Link, ...] = ()
    """The recording, the slides."""


class AgendaDay(Struct, frozen=True):
    """The dates of a day, by the events' own clocks."""

    iso: str
    weekday: str
    """Inside a heading: `Wednesday`."""
    date: str
    """`December 2`"""
    leaf: Leaf
    rows: tuple[DateRow, ...]


class AgendaMonth(Struct, frozen=True):
    """The days of a month on which something happens."""

    iso: str
    """`2026-12`"""
    label: str
    days: tuple[AgendaDay, ...]


class CalendarChoice(Struct, frozen=True):
    """One value of a filter."""

    value: str
    label: str


class CalendarFilter(Struct, frozen=True):
    """By what dates can be chosen: type, mode, skill, language, group."""

    name: str
    label: str
    choices: tuple[CalendarChoice, ...]


class CalendarTools(Struct, frozen=True):
    """What stands above every page of a calendar."""

    views: tuple[Link, ...]
    """Agenda, month, past: `rel` says which, `current` where one is."""
    total: int
    """Dates on all pages of the list, or in the month."""
    filters: tuple[CalendarFilter, ...] = ()
    feed: str = ""
    """The calendar file to follow."""
    last_month: str = ""
    """The last month that has a page: `2027-11`. All from the build's own to it have one."""
    webcal: str = ""
    """The same for programs that keep calendars; empty where the hub has no base URL."""


class CalendarView(Struct, frozen=True):
    """`pages/calendar.html`: the dates to come, under the days on which they are."""

    collection: str
    title: str
    description: str
    total: int
    """Dates to come, on all pages."""
    months: tuple[AgendaMonth, ...]
    tools: CalendarTools
    pagination: Pagination | None = None
    undated: tuple[CardView, ...] = ()
    """What has no date yet; on the last page."""
    description_lang: str = ""
    """The language of the description where it isn't the page's."""


class MonthDay(Struct, frozen=True):
    """A square of a month's table."""

    iso: str
    """Empty for a square outside of the month."""
    number: str = ""
    label: str = ""
    """The day in words: `Wednesday, December 2`."""
    rows: tuple[DateRow, ...] = ()


class MonthView(Struct, frozen=True):
    """`pages/month.html`: a month as a table."""

    collection: str
    title: str
    description: str
    month: str
    """`December 2026`"""
    iso: str
    weekdays: tuple[tuple[str, str], ...]
    """Short and whole, from the day on which weeks begin in the page's language."""
    weeks: tuple[tuple[MonthDay, ...], ...]
    tools: CalendarTools
    months: tuple[Link, ...]
    """All months that have a page; `rel` is the month as ISO."""
    previous: Link | None = None
    next: Link | None = None


class PastMonth(Struct, frozen=True):
    """What was over at the end of a month."""

    label: str
    rows: tuple[DateRow, ...]


class PastView(Struct, frozen=True):
    """`pages/past.html`: what is over, latest first, with its recordings."""

    collection: str
    title: str
    description: str
    total: int
    months: tuple[PastMonth, ...]
    tools: CalendarTools
    pagination: Pagination | None = None
    description_lang: str = ""


class Registration(Struct, frozen=True):
    """Where and when to register; which of its sentences holds is decided in the browser."""

    url: str
    note: str
    lang: str
    """The note's language where it isn't the page's."""
    opens: str
    """ISO day; empty where it is open already."""
    opens_text: str
    eve: str
    """The day before it opens."""
    deadline: str
    """The last day; empty where there is none."""
    deadline_text: str
    closed: str
    """The day after the last one."""


class Schedule(Struct, frozen=True):
    """What the page of an event says of its time."""

    main: DateRow
    """The next date that takes place, or the last one."""
    dates: tuple[DateRow, ...]
    """Of a series, the dates that aren't over, cancelled ones too; empty for what comes once."""
    file: str
    """The calendar file of this event."""
    follow: str
    """The page of the whole calendar."""
    feed: str
    """The whole calendar as a file."""
    join: str = ""
    """Where to take part online, as far as it is published."""
    registration: Registration | None = None
