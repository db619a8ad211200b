"""The shapes of values in JSON Schema: text, a list, named parts, or nothing at all; `shapes.py` reads them.

Other programs decide by themselves whether `NO`, `12:30` or `1.10` is text, a number or a yes-or-no. Hubgen doesn't, so
each kind lists all that its text may be taken for.
"""

from typing import Final

from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.spelling import cases
from hubgen.text.numbers import BOOLEANS

LITERALS: Final = ["string", "number", "boolean"]
"""What one piece of text may be taken for."""
NOTHING: Final[Schema] = {"$ref": "#/$defs/nothing"}
"""No text, no items, or only such; `whole` says it."""
_SOME_PARTS: Final[Schema] = {"type": "object", "not": NOTHING}
GIVEN_TEXT: Final[Schema] = {"type": LITERALS, "pattern": r"\S"}
SEPARATED: Final[Schema] = {"type": "string", "pattern": "[;,]"}
"""A list that is written as one text; its pieces are read one by one."""
_NOTHING_AT_ALL: Final[Schema] = {
    "description": "Nothing: as if the key weren't there.",
    "anyOf": [
        {"type": "null"},
        {"type": "string", "pattern": r"^\s*$"},
        {"type": "array", "items": NOTHING},
        {"type": "object", "additionalProperties": NOTHING},
    ],
}


def whole(schema: Schema, sheet: Sheet) -> Schema:
    """A document of its own: with its dialect, and the parts to which it refers."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "$defs": {"nothing": _NOTHING_AT_ALL, **sheet.parts},
    }


def text_or_parts(text: Schema, parts: Schema) -> Schema:
    """Text, or named parts that say something: programs tell what is wrong with the one that was chosen."""
    return {"if": _SOME_PARTS, "then": parts, "else": text}


def optional(schema: Schema) -> Schema:
    """The same, or nothing."""
    if "if" in schema:
        return {**schema, "else": optional(schema["else"])} if "else" in schema else schema
    if schema.get("type") == "object":
        # Parts that say something have gone another way.
        return text_or_parts({"anyOf": [NOTHING, {"type": "object"}]}, schema)
    ways = schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]
    return {"anyOf": [*ways, NOTHING]}


def given(schema: Schema, sheet: Sheet) -> Schema:
    """The same, where saying nothing is an error; else optional."""
    return {**schema, "not": NOTHING} if sheet.forbids("HG303") else optional(schema)


def nothing_or_no() -> Schema:
    """Nothing was given, or a no."""
    words = cases(word for word, value in BOOLEANS.items() if not value)
    return {"anyOf": [NOTHING, {"const": False}, written(words)]}


def written(form: str, *, longest: int | None = None) -> Schema:
    """Text of a certain form, with space around it."""
    size = "" if longest is None else rf"(?=\S{{1,{longest}}}\s*$)"
    return {"type": "string", "pattern": rf"^\s*{size}(?:{form})\s*$"}


def lone_text(text: Schema, sheet: Sheet) -> Schema:
    """One piece of text, not in a list."""
    return text if sheet.forbids("HG306") else {"if": {"type": LITERALS}, "then": text}


def one_text(text: Schema, sheet: Sheet) -> Schema:
    """One piece of text, alone or as the only one of a list."""
    if not sheet.forbids("HG306"):
        return lone_text(text, sheet)
    listed = {
        "type": "array",
        "items": optional(text),
        "contains": {"not": NOTHING},
        "maxContains": 1,
    }
    return {"anyOf": [text, listed]}


def many_of(item: Schema, limit: int, sheet: Sheet) -> Schema:
    """A list with at most so many items that say something, or one that stands alone."""
    return {"anyOf": [listed(item, limit, sheet), item, SEPARATED]}


def listed(item: Schema, limit: int, sheet: Sheet) -> Schema:
    """A list, written as one."""
    most = sheet.only("HG312", contains={"not": NOTHING}, minContains=0, maxContains=limit)
    return {"type": "array", "items": optional(item), **most}


def named_parts(schema: Schema, sheet: Sheet) -> Schema:
    """Names with values."""
    if sheet.forbids("HG306"):
        return {"type": "object", **schema}
    return {"if": _SOME_PARTS, "then": schema}
