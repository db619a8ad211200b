"""Named parts in JSON Schema: what an entry, a record or `site.yaml` may say by its fields; `filling.py` reads them."""

from collections.abc import Mapping as MappingOf
from typing import Any

from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.kinds.keys import SYNONYMS, meant_by
from hubgen.kinds.kind import Kind
from hubgen.kinds.schema_shapes import NOTHING, given, named_parts, nothing_or_no, optional
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.spelling import END, letters_of, spellings
from hubgen.model.schema import Field
from hubgen.text.json_values import json_value
from hubgen.text.yaml_reader import read_yaml

Fields = MappingOf[str, Field]
Kinds = MappingOf[str, Kind]


def parts_schema(fields: Fields, kinds: Kinds, sheet: Sheet) -> Schema:
    """What named parts may be."""
    names = names_and_values(fields, kinds, sheet)
    return named_parts({**names, **all_of(needs(fields, sheet))}, sheet)


def unrequired(fields: Fields) -> dict[str, Field]:
    """The same fields where each may be left out."""
    return {
        name: replace(field, required=False, required_unless=()) for name, field in fields.items()
    }


def all_of(needed: MappingOf[str, Schema]) -> Schema:
    """That every need is met."""
    return {"allOf": list(needed.values())} if needed else {}


def needs(fields: Fields, sheet: Sheet) -> dict[str, Schema]:
    """By field that can't be left out: that it is there under whatever name, or one of those that make it needless."""
    if not sheet.forbids("HG303"):
        return {}
    needed = (field for field in fields.values() if field.required or field.required_unless)
    return {field.name: _need(field, fields) for field in needed}


def names_and_values(fields: Fields, kinds: Kinds, sheet: Sheet) -> Schema:
    """Which names there are and what each may hold."""
    own = {name: _kept(field, kinds, sheet) for name, field in fields.items()}
    otherwise = {}
    for name, field in fields.items():
        if words := _words(field, fields):
            advice = {
                "deprecated": True,
                "description": f"Another name of `{name}`.",
                "deprecationMessage": f"write {name}: instead",
            }
            otherwise[_other_names(name, words, fields)] = {**own[name], **advice}
    return {
        "properties": own,
        "patternProperties": otherwise,
        **sheet.only("HG301", additionalProperties=False),
    }


def described(field: Field, schema: Schema) -> Schema:
    """A schema with what people are told about the field."""
    words = {"title": field.label, "description": field.help}
    about: dict[str, Any] = {name: text for name, text in words.items() if text}
    if field.example:
        about["examples"] = [_plain(field.example)]
    if field.default:
        about["default"] = _plain(field.default)
    if field.deprecated:
        about |= {"deprecated": True, "deprecationMessage": field.deprecated}
    return about | schema


def stands_alone(name: str, fields: Fields) -> bool:
    """Whether this part is enough, so that its text can stand for the whole."""
    others = (field for other, field in fields.items() if other != name)
    return not any(
        field.required or (field.required_unless and name not in field.required_unless)
        for field in others
    )


def _kept(field: Field, kinds: Kinds, sheet: Sheet) -> Schema:
    schema = kinds[field.kind].json_schema(field, sheet)
    schema = given(schema, sheet) if field.required else optional(schema)
    return sheet.keep(field.name, described(field, schema))


def _need(field: Field, fields: Fields) -> Schema:
    names = [field.name]
    if not field.required:
        names += [name for name in field.required_unless if name in fields]
    # The first way is the one that programs tell people about.
    ways: list[Schema] = [
        {"required": [name], "properties": {name: {"not": nothing_or_no()}}} for name in names[1:]
    ]
    ways.insert(0, {"required": [field.name], "properties": {field.name: {"not": NOTHING}}})
    for name in names:
        nothing = NOTHING if name == field.name else nothing_or_no()
        if words := _words(fields[name], fields):
            pattern = _other_names(name, words, fields)
            ways.append({"not": {"patternProperties": {pattern: nothing}}})
    return {"anyOf": ways}


def _words(field: Field, fields: Fields) -> list[str]:
    """The words that mean a field, each in many spellings."""
    names = (field.name, *field.synonyms, field.label)
    known = (word for word, name in SYNONYMS.items() if name == field.name)
    words = dict.fromkeys(map(letters_of, (*names, *known)))
    return [word for word in words if word and meant_by(word, fields) == field.name]


def _other_names(name: str, words: list[str], fields: Fields) -> str:
    """A pattern of all keys that mean a field, but for names of fields as they are."""
    exact = [other for other in fields if letters_of(other) in words]
    return f"^(?!(?:{'|'.join(dict.fromkeys([name, *exact]))}){END}){spellings(words)}$"


def _plain(text: str) -> Any:
    """A text of the schema as other programs read it."""
    node = read_yaml(text, "", Report())
    return text if node is None else json_value(node)
