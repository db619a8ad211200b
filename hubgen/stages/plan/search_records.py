"""What search knows of each listed entry and of each skill, in one language of the site."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from hubgen.model.entry import Entry
from hubgen.model.hub import SkillTarget, Target, is_unlisted
from hubgen.model.schema import Collection, Field
from hubgen.model.search import Choice, SearchIndex, SearchRecord
from hubgen.model.values import Markdown, Place
from hubgen.stages.plan.cards import summary_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import choices, filters_of
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.text.locales import country_name

BODY_LENGTH = 4000
"""Characters of a text that search looks through; what matters is said before."""
SAID_KINDS = frozenset({"text", "tags", "choice", "references", "reference", "place", "country"})
"""Fields beside title, summary and body whose words people look for: a town, an author, a kind of event."""
LANGUAGE_KINDS = frozenset({"language", "locale"})
LEVEL_FIELDS = frozenset({"level", "levels"})


def search_index(edition: Edition) -> SearchIndex:
    """Every listed entry, then every skill."""
    records = [
        _record(edition.entry(entry.key), collection, edition)
        for collection, entry in _listed(edition)
    ]
    skills = edition.hub.skills
    records += [_skill_record(slug, edition) for slug in skills]
    aliases = tuple((slug, skill.aliases) for slug, skill in skills.items() if skill.aliases)
    return SearchIndex(edition.locale, tuple(records), aliases)


class SearchWords(Struct, frozen=True):
    """What a hub has to be looked through, in all its languages."""

    room: Newsroom

    def letters(self) -> int:
        """About how many letters of texts a browser would have to load for search."""
        return _letters(self.room.main)

    def indexes(self) -> dict[str, SearchIndex]:
        """All that search knows, by locale."""
        return {edition.locale: search_index(edition) for edition in self.room.editions}


def _letters(edition: Edition) -> int:
    total = 0
    for collection in _searched(edition):
        body = collection.body_field
        if body is not None:
            texts = (each.values.get(body.name) for each in edition.desk.listed(collection.name))
            total += sum(
                min(len(text.text), BODY_LENGTH) for text in texts if isinstance(text, Markdown)
            )
    return total


def _listed(edition: Edition) -> Iterator[tuple[Collection, Entry]]:
    """What is found, directory by directory."""
    for collection in _searched(edition):
        for entry in edition.desk.listed(collection.name):
            yield collection, entry


def _searched(edition: Edition) -> tuple[Collection, ...]:
    """Directories in their order, then pages that stand in none."""
    skills = edition.hub.collections.get("skills")
    others = (each for each in edition.hub.collections.values() if not each.listed)
    return tuple(each for each in (*edition.desk.collections, *others) if each is not skills)


def _record(entry: Entry, collection: Collection, edition: Edition) -> SearchRecord:
    body = collection.body_field
    text = entry.values.get(body.name) if body else None
    own = text.text[:BODY_LENGTH] if isinstance(text, Markdown) else ""
    summary = summary_of(entry, collection)
    fields = filters_of(collection.fields)
    languages = [each for each in fields if _leaf(each.field).kind in LANGUAGE_KINDS]
    levels = [each for each in fields if each.name in LEVEL_FIELDS]
    return SearchRecord(
        url=edition.prefix + edition.path_of(entry.key),
        title=edition.title(entry.key),
        lang=edition.content_lang(entry.key),
        collection=(collection.name, edition.label_of(collection)),
        summary=summary,
        body=" · ".join(filter(None, (own, *_said(entry, collection, edition)))),
        key=entry.key,
        skills=tuple(dict.fromkeys(_skills(entry.values, edition))),
        languages=_unique(one for each in languages for one in each.choices(entry, edition)),
        levels=_unique(one for each in levels for one in each.choices(entry, edition)),
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
        collection=("skills", edition.say("nav.skills")),
        summary=summary_of(own, collection) if own is not None and collection else "",
        body="",
        key=entry.key if entry is not None else "",
        skills=((slug, name),),
        aliases=skill.aliases,
    )


def _skills(value: object, edition: Edition) -> Iterator[Choice]:
    """Every skill that the value names, however deep."""
    if isinstance(value, SkillTarget):
        if value.slug in edition.hub.skills:
            yield value.slug, edition.skill_name(value.slug)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _skills(each, edition)
    elif isinstance(value, tuple):
        for each in value:
            yield from _skills(each, edition)


def _said(entry: Entry, collection: Collection, edition: Edition) -> Iterator[str]:
    """The words of its other fields."""
    left_out = {collection.title_field, collection.summary_field}
    for field in collection.fields.values():
        plain = not (field.private or field.internal or field.name in left_out)
        if plain and _leaf(field).kind in SAID_KINDS:
            words = _words(entry.values.get(field.name), field, edition)
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
        yield from (label for _, label in choices(value, _leaf(field), edition))


def _leaf(field: Field) -> Field:
    """The field itself, or that of a list's items."""
    if isinstance(field.of, Field):
        return _leaf(field.of)
    return field


def _unique(found: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(dict.fromkeys(found))
