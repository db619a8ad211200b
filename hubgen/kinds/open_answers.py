"""The answers that an entry's file holds, as far as everybody may see them: for a form in which somebody changes them."""

from collections.abc import Mapping as MappingOf

from hubgen.diagnostics import Report
from hubgen.kinds.answers import Answer, answer_in, part_of, parts_of
from hubgen.kinds.filling import given_fields
from hubgen.kinds.reader import Reader
from hubgen.kinds.record import item_field, items_of
from hubgen.kinds.shapes import is_absent, many
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Field
from hubgen.text.numbers import read_boolean

_NAMES = frozenset({"tags", "skills", "references", "dates"})
_ALONE = {"place": "name", "image": "file", "consent": "date"}
"""The part that is meant where plain text stands."""


def open_answers(mapping: Mapping, fields: MappingOf[str, Field]) -> tuple[dict[str, Answer], bool]:
    """By field, in the schema's order; and whether that is all that the file says.

    What is private, or isn't for everybody to see, or only steers the site, is left out.
    """
    found = given_fields(mapping, fields, _silent())
    given = {name: node for name, node in found.items() if not is_absent(node)}
    opened = {name: node for name, node in given.items() if _is_open(fields[name], given)}
    answers = {
        name: answer
        for name in fields
        if name in opened and (answer := _answer(opened[name], fields[name])) is not None
    }
    absent = sum(is_absent(node) for _, node in mapping.items)
    return answers, len(answers) + absent == len(mapping.items)


def _is_open(field: Field, given: MappingOf[str, Node]) -> bool:
    if field.private or field.internal or any(map(_has_closed, field.fields.values())):
        return False
    if isinstance(field.of, Field) and _has_closed(field.of):
        return False
    return not field.public_if or _says_yes(given.get(field.public_if))


def _has_closed(field: Field) -> bool:
    inner = [*field.fields.values(), *([field.of] if isinstance(field.of, Field) else [])]
    return field.private or bool(field.public_if) or any(map(_has_closed, inner))


def _says_yes(node: Node | None) -> bool:
    return isinstance(node, Scalar) and read_boolean(node.text).value is True


def _answer(node: Node, field: Field) -> "Answer | None":
    if field.kind in _NAMES:
        return tuple(each.text for each in many(node, field, _silent()) if isinstance(each, Scalar))
    if field.kind == "list":
        return _list(node, item_field(field), field)
    if field.kind == "mapping" and isinstance(node, Mapping):
        named = {key.text: _answer(each, item_field(field)) for key, each in node.items}
        return _given(named)
    if parts_of(field):
        return _parts(node, field)
    if isinstance(node, Mapping):
        return _account(node)
    return answer_in(node)


def _list(node: Node, item: Field, field: Field) -> "Answer | None":
    if item.kind == "handle" and isinstance(node, Mapping):
        return tuple(f"{key.text}: {each.text}" for key, each in _pairs(node))
    found = (_answer(each, item) for each in items_of(node, field, _silent()))
    return tuple(each for each in found if each is not None) or None


def _parts(node: Node, field: Field) -> "Answer | None":
    if isinstance(node, Mapping):
        found = given_fields(node, parts_of(field), _silent())
        parts = ((name, each, part_of(field, name)) for name, each in found.items())
        return _given({name: _answer(each, part) for name, each, part in parts if part})
    alone = field.shorthand or _ALONE.get(field.kind, "")
    if isinstance(node, Scalar) and not node.is_empty:
        return {alone: node.text} if alone else node.text
    return answer_in(node)


def _account(node: Mapping) -> str | None:
    """`{github: ada}` and `{service: github, name: ada}` in one line."""
    parts = {key.text: each.text for key, each in _pairs(node)}
    name = next((parts[part] for part in ("url", "name", "handle") if part in parts), None)
    if name is not None:
        return f"{parts['service']}: {name}" if "service" in parts else name
    return next((f"{key}: {text}" for key, text in parts.items()), None)


def _pairs(node: Mapping) -> list[tuple[Scalar, Scalar]]:
    return [
        (key, each) for key, each in node.items if isinstance(each, Scalar) and not each.is_empty
    ]


def _given(answers: MappingOf[str, "Answer | None"]) -> "Answer | None":
    return {name: answer for name, answer in answers.items() if answer is not None} or None


def _silent() -> Reader:
    return Reader("", Report())
