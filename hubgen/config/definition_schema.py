"""Definitions of collections and fields in JSON Schema: what `definitions.py` reads in `site.yaml`."""

from collections.abc import Iterable, Mapping
from typing import Final

from hubgen.config.collections import built_in, every_field
from hubgen.config.definitions import NAME_FORM
from hubgen.config.words import COLLECTION_WORDS, FIELD_WORDS
from hubgen.kinds import FIELD_KINDS, record_schema
from hubgen.kinds.schema_parts import described, unrequired
from hubgen.kinds.schema_shapes import (
    GIVEN_TEXT,
    LITERALS,
    NOTHING,
    given,
    one_text,
    optional,
    written,
)
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.spelling import END
from hubgen.model.schema import Field

_NEW: Final = "new-field"
_CHANGE: Final = "known-field"
_COLLECTION: Final = "collection"
"""Names among the parts; no setting is called so."""
_TAKEN_AWAY: Final[Schema] = {"enum": [False, "false"]}


def collections_schema(sheet: Sheet) -> Schema:
    """What may stand below `collections:`."""
    if not sheet.forbids("HG406"):
        return {}
    _keep_field(FIELD_WORDS, _NEW, sheet)
    _keep_field(unrequired(FIELD_WORDS), _CHANGE, sheet)
    sheet.keep(_COLLECTION, record_schema(unrequired(COLLECTION_WORDS), sheet.inside(_COLLECTION)))
    sheet.keep(f"{_COLLECTION}.fields", described(COLLECTION_WORDS["fields"], {}))
    known = {name: _known_schema(tuple(each.fields), sheet) for name, each in built_in().items()}
    own = _collection_schema(tuple(every_field()), sheet)
    return {
        "anyOf": [{"type": "object", "properties": known, "additionalProperties": own}, NOTHING]
    }


def _known_schema(fields: tuple[str, ...], sheet: Sheet) -> Schema:
    words = {"enum": [True, False, "true", "yes", "on", "false", "no", "off"]}
    return {"anyOf": [words, _collection_schema(fields, sheet), NOTHING]}


def _collection_schema(known: tuple[str, ...], sheet: Sheet) -> Schema:
    fields = {"fields": _fields_schema(known, sheet)}
    return {"type": "object", **_reference(_COLLECTION), "properties": fields}


def _keep_field(words: Mapping[str, Field], name: str, sheet: Sheet) -> None:
    """Put down what the words of a field may say, with those that the room of definitions reads itself."""
    inner = sheet.inside(name)
    described_field = {"type": "object", **sheet.keep(name, record_schema(words, inner))}
    ways = {"anyOf": [_kind_schema(sheet), described_field, _TAKEN_AWAY]}
    sheet.keep(f"{name}-or-kind", ways)
    for word, schema in _special_words(words, sheet).items():
        inner.keep(word, described(words[word], schema))


def _special_words(words: Mapping[str, Field], sheet: Sheet) -> dict[str, Schema]:
    kind = one_text(_kind_schema(sheet), sheet)
    item = {"type": "object", **_reference(_NEW)}
    return {
        "kind": given(kind, sheet) if words["kind"].required else optional(kind),
        "keys": optional(kind),
        "of": {"anyOf": [{"type": "array"}, GIVEN_TEXT, item]},
        "fields": _fields_schema((), sheet),
        "example": {},
    }


def _fields_schema(known: Iterable[str], sheet: Sheet) -> Schema:
    """Fields by name: those that are known may say a part, others must say their kind."""
    names = tuple(known)
    new = f"^(?!(?:{'|'.join(names)}){END}){NAME_FORM}$" if names else f"^{NAME_FORM}$"
    fields = {
        "type": "object",
        "properties": {name: _reference(f"{_CHANGE}-or-kind") for name in names},
        "patternProperties": {new: _reference(f"{_NEW}-or-kind")},
        **sheet.only("HG416", additionalProperties=_TAKEN_AWAY),
    }
    return {"anyOf": [fields, NOTHING]}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _kind_schema(sheet: Sheet) -> Schema:
    if not sheet.forbids("HG407"):
        return {"type": LITERALS}
    kinds = sorted(FIELD_KINDS)
    return {"anyOf": [{"enum": kinds}, written("|".join(kinds))]}
