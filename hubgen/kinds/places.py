"""The kinds of a place, written as its name or in parts, and of a person's consent."""

from typing import Any

from hubgen.kinds.filling import read_fields, typed_values
from hubgen.kinds.kind import Kind, always
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_parts import parts_schema
from hubgen.kinds.schema_shapes import one_text, text_or_parts
from hubgen.kinds.shapes import is_absent, one_scalar, wrong_shape
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.simple import SIMPLE_KINDS
from hubgen.kinds.texts import line_of, line_schema
from hubgen.model.nodes import Mapping, Node
from hubgen.model.schema import Field
from hubgen.model.values import Place
from hubgen.text.patterns import pattern
from hubgen.text.reading import quoted

_NOWHERE = pattern(
    r"(?i)online|on-line|virtual(?:ly)?|remote(?:ly)?|zoom|web|internet|en ligne|google meet|(?:ms )?teams"
)

PLACE_FIELDS = {
    field.name: field
    for field in (
        Field("name", "text", max_length=200, synonyms=("venue", "building", "room")),
        Field("address", "text", max_length=300, synonyms=("street",)),
        Field("city", "text", max_length=120, synonyms=("town", "locality")),
        Field("region", "text", max_length=120, synonyms=("state", "province", "county")),
        Field("country", "country", synonyms=("country_code",)),
        Field("latitude", "number", minimum=-90, maximum=90, synonyms=("lat",)),
        Field("longitude", "number", minimum=-180, maximum=180, synonyms=("lon", "lng", "long")),
    )
}
"""The parts of a place."""

CONSENT_FIELDS = {
    "date": Field("date", "date", required=True, help="The day on which the person agreed."),
    "version": Field(
        "version", "text", required=True, help="Of the text they agreed to.", max_length=60
    ),
}
"""The parts of a consent."""


def _read_place(node: Node, field: Field, reader: Reader) -> Place | None:
    if type(node) is Mapping and not is_absent(node):
        parts = read_fields(node, PLACE_FIELDS, SIMPLE_KINDS, reader.inside(field.name))
        if "latitude" in parts and "longitude" not in parts:
            del parts["latitude"]
        return Place(**parts) if parts else None
    scalar = one_scalar(node, field, reader)
    name = line_of(scalar, field, reader) if scalar is not None else None
    if name is None or scalar is None:
        return None
    if _NOWHERE.fullmatch(name):
        advice = "remove it and write mode: online"
        reader.refuse(field, "HG354", scalar, f"{quoted(name)} is no place", help=advice)
        return None
    return Place(name=name)


def _read_consent(node: Node, field: Field, reader: Reader) -> dict[str, Any] | None:
    if type(node) is Mapping and not is_absent(node):
        return read_fields(node, CONSENT_FIELDS, SIMPLE_KINDS, reader.inside(field.name)) or None
    if not is_absent(node):
        wrong_shape(node, field, reader, "a date and a version")
    return None


def _place_schema(field: Field, sheet: Sheet) -> Schema:
    parts = parts_schema(PLACE_FIELDS, SIMPLE_KINDS, sheet.inside(field.name))
    return text_or_parts(one_text(line_schema(field, sheet), sheet), parts)


def _consent_schema(field: Field, sheet: Sheet) -> Schema:
    return parts_schema(CONSENT_FIELDS, SIMPLE_KINDS, sheet.inside(field.name))


PLACE_KINDS = (
    Kind("place", _read_place, always(Place), _place_schema),
    Kind(
        "consent",
        _read_consent,
        always(typed_values(CONSENT_FIELDS, SIMPLE_KINDS)),
        _consent_schema,
    ),
)
