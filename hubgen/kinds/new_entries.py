"""A new entry: the smallest file that is valid, with everything else that one could say as comments, if that is wanted."""

from collections.abc import Iterator, Mapping
from typing import Final

from hubgen.kinds.answers import Answer, answer_of, item_of, part_of
from hubgen.model.schema import Collection, Field
from hubgen.text.yaml_writer import block_text, scalar_text

SCHEMAS: Final = ".hubgen/schema"
"""Where `hubgen schema` writes unless it is told otherwise, seen from the hub."""
_WORDLESS: Final = frozenset({"integer", "number", "boolean", "date", "month", "datetime"})
"""Kinds whose values other readers of YAML may well take for numbers and dates."""
_LINE: Final = 100
"""Code points of a list or of named parts on one line; longer ones take a line for each."""


def new_entry(
    collection: Collection, slug: str, values: Mapping[str, Answer], *, suggestions: bool = True
) -> str:
    """The text of an entry's file with these answers, and the other fields as comments, unless those aren't wanted.

    Answers stand in the schema's order, whatever theirs. A field that is not the collection's is written last, for the
    check to say what is wrong with it. The form on the site (`js/form/entry.js`) writes the same without suggestions.
    """
    body = collection.body_field
    names = [name for name in collection.fields if name in values]
    names += [name for name in values if name not in collection.fields]
    lines = [modeline(collection)]
    if suggestions:
        lines.append(_advice(collection, slug))
    for name in names:
        if body is None or name != body.name:
            lines.append(_line(name, values[name], collection.fields.get(name)))
    for field in _suggested(collection, values) if suggestions else ():
        lines += ["", *_suggestion(field)]
    if body is None:
        return "\n".join(lines) + "\n"
    given = values.get(body.name, "")
    text = given.strip("\n") if isinstance(given, str) else ""
    return "\n".join(["---", *lines, "---", *(["", text] if text.strip() else [])]) + "\n"


def modeline(collection: Collection) -> str:
    """The comment by which editors find the schema of an entry's file."""
    return f"# yaml-language-server: $schema=../../{SCHEMAS}/{collection.name}.schema.json"


def entry_suffix(collection: Collection) -> str:
    """`.md` for collections with a text, else `.yaml`."""
    return ".yaml" if collection.body_field is None else ".md"


def yaml_value(given: Answer, field: Field | None) -> str:
    """What to write after a field's name so that it means this answer; in lists, items are separated by commas."""
    answer = answer_of(given, field) if isinstance(given, str) else given
    if isinstance(answer, str):
        return _text(answer, field)
    line = _flow(answer, field)
    if isinstance(answer, tuple):
        of_words = len(answer) > 1 and all(isinstance(each, str) for each in answer)
        item = item_of(field)
        rows = "".join(f"\n  - {_piece(each, item)}" for each in answer)
        return line if (of_words and len(line) < _LINE) or not answer else rows
    if len(line) < _LINE:
        return line
    parts = ((name, _piece(each, part_of(field, name))) for name, each in answer.items())
    return "".join(f"\n  {scalar_text(name)}: {value}" for name, value in parts)


def _text(text: str, field: Field | None) -> str:
    kind = field.kind if field else "text"
    if kind == "text" and "\n" not in text:
        return scalar_text(text, wordy=True)
    return block_text(text, "  ") or scalar_text(text, wordy=kind not in _WORDLESS)


def _piece(answer: Answer, field: Field | None) -> str:
    """A piece that has a line for itself."""
    if isinstance(answer, str):
        return scalar_text(answer, wordy=_is_wordy(field))
    return _flow(answer, field)


def _flow(answer: Answer, field: Field | None) -> str:
    if isinstance(answer, str):
        return scalar_text(answer, flow=True, wordy=_is_wordy(field))
    if isinstance(answer, tuple):
        item = item_of(field)
        return "[" + ", ".join(_flow(each, item) for each in answer) + "]"
    parts = ((name, _flow(each, part_of(field, name))) for name, each in answer.items())
    return (
        "{" + ", ".join(f"{scalar_text(name, flow=True)}: {value}" for name, value in parts) + "}"
    )


def _is_wordy(field: Field | None) -> bool:
    return field is None or field.kind not in _WORDLESS


def _line(name: str, answer: Answer, field: Field | None) -> str:
    value = yaml_value(answer, field)
    space = "" if value.startswith("\n") else " "
    return f"{scalar_text(name)}:{space}{value}"


def _advice(collection: Collection, slug: str) -> str:
    return f"# {collection.name}/{slug}. Lines that begin with # are suggestions: remove the # to use them."


def _suggested(collection: Collection, values: Mapping[str, Answer]) -> Iterator[Field]:
    """The fields that were not given, in the order in which people want to know of them."""
    fields = [
        field
        for field in collection.fields.values()
        if field.name not in values and not field.deprecated and not field.body
    ]
    yield from sorted(fields, key=rank)


def rank(field: Field) -> int:
    """How soon people want to know of a field: what is needed, what is recommended, the rest, what steers the site."""
    if field.required or field.required_unless:
        return 0
    return 3 if field.internal else 1 if field.recommended else 2


def _suggestion(field: Field) -> list[str]:
    choices = field.of if isinstance(field.of, tuple) else ()
    advice = [field.help] if field.help else []
    if choices:
        advice.append("One of: " if field.kind == "choice" else "Some of: ")
        advice[-1] += ", ".join(choices) + "."
    comment = [f"# {' '.join(' '.join(advice).split())}"] if advice else []
    return [*comment, f"# {field.name}: {field.example}".rstrip()]
