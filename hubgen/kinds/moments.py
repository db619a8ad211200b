"""Kinds that say when and how long: date, month, datetime, time, duration, timezone, recurrence."""

from datetime import date, datetime, time, timedelta

from hubgen.kinds.kind import Kind, always, kind_of_text, of_text, text_of, text_taken_for, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.shapes import one_scalar
from hubgen.kinds.sheet import Schema
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.model.values import Month
from hubgen.text.clock_times import TIME_FORM, read_time
from hubgen.text.dates import DATE_FORM, MONTH_FORM, read_date, read_month
from hubgen.text.durations import read_duration
from hubgen.text.moments import MOMENT_FORM, read_moment
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


_DAY_CODES = ("HG320", "HG321", "HG322")
DAY = text_of(DATE_FORM, *_DAY_CODES)
"""The form of a day; whether there is such a day, only a calendar knows."""
_SEXAGESIMAL: Schema = {"type": "number", "minimum": 60}
"""YAML 1.1 takes 12:30 for the number 750."""

MOMENT_KINDS: tuple[Kind, ...] = (
    Kind("date", _read_date, always(date), of_text(DAY)),
    Kind(
        "datetime",
        _read_datetime,
        always(datetime),
        of_text(text_of(MOMENT_FORM, *_DAY_CODES, "HG323", "HG324")),
    ),
    kind_of_text("month", read_month, Month, text_of(MONTH_FORM, "HG320")),
    kind_of_text("time", read_time, time, text_of(TIME_FORM, "HG323", also=(_SEXAGESIMAL,))),
    kind_of_text("duration", read_duration, timedelta, text_taken_for("string", "number")),
    kind_of_text("timezone", read_timezone, str, text_taken_for("string")),
)
