"""Reading named parts by their fields: what an entry, a record or `site.yaml` says, all mistakes in one go."""

import typing
from collections.abc import Mapping as MappingOf
from typing import Any

from hubgen.kinds.keys import hint_at_name, meant_by, refuse_key
from hubgen.kinds.kind import Kind
from hubgen.kinds.reader import Reader
from hubgen.kinds.shapes import is_absent
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Field
from hubgen.text.numbers import read_boolean
from hubgen.text.reading import quoted

_typed_dict: Any = typing.TypedDict

Fields = MappingOf[str, Field]
Kinds = MappingOf[str, Kind]


def read_fields(
    mapping: Mapping,
    fields: Fields,
    kinds: Kinds,
    reader: Reader,
    *,
    complete: bool = True,
    found: MappingOf[str, Node] | None = None,
) -> dict[str, Any]:
    """Field name to value, in the schema's order; what was not given, or is wrong, is absent.

    `complete` fills in defaults and complains about required fields that are missing; `found` is the answer of
    `given_fields`, where the caller has it already.
    """
    if found is None:
        found = given_fields(mapping, fields, reader)
    values: dict[str, Any] = {}
    for name, field in fields.items():
        node = found.get(name)
        value = None
        if node is not None and not is_absent(node):
            value = kinds[field.kind].read(node, field, reader)
            if field.deprecated:
                _out_of_use(field, node, reader)
        elif complete and (field.required or field.required_unless) and _is_required(field, found):
            _missing(field, mapping if node is None else node, reader)
        if value is None and field.default and complete:
            value = default_of(field, kinds, reader)
        if value is not None:
            values[name] = value
    return values


def given_fields(mapping: Mapping, fields: Fields, reader: Reader) -> dict[str, Node]:
    """The nodes by field name; keys that mean a field by another name are hints, others are errors."""
    found: dict[str, Node] = {}
    for key, node in mapping.items:
        name = key.text if key.text in fields else meant_by(key.text, fields)
        if name is None:
            refuse_key(key, fields, reader)
        elif name in found:
            _given_twice(key, name, reader)
        else:
            found[name] = node
            if name != key.text:
                hint_at_name(key, name, reader)
    return found


def by_name(mapping: Mapping, fields: Fields, reader: Reader) -> Mapping:
    """The same values under the fields' own names; unknown keys are reported and left out."""
    place = (mapping.line, mapping.column, mapping.end_line, mapping.end_column)
    found = given_fields(mapping, fields, reader)
    return Mapping(tuple((Scalar(name, *place), node) for name, node in found.items()), *place)


def typed_values(fields: Fields, kinds: Kinds) -> Any:
    """The TypedDict of a record's values, none of them required."""
    types = {name: kinds[field.kind].type(field) for name, field in fields.items()}
    return _typed_dict("Values", types, total=False)


def default_of(field: Field, kinds: Kinds, reader: Reader) -> Any:
    """The value of the field's default text; None when its kind refuses it."""
    if field.kind == "choice" and isinstance(field.of, tuple) and field.default in field.of:
        return field.default
    text = Scalar(field.default, 1, 1, 1, 1)
    return kinds[field.kind].read(text, field, reader.silent())


def _is_required(field: Field, found: MappingOf[str, Node]) -> bool:
    if field.required:
        return True
    others = (found.get(name) for name in field.required_unless)
    return all(other is None or _says_no(other) for other in others)


def _says_no(node: Node) -> bool:
    """Nothing was given, or a yes-or-no field was answered with no."""
    return is_absent(node) or (type(node) is Scalar and read_boolean(node.text).value is False)


def _out_of_use(field: Field, node: Node, reader: Reader) -> None:
    reader.refuse(field, "HG304", node, "this field is no longer in use", help=field.deprecated)


def _missing(field: Field, place: Node, reader: Reader) -> None:
    label = f" ({field.label})" if field.label and field.label.lower() != field.name else ""
    example = f"For example: {field.name}: {field.example}" if field.example else ""
    advice = " ".join(part for part in (field.help, example) if part)
    where = Scalar("", place.line, place.column, place.line, place.column)
    message = f"{quoted(reader.trail + field.name)}{label} is missing"
    reader.complain("HG303", where, message, advice or f"add {field.name}: …")


def _given_twice(key: Scalar, name: str, reader: Reader) -> None:
    message = (
        f"{quoted(reader.trail + name)} is given twice, here under the name {quoted(key.text)}"
    )
    reader.complain("HG305", key, message, "keep one of the two values")
