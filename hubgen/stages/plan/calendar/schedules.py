"""What an event's own page says of its time: the next date, the ones after it, how to take part, and a file for calendars."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hubgen.model.addresses import calendar_address, entry_calendar_address
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.views import ROOT, Registration, Schedule
from hubgen.stages.plan.calendar.rows import day_in_words, row
from hubgen.stages.plan.calendar.window import Dated
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.moments import KEPT_OCCURRENCES, all_dates, happenings

SHOWN_IN_SCHEDULE = frozenset(
    {"end", "timezone", "all_day", "exceptions", "registration", "join_url", "recording", "slides"}
)
"""Fields that a schedule shows in its own way."""


def schedule(entry: Entry, collection: Collection, edition: Edition) -> Schedule | None:
    """The entry's schedule; None where its collection keeps no calendar, or it has no date."""
    if not collection.keeps_calendar:
        return None
    dates = all_dates(entry, collection)
    if not dates:
        return None
    today = edition.desk.today
    series = dates[0].planned is not None
    main = happenings(entry, collection, today)[0]
    coming = tuple(each for each in dates if each.last_day >= today)[:KEPT_OCCURRENCES]
    rows = [row(Dated(entry, each, series), edition, short=True) for each in coming]
    return Schedule(
        main=row(Dated(entry, main, series), edition, short=True, links=True),
        dates=tuple(rows) if series else (),
        file=ROOT + entry_calendar_address(entry, collection),
        follow=edition.directory_url(collection),
        feed=ROOT + calendar_address(collection),
        join=str(entry.values.get("join_url", "")),
        registration=_registration(entry, edition),
    )


def _registration(entry: Entry, edition: Edition) -> Registration | None:
    said: Any = entry.values.get("registration")
    if not isinstance(said, Mapping):
        return None
    opens, deadline = said.get("opens"), said.get("deadline")
    return Registration(
        url=str(said.get("url", "")),
        note=str(said.get("note", "")),
        lang=edition.content_lang(entry.key),
        opens=_iso(opens),
        opens_text=_say("calendar.register_from", opens, edition),
        eve=_iso(opens, -1),
        deadline=_iso(deadline),
        deadline_text=_say("calendar.register_by", deadline, edition),
        closed=_iso(deadline, 1),
    )


def _iso(day: object, away: int = 0) -> str:
    return (day + timedelta(days=away)).isoformat() if isinstance(day, date) else ""


def _say(key: str, day: object, edition: Edition) -> str:
    return edition.say(key, day=day_in_words(day, edition)) if isinstance(day, date) else ""
