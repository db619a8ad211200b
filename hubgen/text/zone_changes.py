"""When the clocks of a zone change, for those who must be told the whole rule: calendar files carry their zones along."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import chain
from zoneinfo import ZoneInfo

from msgspec import Struct

STEP = timedelta(days=7)
"""Shorter than any season of a clock; Ramadan's in Morocco is a month."""
_NONE = timedelta()


class ClockChange(Struct, frozen=True):
    """The moment from which the clocks of a zone show something else."""

    moment: datetime
    """In UTC."""
    before: timedelta
    """The distance from UTC until then."""
    after: timedelta
    name: str
    """What the time is called from then on: `CEST`, `+03`."""
    summer: bool

    @property
    def onset(self) -> datetime:
        """The wall time of the change on the clock as it was before it (RFC 5545, section 3.6.5)."""
        return (self.moment + self.before).replace(tzinfo=None)


def clock_changes(zone: str, first_year: int, last_year: int) -> tuple[ClockChange, ...]:
    """What the clocks show at the beginning of the first year, and every change up to the end of the last one."""
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    clock = ZoneInfo(zone)
    years = (_changes(zone, year) for year in range(first_year, last_year + 1))
    return (_change(start, _offset(start, clock), clock), *chain.from_iterable(years))


@lru_cache(maxsize=4096)
def _changes(zone: str, year: int) -> tuple[ClockChange, ...]:
    """Of one year: the zones of a hub's events are asked for again and again, each time for other years."""
    here, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    clock = ZoneInfo(zone)
    face, found = _face(here, clock), []
    while here < end:
        there = min(here + STEP, end)
        before, face = face, _face(there, clock)
        if before != face:
            moment = _first_after(here, there, clock)
            found.append(_change(moment, _offset(here, clock), clock))
        here = there
    return tuple(found)


def _first_after(low: datetime, high: datetime, clock: ZoneInfo) -> datetime:
    """The first second, between the two, at which the clock shows what it shows at the end."""
    face = _face(high, clock)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        low, high = (low, middle) if _face(middle, clock) == face else (middle, high)
    return high


def _change(moment: datetime, before: timedelta, clock: ZoneInfo) -> ClockChange:
    local = moment.astimezone(clock)
    summer = bool(local.dst())
    return ClockChange(moment, before, _offset(moment, clock), local.tzname() or "", summer)


def _face(moment: datetime, clock: ZoneInfo) -> tuple[timedelta, str | None]:
    local = moment.astimezone(clock)
    return local.utcoffset() or _NONE, local.tzname()


def _offset(moment: datetime, clock: ZoneInfo) -> timedelta:
    return moment.astimezone(clock).utcoffset() or _NONE
