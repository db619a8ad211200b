"""Fields as `site.yaml` and the built-in collections describe them, made into values."""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from hubgen.config.words import FIELD_WORDS, SPECIAL_WORDS
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.kinds import FIELD_KINDS, Reader, read_record
from hubgen.kinds.filling import by_name
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.model.schema import Field
from hubgen.text.patterns import pattern
from hubgen.text.reading import quoted
from hubgen.text.yaml_writer import flow_text

ANY_COLLECTION: Final = "*"
REFERENCE_KINDS: Final = frozenset({"reference", "references"})

NAME_FORM: Final = r"[A-Za-z][A-Za-z0-9_-]{0,59}"
"""How fields can be called."""
_NAME: Final = pattern(NAME_FORM)
_ATTRIBUTES: Final = {"min": "minimum", "max": "maximum"}
"""Words whose name in the program is another."""
_ONLY_FOR: Final = {
    "to": REFERENCE_KINDS,
    "loose": REFERENCE_KINDS,
    "acyclic": REFERENCE_KINDS,
    "relation": frozenset({"skills"}),
    "service": frozenset({"handle"}),
    "shorthand": frozenset({"record"}),
    "keys": frozenset({"mapping"}),
    "fields": frozenset({"record", "list"}),
    "of": frozenset({"choice", "status", "list", "mapping"}),
}
"""Words that mean something to these kinds alone."""


class Definitions(Struct, frozen=True):
    """Reads definitions of fields; every mistake becomes a diagnostic and the rest goes on."""

    reader: Reader
    collections: frozenset[str]
    """Names to which references may point."""

    def fields(self, node: Node, known: dict[str, Field]) -> dict[str, Field]:
        """The known fields with the changes and additions that a mapping of definitions makes."""
        if isinstance(node, Scalar) and node.is_empty:
            return dict(known)
        if not isinstance(node, Mapping):
            self._unclear(
                node, "fields are described by name", "write website: url, one field a line"
            )
            return dict(known)
        fields = dict(known)
        for key, value in node.items:
            if isinstance(value, Scalar) and value.text == "false":
                self._take_away(key, fields)
            elif (field := self._named(key, value, known.get(key.text))) is not None:
                fields[key.text] = field
        return fields

    def field(self, name: str, node: Node, known: Field | None = None) -> Field | None:
        """One field; None when it can't be understood at all. `website: url` names the kind alone."""
        if isinstance(node, Scalar) and not node.is_empty:
            node = _only_kind(node)
        if not isinstance(node, Mapping):
            self._unclear(
                node,
                f"{quoted(name)} isn't described",
                f"write {name}: text, or {name}: {{kind: text}}",
            )
            return known
        return replace(self, reader=self.reader.inside(name)).described(name, node, known)

    def described(self, name: str, node: Mapping, known: Field | None) -> Field | None:
        """The field that a set of words describes; `reader` is already inside of it."""
        node = by_name(node, FIELD_WORDS, self.reader)
        words = _without_special(node)
        values = read_record(words, FIELD_WORDS, self.reader, complete=known is None)
        kind = self._kind(node, values.get("kind", ""), known)
        if not kind:
            return known
        given = {_ATTRIBUTES.get(word, word): value for word, value in values.items()}
        given |= self._special(name, kind, node)
        given["kind"] = kind
        if known is None:
            given.setdefault("label", _label(name))
        field = replace(known or Field(name, kind), **given)
        self._check(field, node)
        return field

    def _kind(self, node: Mapping, given: str, known: Field | None) -> str:
        place = node.get("kind") or node
        if not given:
            return known.kind if known else ""
        if given not in FIELD_KINDS:
            advice = did_you_mean(given, FIELD_KINDS) or "kinds: " + ", ".join(sorted(FIELD_KINDS))
            self.reader.complain(
                "HG407", place, f"no kind of field is called {quoted(given)}", advice
            )
            return known.kind if known else ""
        if known is not None and given != known.kind:
            message = f"this built-in field is of the kind {quoted(known.kind)} and can't become {quoted(given)}"
            self.reader.complain(
                "HG414", place, message, "define a field with another name beside it"
            )
            return known.kind
        return given

    def _special(self, name: str, kind: str, node: Mapping) -> dict[str, Any]:
        given: dict[str, Any] = {}
        if (example := node.get("example")) is not None:
            given["example"] = flow_text(example)
        if (fields := node.get("fields")) is not None:
            given["fields"] = self.fields(fields, {})
        if (of := node.get("of")) is not None:
            given["of"] = self._of(name, kind, of)
        return given

    def _of(self, name: str, kind: str, node: Node) -> tuple[str, ...] | Field | None:
        if isinstance(node, Sequence):
            return tuple(item.text for item in node.items if isinstance(item, Scalar))
        if kind in {"choice", "status"}:
            return (node.text,) if isinstance(node, Scalar) and not node.is_empty else ()
        item = self.field("of", node)
        return None if item is None else replace(item, name=name, label="")

    def _named(self, key: Scalar, node: Node, known: Field | None) -> Field | None:
        if _NAME.fullmatch(key.text):
            return self.field(key.text, node, known)
        advice = "use letters, digits and underscores, beginning with a letter"
        self.reader.complain("HG416", key, f"a field can't be called {quoted(key.text)}", advice)
        return None

    def _take_away(self, key: Scalar, fields: dict[str, Field]) -> None:
        if fields.pop(key.text, None) is None:
            advice = did_you_mean(key.text, fields)
            self.reader.complain(
                "HG410", key, f"there is no built-in field {quoted(key.text)}", advice
            )

    def _check(self, field: Field, node: Mapping) -> None:
        for code, word, message, advice in _problems(field, self.collections):
            self.reader.complain(code, node.get(word) or node, message, advice)
        for word, kinds in _ONLY_FOR.items():
            if node.get(word) is not None and field.kind not in kinds:
                message = (
                    f"{quoted(word)} has no effect on a field of the kind {quoted(field.kind)}"
                )
                self.reader.complain(
                    "HG421", node.get(word) or node, message, f"it is for {_listed(kinds)}"
                )
        if (
            field.default
            and FIELD_KINDS[field.kind].read(
                Scalar(field.default, 1, 1, 1, 1), field, self.reader.silent()
            )
            is None
        ):
            message = f"the default {quoted(field.default)} isn't a value that the field accepts"
            self.reader.complain(
                "HG417", node.get("default") or node, message, "correct it, or remove it"
            )

    def _unclear(self, node: Node, message: str, advice: str) -> None:
        self.reader.complain("HG406", node, message, advice)


Problem = tuple[str, str, str, str]
"""Code, the word of the definition, message, help."""


def _problems(field: Field, collections: frozenset[str]) -> Iterator[Problem]:
    yield from _lacks(field)
    for name in field.to:
        if name not in collections and name != ANY_COLLECTION:
            advice = did_you_mean(name, collections) or "collections: " + ", ".join(
                sorted(collections)
            )
            yield "HG408", "to", f"no collection is called {quoted(name)}", advice
    if field.minimum is not None and field.maximum is not None and field.minimum > field.maximum:
        yield "HG417", "min", "the smallest number allowed is above the largest", "swap min and max"
    if field.keys and field.keys not in FIELD_KINDS:
        advice = did_you_mean(field.keys, FIELD_KINDS)
        yield "HG407", "keys", f"no kind of field is called {quoted(field.keys)}", advice
    if field.shorthand and field.shorthand not in field.fields:
        advice = did_you_mean(field.shorthand, field.fields)
        yield "HG410", "shorthand", f"the record has no field {quoted(field.shorthand)}", advice
    if field.body and field.kind != "markdown":
        advice = "write kind: markdown"
        yield "HG417", "body", "only a field of the kind 'markdown' can be the body", advice


def _lacks(field: Field) -> Iterator[Problem]:
    if field.kind in {"choice", "status"} and not field.of:
        yield (
            "HG409",
            "kind",
            "a choice needs its choices",
            f"write {field.name}: {{kind: {field.kind}, of: [small, large]}}",
        )
    if field.kind in REFERENCE_KINDS and not field.to:
        yield (
            "HG409",
            "kind",
            "a reference needs the collection to which it points",
            f"write {field.name}: {{kind: {field.kind}, to: members}}",
        )
    if field.kind == "record" and not field.fields:
        advice = f"write {field.name}: {{kind: record, fields: {{url: url, note: text}}}}"
        yield "HG409", "kind", "a record needs its fields", advice


def _only_kind(scalar: Scalar) -> Mapping:
    place = (scalar.line, scalar.column, scalar.end_line, scalar.end_column)
    return Mapping(((Scalar("kind", *place), scalar),), *place)


def _without_special(node: Mapping) -> Mapping:
    """The same words, where those that this room reads itself say nothing."""
    items = tuple(
        (key, _nothing(value) if key.text in SPECIAL_WORDS else value) for key, value in node.items
    )
    return Mapping(items, node.line, node.column, node.end_line, node.end_column)


def _nothing(node: Node) -> Scalar:
    return Scalar("", node.line, node.column, node.end_line, node.end_column)


def _label(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:].lower()


def _listed(kinds: frozenset[str]) -> str:
    return ", ".join(sorted(kinds))
