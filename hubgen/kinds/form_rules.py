"""What a form in a browser has to know of a field to judge an answer as `check` does, and to write it as `new` does."""

from collections.abc import Mapping
from typing import Any

from hubgen.kinds.answers import parts_of
from hubgen.kinds.choices import VISIBILITIES
from hubgen.kinds.record import item_field
from hubgen.kinds.shapes import LONGEST_LIST
from hubgen.kinds.texts import LONGEST_MARKDOWN, LONGEST_TEXT
from hubgen.model.schema import Field

Rules = dict[str, Any]
_LINES = frozenset({"text", "file", "reference"})
_NAMES = frozenset({"tags", "skills", "references"})
_LISTED = frozenset({"list", "dates", *_NAMES})


def rules_of(field: Field) -> Rules:
    """The field as plain values; what is not said of it is left out."""
    told = {
        "name": field.name,
        "kind": field.kind,
        "label": field.label,
        "help": field.help,
        "example": field.example,
        "required": field.required,
        "unless": list(field.required_unless),
        "longest": _longest(field),
        "least": field.minimum,
        "most": field.maximum,
        "choices": list(choices_of(field)),
        "service": field.service,
        "to": list(field.to),
        "loose": field.loose,
        "body": field.body,
        "of": _inner(field),
        "keys": (field.keys or "text") if field.kind == "mapping" else "",
        "parts": {name: rules_of(part) for name, part in parts_of(field).items()},
    }
    # A least of nought is said, and not taken for a no.
    return {name: value for name, value in told.items() if value or type(value) in {int, float}}


def fields_rules(fields: Mapping[str, Field]) -> dict[str, Rules]:
    """The rules of several fields, in their order."""
    return {name: rules_of(field) for name, field in fields.items() if not field.deprecated}


def choices_of(field: Field) -> tuple[str, ...]:
    """The words among which one chooses."""
    if field.kind == "visibility":
        return VISIBILITIES
    return field.of if isinstance(field.of, tuple) and field.kind != "list" else ()


def _longest(field: Field) -> int | None:
    """Of a text in code points, of a list in items."""
    if field.kind in _LISTED:
        return field.max_length or LONGEST_LIST
    if field.kind == "markdown":
        return field.max_length or LONGEST_MARKDOWN
    return field.max_length or LONGEST_TEXT if field.kind in _LINES else None


def _inner(field: Field) -> Rules:
    if field.kind in _NAMES:
        return rules_of(Field(field.name, "text", max_length=field.max_length))
    if field.kind == "dates":
        return rules_of(Field(field.name, "date"))
    return rules_of(item_field(field)) if field.kind in {"list", "mapping"} else {}
