"""What an entry's file may say, and a file that holds a whole collection, in JSON Schema."""

from typing import Final

from msgspec.structs import replace

from hubgen.kinds import FIELD_KINDS
from hubgen.kinds.schema_parts import all_of, names_and_values, needs, stands_alone, unrequired
from hubgen.kinds.schema_shapes import GIVEN_TEXT, LITERALS
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.spelling import END
from hubgen.model.schema import Collection
from hubgen.text.slugs import RESERVED, SLUG_FORM, SLUG_LENGTH_LIMIT

_SLUG_KEYS: Final = ("slug", "id")
_IS_SLUG: Final = (
    f"^(?!(?:{'|'.join(sorted(RESERVED))}){END})(?=.{{1,{SLUG_LENGTH_LIMIT}}}{END}){SLUG_FORM}{END}"
)


def entry_schema(collection: Collection, sheet: Sheet) -> Schema:
    """One entry of a collection."""
    return {
        "title": collection.singular,
        "description": collection.description or collection.label,
        **sheet.only("HG131", type="object"),
        **names_and_values(collection.fields, FIELD_KINDS, sheet),
        **all_of(needs(collection.fields, sheet)),
    }


def many_schema(collection: Collection, sheet: Sheet) -> Schema:
    """A file of many entries: a list, a list under the collection's name, or names with an entry each."""
    about: Schema = {
        "title": collection.label,
        "description": "A list of entries, or their names with an entry each.",
    }
    if not sheet.forbids("HG138"):
        return about
    names = {"type": "object", **names_and_values(collection.fields, FIELD_KINDS, sheet)}
    entry = sheet.keep("entry", names)
    needed = needs(collection.fields, sheet)
    untitled = {name: need for name, need in needed.items() if name != collection.title_field}
    title = _title_alone(collection, sheet)
    listed = {"anyOf": [{**_with_slug(names, sheet), **all_of(needed)}, *title]}
    nameless = [{"type": "null"}, {"type": "string"}] if title else []
    entries = sheet.keep("entries", {"type": "array", "items": listed})
    by_name = {
        "type": "object",
        "patternProperties": {
            _IS_SLUG: {"anyOf": [{**entry, **all_of(needed)}, *title, *nameless]}
        },
        # Other names are titles.
        "additionalProperties": {"anyOf": [{**entry, **all_of(untitled)}, *title, *nameless]},
    }
    return {**about, "anyOf": [entries, by_name, *_wrapped(entries, collection)]}


def translation_of(collection: Collection) -> Collection:
    """The collection as translations see it: nothing is required, and what isn't translatable is out of place."""
    advice = "take it out: the value of the entry itself is used"
    fields = {
        name: field if field.translatable else replace(field, deprecated=advice)
        for name, field in unrequired(collection.fields).items()
    }
    return replace(collection, fields=fields)


def _with_slug(names: Schema, sheet: Sheet) -> Schema:
    """An item of a list may say what it is called in addresses, by one of two keys that no field has."""
    free = [key for key in _SLUG_KEYS if key not in names["properties"]]
    if not sheet.forbids("HG301"):
        return names
    properties = {**names["properties"], **dict.fromkeys(free, GIVEN_TEXT)}
    return {**names, "properties": properties, "not": {"required": list(_SLUG_KEYS)}}


def _title_alone(collection: Collection, sheet: Sheet) -> list[Schema]:
    """The title in place of an entry, where an entry needs nothing else."""
    title = collection.fields.get(collection.title_field)
    if title is None or title.kind != "text":
        return []
    if sheet.forbids("HG303") and not stands_alone(title.name, collection.fields):
        return []
    return [{"type": LITERALS, "pattern": r"\S", "$ref": f"#/$defs/{title.name}"}]


def _wrapped(entries: Schema, collection: Collection) -> list[Schema]:
    """A list below a key that only says what it is."""
    beside = {"type": [*LITERALS, "null"]}
    named = {"required": [collection.name], "properties": {collection.name: entries}}
    return [
        {"type": "object", **named, "additionalProperties": beside},
        {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": entries},
    ]
