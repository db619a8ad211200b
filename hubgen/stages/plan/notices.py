"""What a reader should know first: cancelled, full, not confirmed for long."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
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
    return not is_telling(entry.values.get("status")) and places_left(entry) != 0


def is_telling(status: object) -> bool:
    """Whether a reader should know the status first."""
    return isinstance(status, str) and status.casefold() in TELLING_STATES


def reviewed_on(entry: Entry, collection: Collection) -> date | None:
    """The day on which somebody last found the entry true; None where nobody said so."""
    value = entry.values.get(collection.reviewed_field)
    return value if isinstance(value, date) else None


def is_stale(reviewed: date | None, today: date, months: int) -> bool:
    """Whether nobody has confirmed the entry for that many months."""
    return reviewed is not None and stale_on(reviewed, months) <= today


def is_dimmed(entry: Entry, edition: Edition) -> bool:
    """Whether nobody has confirmed the entry for twice as long as the hub finds too long."""
    collection = edition.hub.collections[entry.collection]
    months = DIMMED_AFTER * edition.desk.site.stale_after(collection)
    return is_stale(reviewed_on(entry, collection), edition.desk.today, months)


def stale_on(reviewed: date, months: int) -> date:
    """The day on which the review is that many months old."""
    total = reviewed.year * 12 + reviewed.month - 1 + months
    return date(total // 12, total % 12 + 1, min(reviewed.day, 28))


def _badges(entry: Entry, edition: Edition) -> Iterator[str]:
    status = entry.values.get("status")
    if isinstance(status, str) and is_telling(status):
        yield edition.choice(status)
    places = places_left(entry)
    if places and status not in {"paused", "waitlist"}:
        yield edition.say("mentor.places", n=places)
    elif places == 0:
        yield edition.say("mentor.full")


def _notices(entry: Entry, edition: Edition) -> Iterator[str]:
    status = entry.values.get("status")
    if isinstance(status, str) and is_telling(status):
        key = status.casefold().replace(" ", "_")
        message = edition.messages.get(f"notice.status.{key}")
        yield message or edition.say("notice.status", status=edition.choice(status))
    collection = edition.hub.collections[entry.collection]
    reviewed = reviewed_on(entry, collection)
    months = edition.desk.site.stale_after(collection)
    if reviewed is not None and is_stale(reviewed, edition.desk.today, months):
        yield edition.say("notice.stale", date=format_date(reviewed, edition.locale))
    if entry.values.get("draft"):
        yield edition.say("notice.draft")
