"""Which dates a calendar shows: all that come once, and of series those of about a year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from msgspec import Struct

from hubgen.model.entry import Entry
from hubgen.model.schema import Collection
from hubgen.stages.plan.moments import Happening, all_dates

MONTHS_BEFORE = 1
MONTHS_AFTER = 12
MOST_DATES = 60
"""Of one series in a calendar: more than a year of weeks."""


class Dated(Struct, frozen=True):
    """One date, and whose it is."""

    entry: Entry
    happening: Happening
    is_series: bool

    @property
    def day(self) -> date:
        """On the event's own clock."""
        return self.happening.start.date()


@dataclass(frozen=True)
class Almanac:
    """The dates of a collection around a day; each list is made once for all pages and languages."""

    collection: Collection
    entries: tuple[Entry, ...]
    """Those that lists show."""
    today: date

    @cached_property
    def coming(self) -> tuple[Dated, ...]:
        """The dates that aren't over, soonest first; a series has those up to the window's end, and its next one at least."""
        last = last_day(self.today)
        found = []
        for entry in self.entries:
            for place, each in enumerate(self._bounded(entry, self.today)):
                series = each.planned is not None
                if not series or place == 0 or each.start.date() <= last:
                    found.append(Dated(entry, each, series))
        return tuple(sorted(found, key=_order))

    @cached_property
    def around(self) -> tuple[Dated, ...]:
        """The dates of all months of the window, those that are over too."""
        first, last = first_day(self.today), last_day(self.today)
        found = (
            Dated(entry, each, each.planned is not None)
            for entry in self.entries
            for each in self._bounded(entry, first)
            if each.start.date() <= last
        )
        return tuple(sorted(found, key=_order))

    @cached_property
    def over(self) -> tuple[Dated, ...]:
        """The entries that have no date to come, each at its last one, latest first."""
        found = []
        for entry in self.entries:
            dates = all_dates(entry, self.collection)
            if dates and all(each.last_day < self.today for each in dates):
                found.append(Dated(entry, dates[-1], dates[-1].planned is not None))
        return tuple(sorted(found, key=_order, reverse=True))

    @cached_property
    def undated(self) -> tuple[Entry, ...]:
        """The entries that don't say when they are."""
        return tuple(each for each in self.entries if not all_dates(each, self.collection))

    @cached_property
    def ahead(self) -> tuple[Entry, ...]:
        """The entries of the agenda and of the months."""
        keys = {each.entry.key for each in (*self.coming, *self.around)}
        return tuple(each for each in self.entries if each.key in keys)

    @cached_property
    def months(self) -> tuple[date, ...]:
        """The months that have a page: this one, and all from the first to the last on which something happens."""
        low, high = first_day(self.today), last_day(self.today)
        days = [day for each in self.around for day in (each.day, each.happening.last_day)]
        first = min([self.today, *(max(day, low) for day in days)])
        last = max([self.today, *(min(day, high) for day in days)])
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        return tuple(month_after(first, number) for number in range(count))

    def _bounded(self, entry: Entry, day: date) -> tuple[Happening, ...]:
        """The entry's dates that aren't over on that day, as many as a calendar takes of one entry."""
        kept = [each for each in all_dates(entry, self.collection) if each.last_day >= day]
        return tuple(kept[:MOST_DATES])


def first_day(today: date) -> date:
    """The first day of the window: of a whole month, so that a calendar changes with the months and not every day."""
    return month_after(today, -MONTHS_BEFORE)


def last_day(today: date) -> date:
    """The last day of the window."""
    return last_of(month_after(today, MONTHS_AFTER))


def last_of(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def month_after(day: date, months: int) -> date:
    """The first day of the month that many months later."""
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _order(dated: Dated) -> tuple[date, bool, datetime, str]:
    """By the day on the event's own clock, whole days first, then by the instant."""
    happening = dated.happening
    return dated.day, not happening.all_day, happening.start.astimezone(UTC), dated.entry.key
