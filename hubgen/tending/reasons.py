"""Why one would ask about an entry: nobody has confirmed it, it is full or without an end, or it is over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from hubgen.config.site import Site
from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.model.values import Recurrence
from hubgen.stages.link.publication import deadline_of
from hubgen.stages.plan.notices import is_stale, places_left, reviewed_on, stale_on
from hubgen.tending.asks import Reason

SETTLED: Final = frozenset({"in memoriam", "alumni", "archived", "cancelled", "done", "closed"})
"""States after which nobody is asked whether an entry still holds."""
_TAKEN: Final = frozenset({"full", "waitlist", "paused"})
_BOUNDED: Final = ("UNTIL=", "COUNT=")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What decides whether an entry is asked about, beside the entry itself."""

    site: Site
    today: date
    full_after: int = 6
    """Months for which a mentor can be full before somebody asks."""
    undated: bool = False
    """Whether entries that nobody ever confirmed are asked about, too."""
    dead_links: Mapping[str, tuple[tuple[str, date], ...]] = field(default_factory=dict)
    """By entry: addresses that lead nowhere, and since when."""


def should_be_dated(collection: Collection) -> bool:
    """Whether its entries are expected to say when somebody last confirmed them."""
    field = collection.fields.get(collection.reviewed_field)
    return field is not None and (field.recommended or collection.stale_after > 0)


def unconfirmed(entry: Entry, collection: Collection, outlook: Outlook) -> Iterator[Reason]:
    """Nobody has said for `stale_after` months that it is true."""
    if not collection.reviewed_field or _is_settled(entry):
        return
    reviewed = reviewed_on(entry, collection)
    question = f"Is it still true? Please change what isn't, and set `{collection.reviewed_field}` to today."
    if reviewed is None and outlook.undated and should_be_dated(collection):
        yield Reason("unconfirmed", "never confirmed", question)
    if is_stale(reviewed, outlook.today, outlook.site.stale_after(collection)):
        yield Reason("unconfirmed", f"last confirmed on {reviewed}", question, reviewed)


def full(entry: Entry, collection: Collection, outlook: Outlook) -> Iterator[Reason]:
    """A mentor has had no free place since their entry was last confirmed, and that is long ago."""
    if collection.name != "mentors" or _is_settled(entry):
        return
    if places_left(entry) != 0 and _status(entry) not in _TAKEN:
        return
    reviewed = reviewed_on(entry, collection)
    question = "Do you have a free place again? Please change `status`, `capacity` or `mentees`."
    if reviewed is None:
        yield Reason("full", "full, and nobody knows since when", question)
    elif is_stale(reviewed, outlook.today, outlook.full_after):
        yield Reason("full", f"full at least since {reviewed}", question, reviewed)


def endless(entry: Entry, collection: Collection, outlook: Outlook) -> Iterator[Reason]:
    """It goes on for ever, or begins and nobody says when it ends."""
    start = entry.values.get(collection.start_field) if collection.start_field else None
    if not isinstance(start, date) or not collection.end_field or _is_settled(entry):
        return
    day = start.date() if isinstance(start, datetime) else start
    if not _has_end(entry, collection) and _goes_on(entry, start):
        known = max(day, reviewed_on(entry, collection) or day)
        if stale_on(known, outlook.site.stale_after(collection)) <= outlook.today:
            question = "Does it still take place? Please say when it ends, or set `reviewed`."
            yield Reason("endless", f"goes on without an end since {day}", question, known)
    elif not _has_length(entry, collection) and day >= outlook.today:
        question = "How long does it take? Please add `end` or `duration`."
        yield Reason("endless", f"begins on {day} and has no end", question)


def over(entry: Entry, collection: Collection, outlook: Outlook) -> Iterator[Reason]:
    """Its deadline or its last day has passed."""
    question = "This is over. May it be deleted, or is there a new date?"
    deadline = deadline_of(entry, collection)
    if deadline is not None and deadline < outlook.today and not _is_settled(entry):
        name = collection.fields[collection.deadline_field].label.lower()
        yield Reason("over", f"its {name} was {deadline}", question, deadline)
    for name, words in (("expires", "expired on"), ("until", "was offered until")):
        day = entry.values.get(name)
        if isinstance(day, date) and day < outlook.today:
            yield Reason("over", f"{words} {day}", question, day)


def dead(entry: Entry, _: Collection, outlook: Outlook) -> Iterator[Reason]:
    """Links of its own lead nowhere."""
    for url, since in outlook.dead_links.get(entry.key, ()):
        question = f"The link {url} leads nowhere any more. Is there another?"
        yield Reason("dead-link", f"{url} leads nowhere since {since}", question, since)


REASONS: Final[Mapping[str, Callable[[Entry, Collection, Outlook], Iterator[Reason]]]] = {
    "unconfirmed": unconfirmed,
    "full": full,
    "endless": endless,
    "over": over,
    "dead-link": dead,
}
"""Each says why the entry would be asked about, if it would."""


def _status(entry: Entry) -> str:
    return str(entry.values.get("status", "")).casefold()


def _is_settled(entry: Entry) -> bool:
    return _status(entry) in SETTLED


def _goes_on(entry: Entry, start: date) -> bool:
    """Whether it lasts until somebody ends it: a series, or something that is named by days."""
    recurrence = entry.values.get("recurrence")
    return isinstance(recurrence, Recurrence) or not isinstance(start, datetime)


def _has_end(entry: Entry, collection: Collection) -> bool:
    recurrence = entry.values.get("recurrence")
    if isinstance(recurrence, Recurrence):
        return any(word in recurrence.rule for word in _BOUNDED)
    return _has_length(entry, collection)


def _has_length(entry: Entry, collection: Collection) -> bool:
    names = (collection.end_field, "duration", "all_day")
    return any(entry.values.get(name) for name in names)
