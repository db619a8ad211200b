"""What search knows of each listed entry and of each skill, in one language of the site."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Target, is_unlisted
from hubgen.model.schema import Collection, Field
from hubgen.model.search import SearchedFields, SearchRecord
from hubgen.model.values import Markdown, Place
from hubgen.stages.plan.cards import summary_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import choices_of_one
from hubgen.stages.plan.search.engines import BODY_LENGTH, searched
from hubgen.stages.plan.search.narrowing import found_collection, skills_of
from hubgen.stages.plan.search.searched_fields import leaf, searched_fields
from hubgen.text.locales import country_name


def search_records(edition: Edition) -> tuple[SearchRecord, ...]:
    """Every listed entry, then every skill."""
    return tuple(record_of(key, edition) for key in searched_keys(edition))


def searched_keys(edition: Edition) -> tuple[Key, ...]:
    """What is found, directory by directory; a skill has the key that its entry has, or would have."""
    listed = (edition.desk.listed_keys(each.name) for each in searched(edition.desk))
    return (*chain.from_iterable(listed), *(f"skills/{slug}" for slug in edition.hub.skills))


def record_of(key: Key, edition: Edition) -> SearchRecord:
    """What search knows of the entry or skill."""
    name, _, slug = key.partition("/")
    if name == "skills":
        return _skill_record(slug, edition)
    return _record(edition.entry(key), edition.hub.collections[name], edition)


def _record(entry: Entry, collection: Collection, edition: Edition) -> SearchRecord:
    fields = searched_fields(collection.name, edition)
    text = entry.values.get(fields.body)
    own = text.text[:BODY_LENGTH] if isinstance(text, Markdown) else ""
    return SearchRecord(
        url=edition.prefix + edition.path_of(entry.key),
        title=edition.title(entry.key),
        lang=edition.content_lang(entry.key),
        collection=found_collection(collection.name, edition),
        summary=summary_of(entry, collection),
        body=" · ".join(filter(None, (own, *_said(entry, fields, edition)))),
        key=entry.key,
        skills=skills_of(entry, edition),
    )


def _skill_record(slug: str, edition: Edition) -> SearchRecord:
    skill = edition.hub.skills[slug]
    entry = edition.hub.entries.get(f"skills/{slug}")
    collection = edition.hub.collections.get("skills")
    name = edition.skill_name(slug)
    own = edition.entry(entry.key) if entry is not None else None
    return SearchRecord(
        url=f"{edition.prefix}skills/{slug}/",
        title=name,
        lang=edition.content_lang(entry.key) if entry is not None else "",
        collection=found_collection("skills", edition),
        summary=summary_of(own, collection) if own is not None and collection else "",
        body="",
        key=entry.key if entry is not None else "",
        skills=((slug, name),),
        aliases=skill.aliases,
    )


def _said(entry: Entry, fields: SearchedFields, edition: Edition) -> Iterator[str]:
    """The words of its other fields."""
    for field in fields.said:
        value = entry.values.get(field.name)
        if value is not None:
            words = _words(value, field, edition)
            yield ", ".join(dict.fromkeys(word for word in words if word))


def _words(value: Any, field: Field, edition: Edition) -> Iterator[str]:
    if isinstance(value, tuple):
        for each in value:
            yield from _words(each, field, edition)
    elif isinstance(value, Place):
        country = country_name(value.country, edition.locale) if value.country else ""
        yield from (value.name, value.city, value.region, country)
    elif isinstance(value, Target):
        target = edition.hub.entries.get(value.key)
        if target is None or not is_unlisted(target):
            yield edition.link(value).label
    elif isinstance(value, str):
        yield from (label for _, label in choices_of_one(value, leaf(field), edition))
