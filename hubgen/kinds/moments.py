"""Kinds that say when and how long: date, month, datetime, time, duration, timezone, recurrence."""

from datetime import date, datetime, time, timedelta

from hubgen.kinds.kind import Kind, always, kind_of_text, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.shapes import one_scalar
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.model.values import Month
from hubgen.text.clock_times import read_time
from hubgen.text.dates import read_date, read_month
from hubgen.text.durations import read_duration
from hubgen.text.moments import read_moment
from hubgen.text.timezones import read_timezone


def _read_date(node: Node, field: Field, reader: Reader) -> date | None:
    scalar = one_scalar(node, field, reader)
    if scalar is None:
        return None
    return told(read_date(scalar.text, day_first=reader.day_first), scalar, field, reader)


def _read_datetime(node: Node, field: Field, reader: Reader) -> datetime | None:
    scalar = one_scalar(node, field, reader)
    if scalar is None:
        return None
    return told(read_moment(scalar.text, day_first=reader.day_first), scalar, field, reader)


MOMENT_KINDS: tuple[Kind, ...] = (
    Kind("date", _read_date, always(date)),
    Kind("datetime", _read_datetime, always(datetime)),
    kind_of_text("month", read_month, Month),
    kind_of_text("time", read_time, time),
    kind_of_text("duration", read_duration, timedelta),
    kind_of_text("timezone", read_timezone, str),
)
