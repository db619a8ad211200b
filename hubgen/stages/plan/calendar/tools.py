"""What stands above every page of a calendar: its views, its filters, the way to follow it; and the addresses of them all."""

from datetime import date

from hubgen.model.addresses import calendar_address, directory_address
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.views import (
    ROOT,
    CalendarChoice,
    CalendarFilter,
    CalendarTools,
    Link,
)
from hubgen.stages.plan.calendar.window import Dated
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import chosen, filters_of
from hubgen.text.names import fold


def past_path(collection: Collection) -> str:
    """`events/calendar/past/`: a folder below the entries' own addresses, so that none of them can want it, whatever its slug."""
    return f"{directory_address(collection)}calendar/past/"


def month_path(collection: Collection, month: date) -> str:
    """`events/calendar/2026-12/`"""
    return f"{directory_address(collection)}calendar/{month:%Y-%m}/"


def tools(
    collection: Collection, edition: Edition, shown: tuple[Dated, ...], *, current: str
) -> CalendarTools:
    """The tools of a page; `current` is agenda, month or past. What one chose in one month holds in the next as well."""
    is_past = current == "past"
    almanac = edition.desk.almanac(collection.name)
    feed = ROOT + calendar_address(collection)
    absolute = edition.absolute(feed)
    return CalendarTools(
        views=_views(collection, edition, current),
        total=len(shown),
        filters=_shared_filters(collection, edition, is_past=is_past),
        feed=feed,
        last_month=f"{almanac.months[-1]:%Y-%m}",
        webcal="webcal:" + absolute.partition(":")[2] if absolute else "",
    )


def _shared_filters(
    collection: Collection, edition: Edition, *, is_past: bool
) -> tuple[CalendarFilter, ...]:
    name = f"{collection.name} {'past' if is_past else 'ahead'}"
    if name not in edition.calendar_filters:
        almanac = edition.desk.almanac(collection.name)
        listed = almanac.entries if is_past else almanac.ahead
        edition.calendar_filters[name] = filters(collection, edition, listed)
    return edition.calendar_filters[name]


def filters(
    collection: Collection, edition: Edition, listed: tuple[Entry, ...]
) -> tuple[CalendarFilter, ...]:
    """The schema's filters that tell these entries apart, their choices by name."""
    entries = [edition.entry(each.key) for each in listed]
    found = []
    for each in filters_of(collection, edition):
        pairs = {pair for entry in entries for pair in chosen(each, entry, edition)}
        if len(pairs) > 1:
            ordered = sorted(pairs, key=lambda pair: (fold(pair[1]), pair[0]))
            label = edition.field_label(collection.name, each.field)
            choices = tuple(CalendarChoice(value, name) for value, name in ordered)
            found.append(CalendarFilter(each.name, label, choices))
    return tuple(found)


def _views(collection: Collection, edition: Edition, current: str) -> tuple[Link, ...]:
    today = edition.desk.today
    ways = [
        ("agenda", directory_address(collection)),
        ("month", month_path(collection, today)),
    ]
    if edition.desk.almanac(collection.name).over:
        ways.append(("past", past_path(collection)))
    return tuple(
        Link(
            edition.say(f"calendar.{name}"),
            edition.address(path),
            current=name == current,
            rel=name,
        )
        for name, path in ways
    )
