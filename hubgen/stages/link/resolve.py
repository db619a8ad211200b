"""Turn what entries name into what it means: references into entries, skill names into skills."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import Backlink, SkillTarget, Target
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Reference, SkillUse
from hubgen.stages.link.names import NameBook, bare_slug
from hubgen.stages.link.skills import SkillBook

REFERRING = ("reference", "references", "skills")
"""Kinds whose values name something else."""


class Resolver(Struct, frozen=True):
    """Knows every name of the hub."""

    names: NameBook
    skills: SkillBook
    collections: Mapping[str, Collection]
    unpublished: frozenset[Key]
    removed: frozenset[Key]
    referring: Mapping[str, tuple[Field, ...]]
    """By collection: the fields in which names can stand."""
    report: Report

    def entry(self, entry: Entry) -> tuple[Entry, tuple[tuple[Key, Backlink], ...]]:
        """The entry with meanings for names, and its references as the other ends see them."""
        found: list[tuple[Key, Backlink]] = []
        values = dict(entry.values)
        for field in self.referring[entry.collection]:
            if field.name in values:
                meant = self._value(values[field.name], field, found)
                if meant is None:
                    del values[field.name]
                else:
                    values[field.name] = meant
        key = entry.key
        backlinks = tuple(
            (target, Backlink(key, link.field, link.label))
            for target, link in found
            if target != key
        )
        return replace(entry, values=values), backlinks

    def _value(self, value: Any, field: Field, found: list[tuple[Key, Backlink]]) -> Any:
        if field.kind == "skills":
            # Several names can mean one skill.
            slugs = dict.fromkeys(self.skills.find(each, self.report) for each in value)
            return tuple(map(SkillTarget, slugs))
        if isinstance(value, SkillUse):
            return SkillTarget(self.skills.find(value, self.report))
        if isinstance(value, Reference):
            return self._target(value, field, found)
        if isinstance(value, tuple):
            inner = field.of if isinstance(field.of, Field) else field
            kept = (self._value(each, inner, found) for each in value)
            return _unique(each for each in kept if each is not None)
        if isinstance(value, dict):
            return self._record(value, field, found)
        return value

    def _record(
        self, value: dict[str, Any], field: Field, found: list[tuple[Key, Backlink]]
    ) -> Any:
        of = field.of if isinstance(field.of, Field) else field
        outer = [(name, each, field.fields.get(name, of)) for name, each in value.items()]
        linked = {name: self._value(each, inner, found) for name, each, inner in outer}
        return {name: each for name, each in linked.items() if each is not None}

    def _target(
        self, reference: Reference, field: Field, found: list[tuple[Key, Backlink]]
    ) -> Target | None:
        collections = self._collections(field)
        key = self.names.by_slug(reference.text, collections)
        if key is None and field.loose:
            named = self.names.named(reference.text, collections)
            key = named[0] if len(named) == 1 else None
        if key is None:
            return self._unknown(reference, field, collections)
        if key in self.unpublished:
            return None
        found.append((key, Backlink("", field.name, field.inverse)))
        return Target(self.names.titles[key], key)

    def _collections(self, field: Field) -> tuple[str, ...]:
        return tuple(self.collections) if "*" in field.to else field.to

    def _unknown(
        self, reference: Reference, field: Field, collections: tuple[str, ...]
    ) -> Target | None:
        if self._is_removed(reference.text, collections):
            self.report.add(
                "HG210",
                reference.span,
                f"'{reference.text}' has left the hub",
                help="take the reference out",
            )
            return None
        if field.loose:
            return Target(reference.text)
        self.report.add(
            "HG201",
            reference.span,
            f"no {self._expected(collections)} is called '{reference.text}'",
            help=self._way_out(reference.text, collections),
        )
        return None

    def _is_removed(self, text: str, collections: tuple[str, ...]) -> bool:
        slug = bare_slug(text)
        return slug in self.removed or any(f"{each}/{slug}" in self.removed for each in collections)

    def _expected(self, collections: tuple[str, ...]) -> str:
        words = [
            self.collections[each].singular for each in collections if each in self.collections
        ]
        return " or ".join(words) if len(words) <= 3 else "entry"

    def _way_out(self, text: str, collections: tuple[str, ...]) -> str:
        key = self.names.suggest(text, collections)
        if key is None:
            return "write the slug of an entry that exists: the name of its file without the ending"
        collection, _, slug = key.partition("/")
        if collection not in collections:
            return f"'{slug}' is a {self.collections[collection].singular}, which can't stand here"
        return f"did you mean '{slug}'?" if len(collections) == 1 else f"did you mean '{key}'?"


def _unique(values: Any) -> tuple[Any, ...]:
    """Each once, in order: the same skill under two names is one skill."""
    kept: list[Any] = []
    for value in values:
        if not (isinstance(value, (Target, SkillTarget)) and value in kept):
            kept.append(value)
    return tuple(kept)
