"""The people that an entry names in its fields, with their faces: who leads, speaks, facilitates, takes part."""

from collections.abc import Iterator

from hubgen.model.entry import Entry
from hubgen.model.hub import Target
from hubgen.model.schema import Collection, Field
from hubgen.model.views import People, Person
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.faces import PEOPLE, avatar_of, picture_of


def people_of(entry: Entry, collection: Collection, edition: Edition) -> tuple[People, ...]:
    """For each field that points to people: who they are, in the order of the file."""
    return tuple(_people(entry, collection, edition))


def _people(entry: Entry, collection: Collection, edition: Edition) -> Iterator[People]:
    for field in collection.fields_of_kind("reference", "references"):
        # A mentor's page is about the member already whose profile it shows.
        closed = field.private or field.internal or field.name == collection.inherits
        if _points_to_people(field) and not closed:
            value = entry.values.get(field.name)
            targets = value if isinstance(value, tuple) else (value,)
            found = tuple(person_of(each, edition) for each in targets if isinstance(each, Target))
            if found:
                label = edition.field_label(collection.name, field)
                yield People(field.name, label, found)


def _points_to_people(field: Field) -> bool:
    return not PEOPLE.isdisjoint(field.to)


def person_of(target: Target, edition: Edition) -> Person:
    """One of them; somebody without an entry has a name alone."""
    if target.key not in edition.hub.entries:
        return Person(target.text)
    entry = edition.entry(target.key)
    collection = edition.hub.collections[entry.collection]
    headline = entry.values.get(collection.summary_field) if collection.summary_field else None
    name = edition.title(target.key)
    return Person(
        name=name,
        url=edition.entry_url(target.key),
        lang=edition.content_lang(target.key),
        headline=headline if isinstance(headline, str) else "",
        picture=picture_of(entry, edition),
        avatar=avatar_of(entry, name),
    )
