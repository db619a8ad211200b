"""The collections of one hub: the built-in ones as `site.yaml` changes them, and those that it adds."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hubgen.config.collections import built_in, read_collection
from hubgen.config.definitions import ANY_COLLECTION, REFERENCE_KINDS, Definitions
from hubgen.diagnostics import Related
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.kinds import Reader
from hubgen.model.nodes import Mapping, Node, Scalar
from hubgen.model.schema import Collection, Field
from hubgen.text.reading import quoted
from hubgen.text.slugs import slug_problem, suggested_slug

RESERVED: Final = frozenset(
    {
        "404",
        "assets",
        "contribute",
        "data",
        "feed",
        "home",
        "media",
        "removed",
        "schema",
        "search",
        "sitemap",
        "static",
    }
)
"""Names that the site needs for itself, in `content/` or in addresses."""


class _Names(Struct, frozen=True):
    hidden: frozenset[str]
    all: frozenset[str]
    """Without the hidden ones."""


def hub_collections(
    node: Node | None, languages: tuple[str, ...], reader: Reader
) -> dict[str, Collection]:
    """The hub's collections, built-in ones first; what can't be understood is reported and left as it was."""
    described = dict(_described(node, languages, reader))
    hidden = frozenset(key.text for key, value in described.items() if _is_no(value))
    names = _Names(hidden, frozenset({*built_in(), *(key.text for key in described)}) - hidden)
    by_name = {key.text: (key, value) for key, value in described.items()}
    collections = {
        name: _one(name, by_name.get(name), names, reader)
        for name in dict.fromkeys((*built_in(), *by_name))
        if name in names.all
    }
    _report_shared_addresses(collections, by_name, reader)
    return {name: _without(collection, names) for name, collection in collections.items()}


def _described(
    node: Node | None, languages: tuple[str, ...], reader: Reader
) -> Iterator[tuple[Scalar, Node]]:
    """Each usable name with what is said of it."""
    if node is None or (isinstance(node, Scalar) and node.is_empty):
        return
    if not isinstance(node, Mapping):
        advice = "write mentors: false, or tools: with a description below it"
        reader.complain("HG406", node, "collections are described by name", advice)
        return
    for key, value in node.items:
        if problem := _name_problem(key.text, languages):
            advice = f"call it {suggested_slug(key.text)}" if suggested_slug(key.text) else ""
            reader.complain(
                "HG405", key, f"a collection can't be called {quoted(key.text)}: {problem}", advice
            )
        elif _is_usable(key, value, reader):
            yield key, value


def _name_problem(name: str, languages: tuple[str, ...]) -> str:
    if name in built_in():
        return ""
    if name in RESERVED:
        return "the site needs this name for itself"
    if name in languages:
        return "the pages of that language have this address"
    problem = slug_problem(name)
    return f"the name {problem}" if problem else ""


def _is_usable(key: Scalar, value: Node, reader: Reader) -> bool:
    if isinstance(value, Mapping) or (
        key.text in built_in() and (_is_no(value) or _is_silent(value))
    ):
        return True
    if _is_no(value):
        message = f"no built-in collection is called {quoted(key.text)}"
        reader.complain("HG408", key, message, did_you_mean(key.text, built_in()))
        return False
    advice = f"write {key.text}: {{fields: {{name: text}}}}, or false to hide a built-in collection"
    reader.complain("HG406", value, f"{quoted(key.text)} isn't described", advice)
    return False


def _one(name: str, said: tuple[Scalar, Node] | None, names: _Names, reader: Reader) -> Collection:
    known = built_in().get(name)
    if said is None or not isinstance(said[1], Mapping):
        return built_in()[name]
    definitions = Definitions(reader.inside(name), names.all)
    # References to hidden collections go first: what site.yaml itself says must not point there.
    return read_collection(name, said[1], _without(known, names) if known else None, definitions)


def _report_shared_addresses(
    collections: dict[str, Collection], said: dict[str, tuple[Scalar, Node]], reader: Reader
) -> None:
    first: dict[str, str] = {}
    for name, collection in collections.items():
        other = first.setdefault(collection.url, name)
        if other != name and name in said:
            key = said[name][0]
            message = f"{quoted(name)} and {quoted(other)} both use the addresses {quoted(collection.url)}"
            related = (
                (Related(reader.span(said[other][0]), "the other one"),) if other in said else ()
            )
            reader.report.add(
                "HG412",
                reader.span(key),
                message,
                help="give one of them another url",
                related=related,
            )


def _without(collection: Collection, names: _Names) -> Collection:
    """The collection as if the hidden ones had never been."""
    if not names.hidden:
        return collection
    fields = _kept(collection.fields, names)
    return replace(
        collection,
        fields=fields,
        inherits=collection.inherits if collection.inherits in fields else "",
    )


def _kept(fields: MappingOf[str, Field], names: _Names) -> dict[str, Field]:
    pointing = ((name, _pointing(field, names)) for name, field in fields.items())
    kept = {name: field for name, field in pointing if field is not None}
    return {name: _needing(field, kept) for name, field in kept.items()}


def _needing(field: Field, kept: MappingOf[str, Field]) -> Field:
    """The field, simply required where everything has gone that could have stood in for it."""
    if not field.required_unless:
        return field
    left = tuple(name for name in field.required_unless if name in kept)
    return replace(field, required_unless=left, required=field.required or not left)


def _pointing(field: Field, names: _Names) -> Field | None:
    """The field without its hidden targets; None when it would point nowhere."""
    if field.kind in REFERENCE_KINDS and field.to != (ANY_COLLECTION,):
        to = tuple(name for name in field.to if name not in names.hidden)
        return replace(field, to=to) if to or field.loose else None
    if isinstance(field.of, Field):
        item = _pointing(field.of, names)
        return None if item is None else replace(field, of=item)
    return replace(field, fields=_kept(field.fields, names)) if field.fields else field


def _is_no(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text in {"false", "no", "off"}


def _is_silent(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_empty or node.text in {"true", "yes", "on"})
