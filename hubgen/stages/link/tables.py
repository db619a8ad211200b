"""The network's tables: who points to whom, who names which skill. Unlisted entries don't show in them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Backlink, SkillTarget, Use, is_unlisted
from hubgen.model.schema import Collection, Field, fields_holding


def backlinks_of(
    references: Iterable[tuple[Key, Backlink]], entries: Mapping[Key, Entry]
) -> dict[Key, tuple[Backlink, ...]]:
    """By entry: what points to it, each source and label once, sorted."""
    table: dict[Key, set[Backlink]] = {}
    for target, backlink in references:
        source = entries.get(backlink.source)
        if target in entries and source is not None and not is_unlisted(source):
            table.setdefault(target, set()).add(backlink)
    return {key: tuple(sorted(table[key], key=_order)) for key in sorted(table)}


def _order(backlink: Backlink) -> tuple[str, str, str]:
    return (backlink.source, backlink.field, backlink.label)


def uses_of(
    entries: Iterable[Entry], collections: Mapping[str, Collection]
) -> dict[str, tuple[Use, ...]]:
    """By skill: the listed entries that name it, and in which sense."""
    table: dict[str, dict[tuple[Key, str], None]] = {}
    naming = fields_holding(collections, "skills")
    for entry in entries:
        if is_unlisted(entry):
            continue
        for field in naming[entry.collection]:
            for slug, relation in _skills_in(entry.values.get(field.name), field):
                table.setdefault(slug, {})[entry.key, relation] = None
    return {slug: tuple(Use(*each) for each in table[slug]) for slug in sorted(table)}


def _skills_in(value: Any, field: Field) -> Iterator[tuple[str, str]]:
    if isinstance(value, SkillTarget):
        yield value.slug, field.relation or "about"
    elif isinstance(value, tuple):
        inner = field.of if isinstance(field.of, Field) else field
        for each in value:
            yield from _skills_in(each, inner)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _skills_in(each, field.fields.get(name, field))
