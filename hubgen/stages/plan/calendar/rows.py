"""One date as a line of a programme."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import quote

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.values import Place
from hubgen.model.views import DateRow, Link, Time
from hubgen.stages.plan.calendar.window import Dated
from hubgen.stages.plan.cards import summary_of
from hubgen.stages.plan.days import leaf_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import chosen, filters_of
from hubgen.stages.plan.moments import CANCELLED, Happening
from hubgen.stages.plan.notices import badges
from hubgen.text.locales import (
    format_clock,
    format_date,
    format_day,
    language_name,
    weekday_heading,
    zone_city,
)

UNRESERVED = "!'()*"
"""What browsers leave as it is when they write a value for an address."""
KEPT_LINKS = ("recording", "slides")


def row(dated: Dated, edition: Edition, *, short: bool = False, links: bool = False) -> DateRow:
    """The date; `short` for all but the first of an event on a page."""
    entry = edition.entry(dated.entry.key)
    collection = edition.hub.collections[entry.collection]
    happening = dated.happening
    return DateRow(
        title=edition.title(entry.key),
        url=edition.entry_url(entry.key),
        lang=edition.content_lang(entry.key),
        start=clock_of(happening, edition),
        end=happening.end_iso,
        hours=hours_of(happening, edition),
        place=zone_in_words(happening.zone, edition),
        leaf=leaf_of(happening, edition),
        day=edition.say(
            "calendar.weekday_and_day",
            weekday=weekday_heading(dated.day, edition.locale),
            day=format_date(dated.day, edition.locale),
        ),
        summary="" if short else summary_of(entry, collection),
        facts=tuple(_facts(entry, edition)),
        badges=tuple(_badges(happening, entry, edition)),
        cancelled=CANCELLED in {happening.status, entry.values.get("status")},
        note=happening.note,
        moved=moved_from(happening, edition),
        repeats=dated.is_series,
        facets=" ".join(_facets(entry, collection, edition)),
        links=tuple(_links(entry, edition)) if links else (),
    )


def clock_of(happening: Happening, edition: Edition) -> Time:
    """When it begins: the clock alone, since the day stands above."""
    if happening.all_day:
        return Time(happening.start_iso, "")
    text = format_clock(happening.start.time(), edition.locale)
    return Time(happening.start_iso, text, happening.zone)


def hours_of(happening: Happening, edition: Edition) -> str:
    """`6:00 PM – 7:30 PM`, `All day`, or when it ends where that is another day."""
    start, last = happening.start.date(), happening.last_day
    if happening.all_day:
        several = edition.say("calendar.until", day=day_in_words(last, edition))
        return several if last > start else edition.say("calendar.all_day")
    begins = format_clock(happening.start.time(), edition.locale)
    ends = format_clock(happening.end.time(), edition.locale)
    if last > start + timedelta(days=1) or (last > start and happening.end.hour >= EARLY):
        ends = edition.say(
            "calendar.clock_on", day=day_in_words(happening.end.date(), edition), time=ends
        )
    return begins if happening.end == happening.start else f"{begins} – {ends}"


EARLY = 5
"""An evening that ends before this hour of the next morning still belongs to its day."""


def zone_in_words(zone: str, edition: Edition) -> str:
    """`Paris time`, `UTC`; empty for whole days."""
    city = zone_city(zone, edition.locale)
    return edition.say("calendar.zone", city=city) if city else zone


def moved_from(happening: Happening, edition: Edition) -> str:
    """From which day of its series it was moved; empty where it was not."""
    planned = happening.planned
    if happening.status != "moved" or planned is None or planned == happening.start:
        return ""
    return edition.say("calendar.moved_from", day=day_in_words(planned.date(), edition))


def day_in_words(day: date, edition: Edition) -> str:
    """`Wednesday, December 2`"""
    weekday, rest = weekday_heading(day, edition.locale), format_day(day, edition.locale)
    return edition.say("calendar.weekday_and_day", weekday=weekday, day=rest)


def _facts(entry: Entry, edition: Edition) -> Iterator[str]:
    for name in ("type", "mode"):
        value = entry.values.get(name)
        if isinstance(value, str):
            yield edition.choice(value)
    place = entry.values.get("location")
    if isinstance(place, Place) and (place.city or place.name):
        yield place.city or place.name
    language = entry.values.get("language")
    if isinstance(language, str):
        yield language_name(language, edition.locale)


def _badges(happening: Happening, entry: Entry, edition: Edition) -> Iterator[str]:
    own = badges(entry, edition)
    yield from own
    said = edition.choice(happening.status) if happening.status else ""
    if said and said not in own:
        yield said


def _facets(entry: Entry, collection: Collection, edition: Edition) -> Iterator[str]:
    for each in filters_of(collection, edition):
        for value, _ in chosen(each, entry, edition):
            yield f"{each.name}:{_quoted(value)}"


@lru_cache(maxsize=4096)
def _quoted(value: str) -> str:
    return quote(value, safe=UNRESERVED)


def _links(entry: Entry, edition: Edition) -> Iterator[Link]:
    for name in KEPT_LINKS:
        address = entry.values.get(name)
        if isinstance(address, str):
            yield Link(edition.say(f"calendar.{name}"), address, external=True, rel=name)
