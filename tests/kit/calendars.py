"""Calendar files as other programs read them: every date of every event as instants, to compare with what the site says."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar

PROGRAM = Path(__file__).parent.parent / "html" / "read_calendars.cjs"
MOST = 400
"""Dates of one series that are compared."""

Row = tuple[str, str, str, str]
"""UID, start, end, status. Instants in UTC; a day is a day."""


def read_by_ical_js(texts: Sequence[bytes]) -> list[list[Row]]:
    """What ical.js finds in each file; it knows no zone but those that the file brings along."""
    node = shutil.which("node")
    assert node, "these tests need Node, and ical.js in tests/html (./dev test installs it)"
    asked = json.dumps([text.decode() for text in texts])
    done = subprocess.run(
        [node, str(PROGRAM), str(MOST)], input=asked, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [sorted(map(_row, rows)) for rows in json.loads(done.stdout)]


def read_by_dateutil(text: bytes) -> list[Row]:
    """What dateutil finds, with the clocks of the system's own zones and not those of the file."""
    events = events_in(text)
    different = {
        (str(each["uid"]), instant(each["recurrence-id"].dt)): each
        for each in events
        if "recurrence-id" in each
    }
    rows = []
    for event in events:
        if "recurrence-id" not in event:
            uid = str(event["uid"])
            for start, end in islice(_dates(event), MOST):
                other = different.get((uid, instant(start)))
                rows.append(_said(uid, other) if other else _plain(uid, event, start, end))
    return sorted(rows)


def events_in(text: bytes) -> list[Any]:
    """The events of a calendar file, as the library reads them."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def instant(moment: date) -> str:
    """The moment in UTC, or the day."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat()
    return moment.isoformat()


def _dates(event: Any) -> Iterator[tuple[date, date]]:
    start, end = event["dtstart"].dt, event["dtend"].dt
    if "rrule" not in event:
        yield start, end
        return
    zone = start.tzinfo if isinstance(start, datetime) else None
    excluded = {instant(each.dt) for each in event["exdate"].dts} if "exdate" in event else set()
    rule = event["rrule"].to_ical().decode()
    first = start if isinstance(start, datetime) else datetime.fromisoformat(start.isoformat())
    until = event["rrule"].get("until")
    bare = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
    for wall in rrulestr(bare, dtstart=first.replace(tzinfo=None)):
        begin: date = wall.replace(tzinfo=zone) if zone else wall.date()
        if until and _is_after(begin, until[0]):
            return
        if instant(begin) not in excluded:
            yield begin, _end(begin, start, end)


def _is_after(begin: date, until: date) -> bool:
    return instant(begin) > instant(until)


def _end(begin: date, start: date, end: date) -> date:
    if isinstance(begin, datetime) and isinstance(start, datetime) and isinstance(end, datetime):
        length: timedelta = end.astimezone(UTC) - start.astimezone(UTC)
        return begin.astimezone(UTC) + length
    return begin + (end - start)


def _said(uid: str, event: Any) -> Row:
    return _plain(uid, event, event["dtstart"].dt, event["dtend"].dt)


def _plain(uid: str, event: Any, start: date, end: date) -> Row:
    return uid, instant(start), instant(end), str(event["status"])


def _row(values: list[str]) -> Row:
    uid, start, end, status = values
    return uid, start, end, status
