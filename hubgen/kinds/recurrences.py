"""The kind of a rule by which things repeat: as calendars write it, or in parts."""

from datetime import date
from typing import Any

from hubgen.kinds.filling import read_fields
from hubgen.kinds.kind import Kind, always, told
from hubgen.kinds.moments import DAY
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_parts import parts_schema
from hubgen.kinds.schema_shapes import LITERALS, lone_text, many_of, one_text, text_or_parts
from hubgen.kinds.shapes import LONGEST_LIST, is_absent, many, one_scalar, wrong_shape
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.simple import SIMPLE_KINDS
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Field
from hubgen.model.values import Recurrence
from hubgen.text.dates import read_date
from hubgen.text.recurrence import MOST_BETWEEN, MOST_TIMES, read_rule, rule_of, until_part


def _read_dates(node: Node, field: Field, reader: Reader) -> tuple[date, ...] | None:
    days = []
    for item in many(node, field, reader):
        if type(item) is Scalar:
            days.append(told(read_date(item.text, day_first=reader.day_first), item, field, reader))
        else:
            wrong_shape(item, field, reader, "a date")
    return tuple(sorted({day for day in days if day is not None})) or None


RECURRENCE_FIELDS = {
    field.name: field
    for field in (
        Field(
            "every",
            "text",
            required=True,
            help="How often.",
            example="week",
            synonyms=("freq", "frequency"),
        ),
        Field("on", "tags", max_length=31, synonyms=("day", "days", "weekday", "weekdays")),
        Field("interval", "integer", minimum=1, maximum=MOST_BETWEEN),
        Field("count", "integer", minimum=1, maximum=MOST_TIMES, synonyms=("times",)),
        Field("until", "date", synonyms=("end", "ends", "last")),
        Field("except", "dates", synonyms=("exceptions", "excluded", "exdate", "not_on")),
    )
}
"""The parts of a rule."""


def _dates_schema(field: Field, sheet: Sheet) -> Schema:
    return many_of(lone_text(DAY(field, sheet), sheet), field.max_length or LONGEST_LIST, sheet)


_KINDS = {
    **SIMPLE_KINDS,
    "dates": Kind("dates", _read_dates, always(tuple[date, ...]), _dates_schema),
}


def _read_recurrence(node: Node, field: Field, reader: Reader) -> Recurrence | None:
    if type(node) is Mapping and not is_absent(node):
        parts = read_fields(node, RECURRENCE_FIELDS, _KINDS, reader.inside(field.name))
        return _from_parts(parts, node, field, reader) if "every" in parts else None
    scalar = one_scalar(node, field, reader)
    rule = None if scalar is None else told(read_rule(scalar.text), scalar, field, reader)
    return None if rule is None else Recurrence(rule)


def _from_parts(
    parts: dict[str, Any], node: Mapping, field: Field, reader: Reader
) -> Recurrence | None:
    limit = f"COUNT={parts['count']}" if "count" in parts else ""
    if "until" in parts:
        if limit:
            advice = "keep one of count and until"
            reader.refuse(field, "HG330", node, "the series ends twice", help=advice)
            return None
        limit = until_part(parts["until"])
    rule = told(
        rule_of(parts["every"], parts.get("interval", 1), parts.get("on", ()), limit),
        node,
        field,
        reader,
    )
    excluded = tuple(day.isoformat() for day in parts.get("except", ()))
    return None if rule is None else Recurrence(rule, excluded)


def _recurrence_schema(field: Field, sheet: Sheet) -> Schema:
    parts = parts_schema(RECURRENCE_FIELDS, _KINDS, sheet.inside(field.name))
    return text_or_parts(one_text({"type": LITERALS}, sheet), parts)


RECURRENCE_KINDS = (Kind("recurrence", _read_recurrence, always(Recurrence), _recurrence_schema),)
