"""Kinds that are counted: integers, numbers, and yes or no."""

from collections.abc import Callable
from typing import TypeVar

from hubgen.kinds.kind import Kind, always, kind_of_text, of_text, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_shapes import LITERALS, written
from hubgen.kinds.shapes import one_scalar
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.spelling import cases
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.text.numbers import (
    BOOLEANS,
    DECIMAL_FORM,
    INTEGER_FORM,
    LARGEST,
    read_boolean,
    read_integer,
    read_number,
    shown,
)
from hubgen.text.reading import Reading

Number = TypeVar("Number", int, float)


def _within_range(
    read_text: Callable[[str], Reading[Number]],
) -> Callable[[Node, Field, Reader], Number | None]:
    def read(node: Node, field: Field, reader: Reader) -> Number | None:
        scalar = one_scalar(node, field, reader)
        value = told(read_text(scalar.text), scalar, field, reader) if scalar is not None else None
        if value is None or scalar is None:
            return None
        problem = _out_of_range(value, field)
        if problem:
            reader.refuse(field, "HG316", scalar, problem, help="use a number within these bounds")
            return None
        return value

    return read


def _out_of_range(value: float, field: Field) -> str:
    low, high = field.minimum, field.maximum
    if (low is None or value >= low) and (high is None or value <= high):
        return ""
    if low is None:
        bounds = f"at most {shown(high or 0)}"
    else:
        bounds = f"at least {shown(low)}" if high is None else f"from {shown(low)} to {shown(high)}"
    return f"{shown(value)} is out of range: {bounds}"


def _number_schema(json_type: str, form: str) -> Callable[[Field, Sheet], Schema]:
    def text(field: Field, sheet: Sheet) -> Schema:
        if not sheet.forbids("HG315"):
            return {"type": LITERALS}
        bounds = {
            "minimum": -LARGEST if field.minimum is None else field.minimum,
            "maximum": LARGEST if field.maximum is None else field.maximum,
        }
        # Of a number in quotes no schema can tell whether it is too large.
        number = {"type": json_type, **sheet.only("HG316", **bounds)}
        return {"anyOf": [number, written(form)]}

    return of_text(text)


def _boolean(_: Field, sheet: Sheet) -> Schema:
    if not sheet.forbids("HG317"):
        return {"type": LITERALS}
    return {"anyOf": [{"type": "boolean"}, written(cases(BOOLEANS))]}


NUMBER_KINDS = (
    Kind(
        "integer",
        _within_range(read_integer),
        always(int),
        _number_schema("integer", INTEGER_FORM),
    ),
    Kind(
        "number", _within_range(read_number), always(float), _number_schema("number", DECIMAL_FORM)
    ),
    kind_of_text("boolean", read_boolean, bool, _boolean),
)
