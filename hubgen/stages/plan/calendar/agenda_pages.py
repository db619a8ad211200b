"""The agenda: the dates to come under the days on which they are, complete without a script."""

from collections.abc import Iterator
from itertools import groupby

from hubgen.model.addresses import directory_address
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import (
    AgendaDay,
    AgendaMonth,
    CalendarView,
    DateRow,
    HtmlView,
)
from hubgen.stages.plan.calendar.rows import row
from hubgen.stages.plan.calendar.tools import tools
from hubgen.stages.plan.calendar.window import Almanac, Dated
from hubgen.stages.plan.cards import cards
from hubgen.stages.plan.days import leaf_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.shelves import Shelf, shelf_pages
from hubgen.text.locales import format_day, format_month, weekday_heading


def agenda_pages(room: Newsroom) -> Iterator[Page]:
    """The agenda of every collection that keeps a calendar: a page even when nothing is planned, since the directory must be somewhere."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.keeps_calendar:
                start = directory_address(collection)
                total = max(1, len(_almanac(collection, edition).coming))
                makes = ("calendar", agenda_page)
                yield from shelf_pages(start, total, collection, edition, makes)


def agenda_page(shelf: Shelf, edition: Edition) -> HtmlView:
    """One page of the dates to come."""
    collection = shelf.collection
    title = shelf.title(edition.label_of(collection), edition)
    description = edition.description_of(collection)
    almanac = _almanac(collection, edition)
    without = almanac.undated if shelf.number == shelf.count else ()
    return HtmlView(
        head(
            title,
            shelf.path,
            edition,
            description=description,
            breadcrumbs=(home_link(edition),),
            section=collection.name,
        ),
        CalendarView(
            collection=collection.name,
            title=title,
            description=description,
            description_lang=edition.description_lang(collection),
            total=len(almanac.coming),
            months=months(shelf.stretch(almanac.coming), edition),
            tools=tools(collection, edition, almanac.coming, current="agenda"),
            pagination=shelf.pagination(edition),
            undated=cards(edition.desk.keys(without), edition),
        ),
    )


def _almanac(collection: Collection, edition: Edition) -> Almanac:
    return edition.desk.almanac(collection.name)


def months(dates: tuple[Dated, ...], edition: Edition) -> tuple[AgendaMonth, ...]:
    """The dates under their days, and these under their months."""
    rows = _rows(dates, edition)
    found = []
    for (year, month), group in groupby(
        zip(dates, rows, strict=True), key=lambda pair: (pair[0].day.year, pair[0].day.month)
    ):
        pairs = list(group)
        label = format_month(pairs[0][0].day, edition.locale)
        found.append(AgendaMonth(f"{year:04}-{month:02}", label, tuple(_days(pairs, edition))))
    return tuple(found)


def _rows(dates: tuple[Dated, ...], edition: Edition) -> list[DateRow]:
    said: set[str] = set()
    rows = []
    for each in dates:
        rows.append(row(each, edition, short=each.entry.key in said))
        said.add(each.entry.key)
    return rows


def _days(pairs: list[tuple[Dated, DateRow]], edition: Edition) -> Iterator[AgendaDay]:
    for day, group in groupby(pairs, key=lambda pair: pair[0].day):
        same = list(group)
        yield AgendaDay(
            iso=day.isoformat(),
            weekday=weekday_heading(day, edition.locale),
            date=format_day(day, edition.locale),
            leaf=leaf_of(same[0][0].happening, edition),
            rows=tuple(row for _, row in same),
        )
