"""Kinds that pick from a few words."""

from collections.abc import Callable

from hubgen.diagnostics import Severity
from hubgen.diagnostics.suggest import closest
from hubgen.kinds.kind import Kind, always, told
from hubgen.kinds.reader import Reader
from hubgen.kinds.shapes import one_scalar
from hubgen.model.nodes import Node
from hubgen.model.schema import Field
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
    wanted = _letters(text)
    for choice in choices:
        if wanted and _letters(choice) == wanted:
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


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


CHOICE_KINDS = (
    Kind("choice", read_choice, always(str)),
    Kind("status", read_choice, always(str)),
    Kind("visibility", _among(VISIBILITIES), always(str)),
    Kind("severity", _among(tuple(map(str, Severity))), always(str)),
)
