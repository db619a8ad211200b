"""By what a directory can be narrowed: the schema's `filter: true` fields, with their choices."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Filter:
    """A field by which a directory can be narrowed: an entry's own, or one inside its records."""

    name: str
    """`level`, or `tags.topics` for the topics in the record `tags`."""
    field: Field

    def choices(self, entry: Entry, edition: Edition) -> tuple[Choice, ...]:
        """What the entry chose."""
        value = _inside(entry.values, self.name.split("."))
        return choices(value, self.field, edition)


def filters_of(fields: Mapping[str, Field], within: str = "") -> tuple[Filter, ...]:
    """The filters among the fields, in the schema's order."""
    found: list[Filter] = []
    for field in fields.values():
        name = f"{within}{field.name}"
        if field.private:
            continue
        if field.filter:
            found.append(Filter(name, field))
        inner = field.of.fields if isinstance(field.of, Field) else field.fields
        if field.kind in {"record", "list"} and inner:
            found.extend(filters_of(inner, f"{name}."))
    return tuple(found)


def _inside(value: Any, names: list[str]) -> Any:
    """The value at the end of the names; of a list of records, all of theirs."""
    if isinstance(value, tuple):
        return tuple(one for each in value if (one := _inside(each, names)) is not None)
    if not names or not isinstance(value, Mapping):
        return None if names else value
    return _inside(value.get(names[0]), names[1:])


def data_path(collection: Collection) -> str:
    """Where the finder's data is: `members/filters.json`."""
    return f"{directory_address(collection)}filters.json"


def facets(collection: Collection, edition: Edition) -> tuple[Facet, ...]:
    """The facets that tell entries apart, with how many entries have each choice, most first."""
    entries = edition.desk.listed(collection.name)
    found = (_facet(each, entries, edition) for each in filters_of(collection.fields))
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
    filters = filters_of(collection.fields)
    entries = edition.desk.listed(collection.name)
    rows = [_row(edition.entry(each.key), filters, edition) for each in entries]
    labels = {each.name: edition.field_label(collection.name, each.field) for each in filters}
    return DataView({"collection": collection.name, "facets": labels, "entries": rows})


def _row(entry: Entry, filters: tuple[Filter, ...], edition: Edition) -> dict[str, Any]:
    collection = edition.hub.collections[entry.collection]
    chosen = {each.name: [name for name, _ in each.choices(entry, edition)] for each in filters}
    return {
        "u": edition.prefix + edition.path_of(entry.key),
        "t": edition.title(entry.key),
        "s": summary_of(entry, collection),
        "f": {name: values for name, values in chosen.items() if values},
    }


def _facet(each: Filter, entries: tuple[Entry, ...], edition: Edition) -> Facet:
    counted: Counter[Choice] = Counter()
    for entry in entries:
        counted.update(set(each.choices(entry, edition)))
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0][1]))
    links = tuple(Link(label, name, count=count) for (name, label), count in ranked)
    label = edition.field_label(entries[0].collection, each.field) if entries else each.name
    return Facet(each.name, label, links)


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
