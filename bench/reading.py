"""Reads a hub, whoever made it, as hubgen itself reads it: whatever may stand in its files means the same to everybody."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import astuple

from bench.content import Content, Entry, Skill
from bench.descriptions import TODAY
from bench.processes import Failed
from hubgen.config.loading import load_site
from hubgen.config.site import Site
from hubgen.diagnostics import Report, Severity, Span
from hubgen.files.reading import HubFolder
from hubgen.model.entry import Entry as HubEntry
from hubgen.model.hub import Hub, SkillTarget, Target, is_unlisted
from hubgen.model.nodes import Scalar
from hubgen.model.options import BuildOptions
from hubgen.model.schema import Field
from hubgen.model.values import Markdown, Month
from hubgen.stages.discover import discover_stamped
from hubgen.stages.link import link
from hubgen.stages.parse import parse
from hubgen.workshop import Workshop
from hubgen.workshop.reading import FileReadings, read_files, read_removed

NEWS: Final = "news"
"""The collection of which feeds are made; every peer has one, be it empty."""

_LINK: Final = re.compile(
    r"\[\[(?P<wiki>[^\[\]|#\n]+)(?:#[^\[\]|\n]*)?(?:\|(?P<words>[^\[\]\n]*))?\]\](?![(\[])"
    r"|\]\((?P<plain>[^\s()#]+)(?P<rest>#[^\s()]*)?\)"
)
"""A link to an entry in double brackets, or the address of an ordinary one."""


def read_content(folder: Path) -> Content:
    """The content of the hub in that folder; raises Failed where hubgen would not build it."""
    shop = Workshop(HubFolder(folder), BuildOptions(TODAY), Report())
    site = load_site(shop.folder, shop.report)
    found = discover_stamped(shop.folder, site, {}, shop.report, now_ns=0)
    readings = read_files(found.sources, site, shop)
    hub = link(readings.entries, read_removed(shop), site, shop.options, shop.report)
    errors = [each for each in shop.report.diagnostics if each.severity is Severity.ERROR]
    for first in errors[:1]:
        where = f"{folder}/{first.span.path}:{first.span.line}"
        raise Failed(f"the hub has {len(errors)} mistakes, the first in {where}: {first.message}")
    reader = _Reader(site, hub, _written(folder, readings, site))
    entries = tuple(map(reader.entry, reader.shown()))
    known = sorted(hub.skills, key=lambda slug: (-len(hub.uses.get(slug, ())), slug))
    named = {entry.collection for entry in entries}
    labels = {name: each.label for name, each in hub.collections.items() if name in named}
    return Content(
        entries,
        tuple(map(reader.skill, known)),
        {**labels, NEWS: labels.get(NEWS, "News")},
        tuple(path for path, each in readings.sources.items() if each.locale != site.language),
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """What an entry's file holds, before hubgen made anything of it."""

    text: str
    """Its Markdown."""
    text_field: str
    """The field that holds it, under whichever of its names."""
    names: frozenset[str]
    """Of all its fields."""


def _written(folder: Path, readings: FileReadings, site: Site) -> dict[tuple[str, str], _Written]:
    """By file and slug, since one file can hold many entries."""
    found = {}
    for path, source in readings.sources.items():
        collection = site.collections[source.collection]
        body = collection.body_field
        synonyms = (body.name, *body.synonyms) if body else ()
        for document in parse(source, (folder / path).read_bytes(), collection, Report()):
            names = {key.text: value for key, value in document.fields.items}
            name = next((each for each in synonyms if each in names), "")
            value = names.get(name)
            text = value.text.strip() if isinstance(value, Scalar) else ""
            found[path, document.slug] = _Written(text, name, frozenset(names))
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    site: Site
    hub: Hub
    written: Mapping[tuple[str, str], _Written]

    def shown(self) -> Iterator[HubEntry]:
        """All that anybody may find; a skill is no entry to anybody else."""
        every = self.hub.entries.values()
        return (each for each in every if each.collection != "skills" and not is_unlisted(each))

    def entry(self, entry: HubEntry) -> Entry:
        """One entry, in everybody's words."""
        collection = self.hub.collections[entry.collection]
        written = self.written[entry.span.path, entry.slug]
        of_skills = [each.name for each in collection.fields_of_kind("skills")]
        return Entry(
            path=entry.span.path,
            collection=entry.collection,
            kind=collection.singular,
            slug=entry.slug,
            title=_line(self.hub.title(entry)),
            summary=_line(self._text(entry.values.get(collection.summary_field, ""))),
            skills=self._skills(entry, of_skills),
            skills_field=next((name for name in of_skills if name in written.names), ""),
            text_field="" if entry.span.path.endswith(".md") else written.text_field,
            fields=self._fields(entry),
            body=self._linked(written.text, entry.folder),
            date=str(entry.values["date"]) if entry.collection == NEWS else "",
        )

    def skill(self, slug: str) -> Skill:
        """The skill of this slug."""
        return Skill(slug, _line(self.hub.skills[slug].name))

    def _skills(self, entry: HubEntry, names: Sequence[str]) -> tuple[Skill, ...]:
        used = (each.slug for name in names for each in entry.values.get(name, ()))
        return tuple(map(self.skill, dict.fromkeys(used)))

    def _fields(self, entry: HubEntry) -> dict[str, str]:
        """Whatever the entry itself says, but what stands elsewhere on its page, and what nobody sees."""
        collection = self.hub.collections[entry.collection]
        elsewhere = {collection.title_field, collection.summary_field}
        texts = {
            name.replace("_", " "): _line(self._text(entry.values[name]))
            for name in entry.spans
            if name in entry.values
            and name not in elsewhere
            and _is_public(collection.fields[name], entry)
        }
        return {label: text for label, text in texts.items() if text}

    def _text(self, value: Any) -> str:
        """A value of whatever kind, in words."""
        match value:
            case Target():
                return self._title(value.key) if value.key else value.text
            case SkillTarget():
                return self.hub.skills[value.slug].name
            case Markdown():
                return value.text
            case Month():
                return str(value)
            case dict():
                return " ".join(map(self._text, value.values()))
            case tuple():
                return ", ".join(map(self._text, value))
            case Struct():
                parts = (part for part in astuple(value) if not isinstance(part, Span))
                return " ".join(text for text in map(self._text, parts) if text)
        return "" if value is None else str(value)

    def _title(self, key: str) -> str:
        return self.hub.title(self.hub.entries[key])

    def _linked(self, body: str, folder: str) -> str:
        """The body with ordinary links in the place of the hub's own."""

        def written(found: re.Match[str]) -> str:
            target = found["wiki"] or found["plain"]
            leads = self.hub.destinations.get((folder, target.strip()))
            if leads is None or leads.kind not in {"entry", "skill"}:
                return found[0]
            if leads.kind == "skill":
                address, name = f"/skills/{leads.name}/", self.skill(leads.name).name
            else:
                address, name = f"/{leads.name}/", self._title(leads.name)
            if found["plain"]:
                return f"]({address}{found['rest'] or ''})"
            return f"[{found['words'] or name}]({address})"

        return _no_template(_LINK.sub(written, body))


def _is_public(field: Field, entry: HubEntry) -> bool:
    if field.public_if and not entry.values.get(field.public_if):
        return False
    return not (field.body or field.internal or field.private)


def _line(text: str) -> str:
    """In one line, as every peer's front matter can hold it."""
    return _no_template(" ".join(text.split()))


def _no_template(text: str) -> str:
    """Without what some peers take for a template in the middle of a text."""
    return re.sub(r"\{(?=[{%#])", "{ ", text)
