"""The months: each a page with a table, one after the other within the window."""

from calendar import Calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import DateRow, HtmlView, Link, MonthDay, MonthView
from hubgen.stages.plan.calendar.rows import day_in_words, row
from hubgen.stages.plan.calendar.tools import month_path, tools
from hubgen.stages.plan.calendar.window import Dated, last_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.templates import template_for
from hubgen.text.locales import (
    format_month,
    format_number,
    week_of,
    weekday_headings,
)


def month_pages(room: Newsroom) -> Iterator[Page]:
    """The months of every collection that keeps a calendar and has entries."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.keeps_calendar:
                for month in room.desk.almanac(collection.name).months:
                    yield Page(
                        url=edition.prefix + month_path(collection, month),
                        renderer="html",
                        view=partial(month_page, collection, month),
                        template=template_for(collection.name, "month", room.desk.theme),
                        locale=edition.locale,
                        sources=(f"content/{collection.name}/",),
                    )


def month_page(collection: Collection, month: date, edition: Edition) -> HtmlView:
    """One month."""
    almanac = edition.desk.almanac(collection.name)
    months = almanac.months
    place = months.index(month)
    label = edition.label_of(collection)
    name = format_month(month, edition.locale)
    shown = tuple(each for each in almanac.around if _touches(each, month, last_of(month)))
    way = Link(label, edition.directory_url(collection))
    return HtmlView(
        head(
            f"{label}: {name}",
            month_path(collection, month),
            edition,
            description=edition.description_of(collection),
            breadcrumbs=(home_link(edition), way),
            section=collection.name,
        ),
        MonthView(
            collection=collection.name,
            title=label,
            description=edition.description_of(collection),
            month=name,
            iso=f"{month:%Y-%m}",
            weekdays=weekday_headings(edition.locale),
            weeks=tuple(_weeks(month, shown, edition)),
            tools=tools(collection, edition, shown, current="month"),
            months=tuple(_way(each, collection, edition, month) for each in months),
            previous=_step(months, place - 1, collection, edition),
            next=_step(months, place + 1, collection, edition),
        ),
    )


def _weeks(
    month: date, dates: tuple[Dated, ...], edition: Edition
) -> Iterator[tuple[MonthDay, ...]]:
    by_day: dict[date, list[DateRow]] = {}
    for each in dates:
        made = row(each, edition, short=True)
        for day in _days_of(each, month, last_of(month)):
            by_day.setdefault(day, []).append(made)
    weeks = Calendar(week_of(edition.locale)[0]).monthdatescalendar(month.year, month.month)
    for week in weeks:
        yield tuple(_square(day, month, by_day.get(day, []), edition) for day in week)


def _square(day: date, month: date, rows: list[DateRow], edition: Edition) -> MonthDay:
    if day.month != month.month:
        return MonthDay("")
    number = format_number(day.day, edition.locale)
    return MonthDay(day.isoformat(), number, day_in_words(day, edition), tuple(rows))


def _days_of(each: Dated, first: date, last: date) -> Iterator[date]:
    """Every day of the month on which it goes on; an evening belongs to the day on which it begins."""
    start = each.day
    end = each.happening.last_day if each.happening.all_day else start
    day = max(start, first)
    while day <= min(end, last):
        yield day
        day += timedelta(days=1)


def _touches(each: Dated, first: date, last: date) -> bool:
    return next(_days_of(each, first, last), None) is not None


def _way(month: date, collection: Collection, edition: Edition, current: date) -> Link:
    return Link(
        format_month(month, edition.locale),
        edition.address(month_path(collection, month)),
        current=month == current,
        rel=f"{month:%Y-%m}",
    )


def _step(
    months: tuple[date, ...], place: int, collection: Collection, edition: Edition
) -> Link | None:
    inside = 0 <= place < len(months)
    return _way(months[place], collection, edition, date.min) if inside else None
