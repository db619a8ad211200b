"""What an entry names: shelves of things, and the one address for which it stands."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from hubgen.model.entry import Entry
from hubgen.model.hub import Target
from hubgen.model.schema import Collection, Field
from hubgen.model.views import Link, Section
from hubgen.stages.plan.cards import cards, layout_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.faces import PEOPLE

REFERENCES = frozenset({"reference", "references"})


def shelves_of(entry: Entry, edition: Edition) -> dict[str, Section]:
    """By field: the things that it names, as cards, where it is a field that names no people."""
    shelves = {}
    for field, targets in _references(entry, edition):
        keys = [target.key for target in targets if target.key in edition.hub.entries]
        if keys and not PEOPLE.intersection(field.to):
            collection = edition.hub.collections[keys[0].partition("/")[0]]
            shelves[field.name] = Section(
                name=collection.name,
                label=edition.field_label(entry.collection, field),
                cards=cards(keys, edition),
                layout=layout_of(collection),
                icon=edition.icon_of(collection),
            )
    return shelves


def way_of(entry: Entry, collection: Collection, edition: Edition) -> Link | None:
    """The address for which the entry stands, or the file of the hub where it has none."""
    address = entry.values.get("url") if "url" in collection.fields else None
    if isinstance(address, str):
        return Link(host_of(address), address, external=True)
    for field in collection.fields_of_kind("file"):
        file = entry.values.get(field.name, "")
        url = edition.desk.files.get((entry.folder, file))
        if url:
            return Link(file.rpartition("/")[2], url)
    return None


def host_of(address: str) -> str:
    """`example.org` of `https://www.example.org/a`"""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _references(entry: Entry, edition: Edition) -> Iterator[tuple[Field, list[Target]]]:
    for field in edition.hub.collections[entry.collection].fields.values():
        if field.kind in REFERENCES and not (field.private or field.internal):
            value: Any = entry.values.get(field.name)
            values = value if isinstance(value, tuple) else (value,)
            targets = [each for each in values if isinstance(each, Target)]
            if targets:
                yield field, targets
