"""Kinds that pick from a few words."""

from collections.abc import Callable

from hubgen.diagnostics import Severity
from hubgen.diagnostics.suggest import closest
from hubgen.kinds.kind import Kind, always, of_text, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.schema_shapes import LITERALS
from hubgen.kinds.shapes import one_scalar
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.kinds.spelling import letters_of, spellings
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
from hubgen.text.numbers import BOOLEANS
from hubgen.text.reading import Reading, quoted, refused

VISIBILITIES = ("public", "unlisted", "hidden")


def read_choice(node: Node, field: Field, reader: Reader) -> str | None:
    """One of the field's choices."""
    choices = field.of if isinstance(field.of, tuple) else ()
    return _choose(node, choices, field, reader)


def choice_in(text: str, choices: tuple[str, ...]) -> Reading[str]:
    """The choice that the text names, letter case, hyphens and spaces aside."""
    if text in choices:
        return Reading(text)
    wanted = letters_of(text)
    for choice in choices:
        if wanted and letters_of(choice) == wanted:
            return Reading(choice)
    guess = closest(text, choices)
    listed = "choose from: " + ", ".join(choices)
    advice = f"did you mean '{guess}'? {listed}" if guess else listed
    return refused("HG318", f"{quoted(text)} is none of the choices", advice)


def _choose(node: Node, choices: tuple[str, ...], field: Field, reader: Reader) -> str | None:
    scalar = one_scalar(node, field, reader)
    return None if scalar is None else told(choice_in(scalar.text, choices), scalar, field, reader)


def _among(choices: tuple[str, ...]) -> Callable[[Node, Field, Reader], str | None]:
    return lambda node, field, reader: _choose(node, choices, field, reader)


def choices_schema(choices: tuple[str, ...], sheet: Sheet) -> Schema:
    """The choices, and their other spellings."""
    if not sheet.forbids("HG318"):
        return {"type": LITERALS}
    ways: list[Schema] = [{"enum": list(choices)}]
    if form := spellings(choices):
        ways.append({"type": "string", "pattern": f"^{form}$"})
    words = set(map(letters_of, choices))
    if words & BOOLEANS.keys():
        ways.append({"type": "boolean"})
    if any(word[:1].isdecimal() or word in {"inf", "nan"} for word in words):
        ways.append({"type": "number"})
    return {"anyOf": ways}


def _choice_schema(field: Field, sheet: Sheet) -> Schema:
    return choices_schema(field.of if isinstance(field.of, tuple) else (), sheet)


_SEVERITIES = tuple(map(str, Severity))

CHOICE_KINDS = (
    Kind("choice", read_choice, always(str), of_text(_choice_schema)),
    Kind("status", read_choice, always(str), of_text(_choice_schema)),
    Kind(
        "visibility",
        _among(VISIBILITIES),
        always(str),
        of_text(lambda _, sheet: choices_schema(VISIBILITIES, sheet)),
    ),
    Kind(
        "severity",
        _among(_SEVERITIES),
        always(str),
        of_text(lambda _, sheet: choices_schema(_SEVERITIES, sheet)),
    ),
)
