"""What a reader should know first: cancelled, full, not confirmed for long."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from hubgen.model.entry import Entry
from hubgen.stages.plan.edition import Edition
from hubgen.text.locales import format_date

TELLING_STATES = frozenset(
    {"cancelled", "postponed", "moved online", "away", "alumni", "in memoriam", "archived"}
    | {"paused", "waitlist", "closed", "done", "full"}
)
"""States that change what a visitor would do; `active` and `scheduled` say nothing."""

DIMMED_AFTER = 2
"""Times `stale_after` after which an entry stands back in lists."""


def badges(entry: Entry, edition: Edition) -> tuple[str, ...]:
    """Words on the entry's card."""
    return tuple(_badges(entry, edition))


def notices(entry: Entry, edition: Edition) -> tuple[str, ...]:
    """Sentences at the top of the entry's page."""
    return tuple(_notices(entry, edition))


def places_left(entry: Entry) -> int | None:
    """A mentor's free places: capacity without current pairings; None where no capacity is named."""
    capacity: Any = entry.values.get("capacity")
    if entry.collection != "mentors" or not isinstance(capacity, int):
        return None
    # Some name their mentees, others only count them; who does both may not have named all.
    named = len(entry.values.get("mentees", ()))
    counted: int = entry.values.get("mentee_count", 0)
    return max(0, capacity - max(named, counted))


def is_open(entry: Entry) -> bool:
    """Whether a visitor can hope for something there: it is neither paused, full nor at its end."""
    status = entry.values.get("status")
    told = isinstance(status, str) and status.casefold() in TELLING_STATES
    return not told and places_left(entry) != 0


def is_stale(confirmed: object, today: date, months: int) -> bool:
    """Whether nobody has confirmed the entry for that many months."""
    return isinstance(confirmed, date) and stale_on(confirmed, months) <= today


def is_dimmed(entry: Entry, edition: Edition) -> bool:
    """Whether nobody has confirmed the entry for twice as long as the hub finds too long."""
    months = DIMMED_AFTER * edition.desk.site.stale_after_months
    return is_stale(entry.values.get("confirmed"), edition.desk.today, months)


def stale_on(confirmed: date, months: int) -> date:
    """The day on which the confirmation is that many months old."""
    total = confirmed.year * 12 + confirmed.month - 1 + months
    return date(total // 12, total % 12 + 1, min(confirmed.day, 28))


def _badges(entry: Entry, edition: Edition) -> Iterator[str]:
    status = entry.values.get("status")
    if isinstance(status, str) and status.casefold() in TELLING_STATES:
        yield edition.choice(status)
    places = places_left(entry)
    if places and status not in {"paused", "waitlist"}:
        yield edition.say("mentor.places", n=places)
    elif places == 0:
        yield edition.say("mentor.full")


def _notices(entry: Entry, edition: Edition) -> Iterator[str]:
    status = entry.values.get("status")
    if isinstance(status, str) and status.casefold() in TELLING_STATES:
        key = status.casefold().replace(" ", "_")
        message = edition.messages.get(f"notice.status.{key}")
        yield message or edition.say("notice.status", status=edition.choice(status))
    confirmed = entry.values.get("confirmed")
    site = edition.desk.site
    if isinstance(confirmed, date) and is_stale(
        confirmed, edition.desk.today, site.stale_after_months
    ):
        yield edition.say("notice.stale", date=format_date(confirmed, edition.locale))
    if entry.values.get("draft"):
        yield edition.say("notice.draft")
