"""Kinds that hold other fields: lists, records and mappings; and reading a whole record by its fields."""

from collections.abc import Mapping as MappingOf
from types import GenericAlias
from typing import Any

from msgspec.structs import replace

from hubgen.kinds.accounts import services_schema
from hubgen.kinds.filling import Fields, read_fields, typed_values
from hubgen.kinds.kind import Kind
from hubgen.kinds.plain import PLAIN_KINDS
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_parts import parts_schema, stands_alone
from hubgen.kinds.schema_shapes import (
    LITERALS,
    listed,
    many_of,
    named_parts,
    optional,
    text_or_parts,
)
from hubgen.kinds.shapes import LONGEST_LIST, is_absent, many, wrong_shape
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Field


def read_record(
    mapping: Mapping,
    fields: Fields,
    reader: Reader,
    *,
    complete: bool = True,
    found: MappingOf[str, Node] | None = None,
) -> dict[str, Any]:
    """Field name to value, in the schema's order; what was not given, or is wrong, is absent.

    Every mistake is reported in one go: unknown keys, other names, shapes, values and, when the record is to be
    `complete`, what is missing; then defaults are filled in, too. `found` is the answer of `given_fields`, where the
    caller has it already.
    """
    return read_fields(mapping, fields, FIELD_KINDS, reader, complete=complete, found=found)


def values_type(fields: Fields) -> Any:
    """The TypedDict of a record's values, none of them required: for bringing them back from the cache."""
    return typed_values(fields, FIELD_KINDS)


def published(values: MappingOf[str, Any], fields: Fields) -> dict[str, Any]:
    """The values that may leave the file: without private fields, and without what its person has not opened."""
    closed = [name for name in values if _is_closed(fields[name], values)]
    return {name: value for name, value in values.items() if name not in closed}


def _is_closed(field: Field, values: MappingOf[str, Any]) -> bool:
    if not (field.private or field.public_if):
        return False
    return field.private or values.get(field.public_if) is not True


def item_field(field: Field) -> Field:
    """The field of a list's items or a mapping's values, under the name of the whole."""
    if isinstance(field.of, Field):
        return field.of if field.of.name == field.name else replace(field.of, name=field.name)
    kind = "choice" if field.of else ("record" if field.fields else "text")
    return Field(field.name, kind, of=field.of, fields=field.fields, example=field.example)


_WITH_COMMAS = frozenset({"markdown", "record", "place", "recurrence", "url"})
"""Kinds of which one text may hold commas of its own."""


def _read_list(node: Node, field: Field, reader: Reader) -> tuple[Any, ...] | None:
    item = item_field(field)
    read = FIELD_KINDS[item.kind].read
    nodes = _accounts(node) if item.kind == "handle" else None
    values = (read(each, item, reader) for each in nodes or items_of(node, field, reader))
    return tuple(value for value in values if value is not None) or None


def items_of(node: Node, field: Field, reader: Reader) -> tuple[Node, ...]:
    """The items of a list; where one item may hold commas of its own, a lone text is one item."""
    if type(node) is Scalar and item_field(field).kind in _WITH_COMMAS:
        return () if node.is_empty else (node,)
    return many(node, field, reader)


def _accounts(node: Node) -> tuple[Node, ...] | None:
    """`{github: ada, website: https://...}` as a list of one-part mappings."""
    if type(node) is not Mapping or any(
        key.text in {"service", "name", "url"} for key, _ in node.items
    ):
        return None
    return tuple(
        Mapping(((key, value),), key.line, key.column, value.end_line, value.end_column)
        for key, value in node.items
        if not is_absent(value)
    )


def _read_nested(node: Node, field: Field, reader: Reader) -> dict[str, Any] | None:
    if type(node) is Scalar and field.shorthand and not node.is_empty:
        node = _named_part(field.shorthand, node)
    if type(node) is not Mapping:
        if not is_absent(node):
            wrong_shape(node, field, reader, f"named parts ({', '.join(list(field.fields)[:6])})")
        return None
    values = read_record(node, field.fields, reader.inside(field.name))
    return published(values, field.fields) or None


def _named_part(name: str, node: Scalar) -> Mapping:
    place = (node.line, node.column, node.end_line, node.end_column)
    return Mapping(((Scalar(name, *place), node),), *place)


def _read_mapping(node: Node, field: Field, reader: Reader) -> dict[str, Any] | None:
    if type(node) is not Mapping:
        if not is_absent(node):
            wrong_shape(node, field, reader, "names with a value each")
        return None
    item = item_field(field)
    named = _key_field(field)
    if len(node.items) > LONGEST_LIST:
        message = f"{len(node.items):,} names, and at most {LONGEST_LIST:,} are read"
        reader.refuse(field, "HG312", node.items[LONGEST_LIST][0], message, help="remove some")
    values: dict[str, Any] = {}
    for key, each in node.items[:LONGEST_LIST]:
        name = FIELD_KINDS[named.kind].read(key, named, reader)
        value = None if is_absent(each) else FIELD_KINDS[item.kind].read(each, item, reader)
        if name is not None and value is not None:
            values[str(name)] = value
    return values or None


def _tuple_type(field: Field) -> Any:
    item = item_field(field)
    return GenericAlias(tuple, (FIELD_KINDS[item.kind].type(item), ...))


def _mapping_type(field: Field) -> Any:
    item = item_field(field)
    return GenericAlias(dict, (str, FIELD_KINDS[item.kind].type(item)))


def record_schema(fields: Fields, sheet: Sheet) -> Schema:
    """What `read_record` reads without an error, in JSON Schema."""
    return parts_schema(fields, FIELD_KINDS, sheet)


def _list_schema(field: Field, sheet: Sheet) -> Schema:
    item = item_field(field)
    schema = FIELD_KINDS[item.kind].json_schema(item, sheet)
    limit = field.max_length or LONGEST_LIST
    if item.kind in _WITH_COMMAS:
        return {"anyOf": [listed(schema, limit, sheet), schema]}
    many = many_of(schema, limit, sheet)
    return {"anyOf": [*many["anyOf"], services_schema(sheet)]} if item.kind == "handle" else many


def _nested_schema(field: Field, sheet: Sheet) -> Schema:
    inner = sheet.inside(field.name)
    named = record_schema(field.fields, inner)
    if field.shorthand not in field.fields or not (
        stands_alone(field.shorthand, field.fields) or not sheet.forbids("HG303")
    ):
        return named
    meant = field.fields[field.shorthand]
    text = FIELD_KINDS[meant.kind].json_schema(meant, inner)
    return text_or_parts({"type": LITERALS, "allOf": [text]}, named)


def _mapping_schema(field: Field, sheet: Sheet) -> Schema:
    item = item_field(field)
    key = FIELD_KINDS[field.keys or "text"].json_schema(_key_field(field), sheet)
    # A key that says nothing is passed over with its value.
    names = {"anyOf": [key, {"enum": ["null", "Null", "NULL", "~"]}, {"pattern": r"^\s*$"}]}
    values = optional(FIELD_KINDS[item.kind].json_schema(item, sheet))
    most = sheet.only("HG312", maxProperties=LONGEST_LIST)
    return named_parts({"propertyNames": names, "additionalProperties": values, **most}, sheet)


def _key_field(field: Field) -> Field:
    return Field(field.name, field.keys or "text", max_length=200)


FIELD_KINDS: MappingOf[str, Kind] = {
    **PLAIN_KINDS,
    "list": Kind("list", _read_list, _tuple_type, _list_schema),
    "record": Kind("record", _read_nested, lambda field: values_type(field.fields), _nested_schema),
    "mapping": Kind("mapping", _read_mapping, _mapping_type, _mapping_schema),
}
"""Every kind of field: what it reads, what it complains about, what it keeps, and what it tells other programs."""
