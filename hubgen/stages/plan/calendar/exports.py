"""Events as calendars elsewhere take them over: the same whole thing whenever the site is built."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from hubgen.model.calendar_views import CalendarDate, CalendarEvent
from hubgen.model.entry import Entry
from hubgen.model.hub import SkillTarget
from hubgen.model.schema import Collection
from hubgen.model.values import Markdown, Place, Recurrence
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.entry_pages import modified_on
from hubgen.stages.plan.moments import Happening, all_dates, first_date
from hubgen.text.locales import country_name
from hubgen.text.markdown.words import summarize
from hubgen.text.series import first_of

NAMESPACE = UUID("7d0dd0c7-2c5d-5b1b-9f0e-6c2f3f3d1a52")
"""Of the permanent names of events. Never change it: every calendar would show every event twice."""
BEGINNING = "2000-01-01"
"""The day of the last change of what names none: some day must stand there, and it mustn't be the day of the build."""
LONGEST_DESCRIPTION = 2000
KNOWN_YEARS = 30
"""For how long a calendar is told about the clocks of a series without an end."""
STATES = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def exported(entry: Entry, collection: Collection, edition: Edition) -> CalendarEvent | None:
    """The event with its whole series; None for an entry without a date."""
    if entry.key not in edition.events:
        edition.events[entry.key] = _exported(entry, collection, edition)
    return edition.events[entry.key]


def _exported(entry: Entry, collection: Collection, edition: Edition) -> CalendarEvent | None:
    first = _first(entry, collection)
    if first is None:
        return None
    dates = all_dates(entry, collection)
    recurrence = entry.values.get("recurrence")
    series = recurrence if isinstance(recurrence, Recurrence) and dates[0].planned else None
    status = STATES.get(str(entry.values.get("status", "")), "CONFIRMED")
    named = _last_change(entry)
    sequence = int(entry.values.get("sequence", 0))
    return CalendarEvent(
        uid=uid_of(entry),
        stamp=_stamp(named or BEGINNING, sequence),
        changed=bool(named),
        sequence=sequence,
        title=edition.title(entry.key),
        start=_wall(first.start, first),
        end=_wall(first.end, first),
        zone="" if first.all_day else first.zone or "UTC",
        status=status,
        last=_last_day(dates, first),
        description=_description(entry, collection),
        location=_location(entry, edition),
        coordinates=_coordinates(entry),
        url=edition.absolute(edition.entry_url(entry.key)),
        conference=str(entry.values.get("join_url", "")),
        categories=_categories(entry, edition),
        rule=_rule(series, first) if series else "",
        excluded=_excluded(series, first) if series else (),
        dates=tuple(_different(each, status) for each in dates if each.status) if series else (),
    )


def uid_of(entry: Entry) -> str:
    """What calendars know the event by: made of its permanent name alone, which is its file's where it has no other."""
    name = entry.values.get("id") or entry.slug
    return str(uuid5(NAMESPACE, f"{entry.collection}/{name}"))


def _first(entry: Entry, collection: Collection) -> Happening | None:
    """The first date that the rule itself has: calendars count from it."""
    first = first_date(entry, collection)
    recurrence = entry.values.get("recurrence")
    if first is None or not isinstance(recurrence, Recurrence):
        return first
    start = first_of(recurrence, first.start.replace(tzinfo=None))
    return first if start is None else first.at(start)


def _stamp(day: str, sequence: int) -> str:
    """Midnight of the day of the last change; each revision a second later, so that it is newer."""
    moment = datetime.combine(date.fromisoformat(day), time(), UTC) + timedelta(seconds=sequence)
    return moment.isoformat()


def _last_change(entry: Entry) -> str:
    opened = entry.values.get("publish_on")
    day = opened.isoformat() if isinstance(opened, date) else ""
    return max(day, modified_on(entry)[:10])


def _wall(moment: datetime, like: Happening) -> str:
    return moment.date().isoformat() if like.all_day else moment.replace(tzinfo=None).isoformat()


def _last_day(dates: tuple[Happening, ...], first: Happening) -> str:
    last = max(each.end for each in dates).date()
    horizon = date(min(first.start.year + KNOWN_YEARS, date.max.year), 12, 31)
    return min(last, max(horizon, first.end.date())).isoformat()


def _rule(series: Recurrence, first: Happening) -> str:
    """UNTIL in UTC, as the first date has a time (RFC 5545, section 3.3.10); the last day counts whole."""
    return ";".join(_until(part, first) for part in series.rule.split(";"))


def _until(part: str, first: Happening) -> str:
    name, _, value = part.partition("=")
    if name != "UNTIL":
        return part
    if first.all_day:
        return f"UNTIL={value[:8]}"
    zone = ZoneInfo(first.zone or "UTC")
    last = datetime.combine(date.fromisoformat(value[:8]), time(23, 59, 59), zone)
    return f"UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _excluded(series: Recurrence, first: Happening) -> tuple[str, ...]:
    if first.all_day:
        return tuple(day[:10] for day in series.excluded)
    clock = first.start.time().isoformat()
    return tuple(f"{day[:10]}T{clock}" for day in series.excluded)


def _different(each: Happening, status: str) -> CalendarDate:
    planned = each.planned or each.start
    state = STATES.get(each.status, status)
    return CalendarDate(
        _wall(planned, each), _wall(each.start, each), _wall(each.end, each), state, each.note
    )


def _description(entry: Entry, collection: Collection) -> str:
    summary = entry.values.get(collection.summary_field) if collection.summary_field else None
    body = collection.body_field
    text = entry.values.get(body.name) if body else None
    words = summarize(text.text, LONGEST_DESCRIPTION) if isinstance(text, Markdown) else ""
    own = summary if isinstance(summary, str) else ""
    return "\n\n".join(part for part in (own, words) if part)


def _location(entry: Entry, edition: Edition) -> str:
    place = _place(entry)
    if place is None:
        return ""
    country = country_name(place.country, edition.locale) if place.country else ""
    parts = (place.name, place.address, place.city, place.region, country)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _coordinates(entry: Entry) -> tuple[float, float] | None:
    place = _place(entry)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _place(entry: Entry) -> Place | None:
    return next((each for each in entry.values.values() if isinstance(each, Place)), None)


def _categories(entry: Entry, edition: Edition) -> tuple[str, ...]:
    """Its type and its skills."""
    kind = entry.values.get("type")
    skills = (
        edition.skill_name(each.slug)
        for each in entry.values.get("skills", ())
        if isinstance(each, SkillTarget) and each.slug in edition.hub.skills
    )
    return (*((edition.choice(kind),) if isinstance(kind, str) else ()), *skills)
