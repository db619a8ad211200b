"""A new entry: the smallest file that is valid, with everything else that one could say as comments."""

from collections.abc import Iterator, Mapping
from typing import Final

from hubgen.diagnostics import Report
from hubgen.model.nodes import Scalar
from hubgen.model.schema import Collection, Field
from hubgen.text.yaml_reader import read_yaml
from hubgen.text.yaml_writer import block_text, flow_text, scalar_text

_LISTS: Final = frozenset({"list", "tags", "references", "skills"})
_WORDLESS: Final = frozenset({"integer", "number", "boolean", "date", "month", "datetime"})
"""Kinds whose values other readers of YAML may well take for numbers and dates."""
_WHOLE: Final = frozenset({"record", "mapping", "place", "recurrence", "image", "markdown", "url"})
"""Kinds of which one text is one item of a list, commas and all."""
_LINE: Final = 100


def new_entry(
    collection: Collection, slug: str, values: Mapping[str, str], *, suggestions: bool = True
) -> str:
    """The text of an entry's file with these values, as people type them, and the other fields as comments, unless those aren't wanted.

    A field that is not the collection's is written all the same: checking the file says what is wrong with it.
    """
    body = collection.body_field
    in_front = {name: text for name, text in values.items() if body is None or name != body.name}
    lines = [_advice(collection, slug)] if suggestions else []
    lines += (_line(name, text, collection.fields.get(name)) for name, text in in_front.items())
    for field in _suggested(collection, values) if suggestions else ():
        lines += ["", *_suggestion(field)]
    if body is None:
        return "\n".join(lines) + "\n"
    text = values.get(body.name, "").strip("\n")
    return "\n".join(["---", *lines, "---", *(["", text] if text.strip() else [])]) + "\n"


def _advice(collection: Collection, slug: str) -> str:
    return f"# {collection.name}/{slug}. Lines that begin with # are suggestions: remove the # to use them."


def entry_suffix(collection: Collection) -> str:
    """`.md` for collections with a text, else `.yaml`."""
    return ".yaml" if collection.body_field is None else ".md"


def yaml_value(text: str, field: Field | None) -> str:
    """What to write after a field's name so that it means this text; in lists, items are separated by commas."""
    kind = field.kind if field else "text"
    if text[:1] in {"{", "["} and (node := _structure(text, kind)) is not None:
        return node
    if kind in _LISTS and text.strip():
        return _list(_items(text, field))
    if kind == "text" and "\n" not in text:
        return scalar_text(text, wordy=True)
    return block_text(text, "  ") or scalar_text(text, wordy=kind not in _WORDLESS)


def _line(name: str, text: str, field: Field | None) -> str:
    value = yaml_value(text, field)
    return (
        f"{scalar_text(name)}:{value}"
        if value.startswith("\n")
        else f"{scalar_text(name)}: {value}"
    )


def _structure(text: str, kind: str) -> str | None:
    """Lists and records typed as YAML, on one line; None where the text is only text."""
    if kind not in _LISTS | _WHOLE - {"markdown", "url"}:
        return None
    node = read_yaml(text, "", report := Report())
    return (
        None if node is None or isinstance(node, Scalar) or report.diagnostics else flow_text(node)
    )


def _items(text: str, field: Field | None) -> list[str]:
    item = field.of.kind if field and isinstance(field.of, Field) else ""
    if item in _WHOLE:
        return [text]
    return [part for each in text.split(",") if (part := each.strip())] or [text]


def _list(items: list[str]) -> str:
    line = "[" + ", ".join(scalar_text(item, flow=True, wordy=True) for item in items) + "]"
    if len(line) < _LINE and len(items) > 1:
        return line
    return "".join(f"\n  - {scalar_text(item, wordy=True)}" for item in items)


def _suggested(collection: Collection, values: Mapping[str, str]) -> Iterator[Field]:
    """The fields that were not given, in the order in which people want to know of them."""
    fields = [
        field
        for field in collection.fields.values()
        if field.name not in values and not field.deprecated and not field.body
    ]
    yield from sorted(fields, key=_rank)


def _rank(field: Field) -> int:
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
