"""Collections: those that come with hubgen, and how any of them is read from its description."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from hubgen.config.definitions import ANY_COLLECTION, Definitions, Problem
from hubgen.config.once import Once
from hubgen.config.words import COLLECTION_WORDS, SPECIAL_WORDS
from hubgen.diagnostics import Report
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.kinds import Reader, read_record
from hubgen.kinds.filling import by_name
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Collection, Field
from hubgen.text.patterns import pattern
from hubgen.text.reading import quoted
from hubgen.text.yaml_reader import read_yaml

T = TypeVar("T")

BUILT_IN: Final = (
    "members",
    "mentors",
    "resources",
    "events",
    "groups",
    "projects",
    "paths",
    "programs",
    "opportunities",
    "news",
    "thanks",
    "skills",
    "organizations",
    "pages",
)
"""In the order in which a hub's directories are listed."""

SHIPPED: Final = Path(__file__).parent.parent / "collections"
_ADDRESS: Final = pattern(r"(?:[a-z0-9][a-z0-9-]*/)*(?:[a-z0-9][a-z0-9-]*-)?\{slug\}/")
_MOMENTS: Final = frozenset({"date", "datetime", "month"})


class BrokenSchema(Exception):
    """A description that comes with hubgen is wrong: a mistake of hubgen and not of the hub."""


@Once
def built_in() -> MappingOf[str, Collection]:
    """The collections that come with hubgen, each with the fields that every entry has."""
    return MappingProxyType({name: _shipped_collection(name) for name in BUILT_IN})


@Once
def every_field() -> MappingOf[str, Field]:
    """The fields that every entry of every collection has."""
    node, definitions = _shipped("_every")
    return MappingProxyType(_sound(definitions.fields(node, {}), definitions))


def read_collection(
    name: str, node: Mapping, known: Collection | None, definitions: Definitions
) -> Collection:
    """The known collection with what its description changes, or a new one."""
    node = by_name(node, COLLECTION_WORDS, definitions.reader)
    fields = definitions.fields(node.get("fields") or _nothing(node), _known_fields(known))
    values = read_record(
        _without_fields(node), COLLECTION_WORDS, definitions.reader, complete=False
    )
    collection = _made(name, fields, values, known)
    unclear = _unclear_fields(node, fields)
    for code, word, message, advice in _problems(collection, _taken_away(node)):
        # A field that could not be understood has its own diagnostic: that it is missing would be said twice.
        if not (
            code == "HG410" and unclear and (node.get(word) is None or _text(node, word) in unclear)
        ):
            definitions.reader.complain(code, _at(node, word), message, advice)
    return collection


def _unclear_fields(node: Mapping, fields: MappingOf[str, Field]) -> frozenset[str]:
    """Names that were described and are no fields all the same."""
    described = node.get("fields")
    if isinstance(described, Mapping):
        return frozenset(
            key.text
            for key, value in described.items
            if key.text not in fields and not _is_false(value)
        )
    return frozenset() if described is None else frozenset({""})


def _at(node: Mapping, way: str) -> Node:
    """The node that a way such as `fields.title` leads to, as far as it goes."""
    for word in way.split("."):
        inner = node.get(word)
        if not isinstance(inner, Mapping):
            return inner or node
        node = inner
    return node


def _taken_away(node: Mapping) -> frozenset[str]:
    described = node.get("fields")
    items = described.items if isinstance(described, Mapping) else ()
    return frozenset(key.text for key, value in items if _is_false(value))


def _is_false(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text == "false"


def _text(node: Mapping, word: str) -> str:
    value = node.get(word)
    return value.text.removeprefix("-") if isinstance(value, Scalar) else ""


def _known_fields(known: Collection | None) -> dict[str, Field]:
    return dict(every_field() if known is None else known.fields)


def _made(
    name: str, fields: dict[str, Field], values: dict[str, Any], known: Collection | None
) -> Collection:
    if known is not None:
        return replace(known, fields=fields, **_with_address(values))
    label = values.pop("label", "") or name.replace("-", " ").capitalize()
    values.setdefault("url", f"{name}/{{slug}}/")
    values.setdefault(
        "title_field", "name" if "title" not in fields and "name" in fields else "title"
    )
    values.setdefault("reviewed_field", _reviewed_field(fields))
    return Collection(
        name,
        label,
        values.pop("singular", "") or label.lower().removesuffix("s"),
        _common_last(fields),
        custom=True,
        **_with_address(values),
    )


def _reviewed_field(fields: dict[str, Field]) -> str:
    """The field of a new collection that says by its name when somebody last found an entry true."""
    dates = (name for name in ("reviewed", "confirmed", "checked") if name in fields)
    return next((name for name in dates if fields[name].kind == "date"), "")


def _with_address(values: dict[str, Any]) -> dict[str, Any]:
    if address := values.get("url", ""):
        values["url"] = address.strip("/") + "/"
    return values


def _common_last(fields: dict[str, Field]) -> dict[str, Field]:
    own = {name: field for name, field in fields.items() if name not in every_field()}
    return own | {name: field for name, field in fields.items() if name in every_field()}


def _problems(collection: Collection, taken_away: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with a collection taken by itself: code, word, message, help."""
    fields = collection.fields
    yield from _still_needed(collection, taken_away)
    for word, name in _named_fields(collection):
        if name in taken_away:
            continue
        if name not in fields:
            advice = (
                did_you_mean(name, fields)
                or f"add the field, or name one of: {', '.join(list(fields)[:12])}"
            )
            yield (
                "HG410",
                word,
                f"{quoted(collection.name)} has no field {quoted(name)} for its {quoted(word)}",
                advice,
            )
        elif (
            word in {"start_field", "end_field", "deadline_field", "reviewed_field"}
            and fields[name].kind not in _MOMENTS
        ):
            yield (
                "HG417",
                word,
                f"{quoted(name)} is neither a date nor a time",
                "name a field that is",
            )
    if not _ADDRESS.fullmatch(collection.url):
        message = f"{quoted(collection.url)} can't be the address of each entry"
        yield "HG411", "url", message, f"write it like {collection.name}/{{slug}}/"
    bodies = [field.name for field in fields.values() if field.body]
    if len(bodies) > 1:
        message = f"{quoted(collection.name)} has two bodies: {', '.join(bodies)}"
        yield "HG413", f"fields.{bodies[-1]}.body", message, "leave body: true at one of them"
    for field in fields.values():
        for name in (*field.required_unless, field.public_if):
            if name and name not in fields:
                message = f"{quoted(field.name)} relies on a field {quoted(name)} that isn't there"
                yield "HG410", f"fields.{field.name}", message, did_you_mean(name, fields)


def _still_needed(collection: Collection, taken_away: frozenset[str]) -> Iterator[Problem]:
    """Fields that were taken away although the collection relies on them."""
    for name in sorted(taken_away):
        # Nothing is lost where nobody says when an entry was last reviewed.
        words = [
            word
            for word, each in _named_fields(collection)
            if each == name and word != "reviewed_field"
        ]
        if words:
            needed = " and ".join(quoted(word) for word in words)
            message = f"{quoted(name)} can't be taken away: it is the {needed} of {quoted(collection.name)}"
            advice = f"keep it, or name another field as {' and '.join(words)}"
            yield "HG415", f"fields.{name}", message, advice


def _named_fields(collection: Collection) -> Iterator[tuple[str, str]]:
    named = (
        ("title_field", collection.title_field),
        ("summary_field", collection.summary_field),
        ("sort", collection.sort.removeprefix("-")),
        ("start_field", collection.start_field),
        ("end_field", collection.end_field),
        ("deadline_field", collection.deadline_field),
        ("reviewed_field", collection.reviewed_field),
        ("inherits", collection.inherits),
    )
    return ((word, name) for word, name in named if name)


def _shipped_collection(name: str) -> Collection:
    node, definitions = _shipped(name)
    if not isinstance(node, Mapping):
        raise BrokenSchema(name)
    blank = Collection(name, name, name, {}, url=f"{name}/{{slug}}/")
    collection = _sound(read_collection(name, node, blank, definitions), definitions)
    common = {each: field for each, field in every_field().items() if each not in collection.fields}
    return replace(collection, fields={**collection.fields, **common})


def _shipped(name: str) -> tuple[Node, Definitions]:
    path = f"{name}.yaml"
    report = Report()
    node = read_yaml((SHIPPED / path).read_text(encoding="utf-8"), path, report)
    if node is None:
        raise BrokenSchema(path, *report.diagnostics)
    return node, Definitions(Reader(path, report), frozenset({*BUILT_IN, ANY_COLLECTION}))


def _sound(value: T, definitions: Definitions) -> T:
    if problems := definitions.reader.report.diagnostics:
        raise BrokenSchema(*problems)
    return value


def _without_fields(node: Mapping) -> Mapping:
    items = tuple(
        (key, _nothing(value) if key.text in SPECIAL_WORDS else value) for key, value in node.items
    )
    return Mapping(items, node.line, node.column, node.end_line, node.end_column)


def _nothing(node: Node) -> Scalar:
    return Scalar("", node.line, node.column, node.end_line, node.end_column)
