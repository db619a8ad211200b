"""By what a directory can be narrowed: the schema's `filter: true` fields, with their choices."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from hubgen.model.addresses import directory_address
from hubgen.model.entry import Entry
from hubgen.model.hub import SkillTarget, Target, is_unlisted
from hubgen.model.machine_views import DataView
from hubgen.model.plan import Page
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Place
from hubgen.model.views import Facet, Link
from hubgen.stages.plan.cards import summary_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.text.locales import country_name, language_name

Choice = tuple[str, str]
"""What stands in an address, and what people read."""


def data_path(collection: Collection) -> str:
    """Where the finder's data is: `members/filters.json`."""
    return f"{directory_address(collection)}filters.json"


def facets(collection: Collection, edition: Edition) -> tuple[Facet, ...]:
    """The facets that tell entries apart, with how many entries have each choice, most first."""
    entries = edition.desk.listed(collection.name)
    found = (_facet(field, entries, edition) for field in _filters(collection))
    return tuple(facet for facet in found if len(facet.choices) > 1)


def data_pages(room: Newsroom) -> Iterator[Page]:
    """One compact file a directory for filtering in the browser."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.name != "skills":
                yield Page(
                    url=edition.prefix + data_path(collection),
                    renderer="json",
                    view=partial(filter_data, collection, edition),
                    locale=edition.locale,
                    sources=(f"content/{collection.name}/",),
                )


def filter_data(collection: Collection, edition: Edition) -> DataView:
    """Every listed entry with its address, title, summary and the choices that it has in each facet."""
    fields = _filters(collection)
    entries = edition.desk.listed(collection.name)
    rows = [_row(edition.entry(each.key), fields, edition) for each in entries]
    labels = {field.name: edition.field_label(collection.name, field) for field in fields}
    return DataView({"collection": collection.name, "facets": labels, "entries": rows})


def _row(entry: Entry, fields: tuple[Field, ...], edition: Edition) -> dict[str, Any]:
    collection = edition.hub.collections[entry.collection]
    chosen = {
        field.name: [name for name, _ in choices(entry.values.get(field.name), field, edition)]
        for field in fields
    }
    return {
        "u": edition.prefix + edition.path_of(entry.key),
        "t": edition.title(entry.key),
        "s": summary_of(entry, collection),
        "f": {name: values for name, values in chosen.items() if values},
    }


def _filters(collection: Collection) -> tuple[Field, ...]:
    return tuple(each for each in collection.fields.values() if each.filter and not each.private)


def _facet(field: Field, entries: tuple[Entry, ...], edition: Edition) -> Facet:
    counted: Counter[Choice] = Counter()
    for entry in entries:
        counted.update(set(choices(entry.values.get(field.name), field, edition)))
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0][1]))
    links = tuple(Link(label, name, count=count) for (name, label), count in ranked)
    label = edition.field_label(entries[0].collection, field) if entries else field.name
    return Facet(field.name, label, links)


def choices(value: Any, field: Field, edition: Edition) -> tuple[Choice, ...]:
    """The choices that a value stands for."""
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(one for each in value for one in choices(each, field, edition)))
    if isinstance(value, SkillTarget):
        return (
            ((value.slug, edition.skill_name(value.slug)),)
            if value.slug in edition.hub.skills
            else ()
        )
    if isinstance(value, Target):
        if value.key in edition.hub.entries and is_unlisted(edition.hub.entries[value.key]):
            return ()
        return ((value.key.partition("/")[2] or value.text, edition.link(value).label),)
    if isinstance(value, Place):
        return (
            ((value.country, country_name(value.country, edition.locale)),) if value.country else ()
        )
    return _plain_choice(value, field, edition)


def _plain_choice(value: Any, field: Field, edition: Edition) -> tuple[Choice, ...]:
    if isinstance(value, bool):
        return (("yes" if value else "no", edition.say("value.yes" if value else "value.no")),)
    if isinstance(value, str | int | float):
        kind = field.of.kind if isinstance(field.of, Field) else field.kind
        text = str(value)
        if kind in {"language", "locale"}:
            return ((text, language_name(text, edition.locale)),)
        if kind == "country":
            return ((text, country_name(text, edition.locale)),)
        return ((text, edition.choice(text)),)
    return ()
