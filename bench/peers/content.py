"""What a hub says, read once for all peers: entries of plain values, which each peer's own file writes its way."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import yaml

KINDS: Final = {
    "members": "member",
    "mentors": "mentor",
    "resources": "resource",
    "events": "event",
    "groups": "group",
    "news": "news",
    "pages": "page",
}
"""The collections, with what one entry of each is called."""

SKILLS: Final = ("offers", "seeks", "topics", "skills")
"""Fields that name skills."""

NAMED: Final = {
    "member": "members",
    "mentees": "members",
    "recommended_by": "members",
    "hosts": "members",
    "speakers": "members",
    "facilitators": "members",
    "members": "members",
    "group": "groups",
    "resources": "resources",
    "prerequisites": "resources",
}
"""Fields that name other entries, with their collection."""

ON_CARDS: Final = 3
"""How many values a card shows besides name, summary and skills."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill as it is linked to."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what its page shows, and what its card does."""

    collection: str
    slug: str
    title: str
    summary: str
    skills: tuple[Skill, ...]
    """All that it offers, seeks or is about: each of their pages lists it."""
    fields: Mapping[str, str]
    """Whatever else it says, by label, as text."""
    body: str
    """Markdown; its links are addresses of the site."""
    date: str = ""
    """When it was news: the feed is made of those that have one."""

    @property
    def kind(self) -> str:
        return KINDS[self.collection]

    @property
    def facts(self) -> tuple[str, ...]:
        """What the card shows besides."""
        return tuple(self.fields.values())[:ON_CARDS]

    def said(self, skills: Sequence[str]) -> dict[str, Any]:
        """All but its text, as fields by the names that the peers' templates know; skills as the peer wants them."""
        return {
            "title": self.title,
            "date": self.date,
            "kind": self.kind,
            "summary": self.summary,
            "skills": tuple(skills),
            "facts": self.facts,
            "fields": self.fields,
        }


@dataclass(frozen=True, slots=True)
class Content:
    """All of a hub."""

    entries: tuple[Entry, ...]
    skills: tuple[Skill, ...]

    def of(self, collection: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.collection == collection)


def read_content(hub: Path) -> Content:
    """The content of the hub in that folder, as `bench.corpus` writes it."""
    content = hub / "content"
    listed = yaml.load((content / "skills.yaml").read_text("utf-8"), yaml.CSafeLoader)
    skills = {slug: Skill(slug, fields["name"]) for slug, fields in listed.items()}
    sources = {name: dict(_sources(content / name)) for name in KINDS}
    records = {name: {slug: each[0] for slug, each in of.items()} for name, of in sources.items()}
    entry = partial(_entry, records, skills)
    return Content(
        tuple(
            entry(name, slug, source) for name, of in sources.items() for slug, source in of.items()
        ),
        tuple(skills.values()),
    )


Records = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""The fields of all entries, by collection and slug."""


def _sources(folder: Path) -> Iterator[tuple[str, tuple[dict[str, Any], str]]]:
    """The fields and the body of each file, by slug."""
    for path in sorted(folder.rglob("*")):
        slug = path.parent.name if path.stem == "index" else path.stem
        if path.suffix == ".md":
            _, front, body = path.read_text("utf-8").split("---\n", 2)
            yield slug, (yaml.load(front, yaml.CSafeLoader), body.strip())
        elif path.suffix == ".yaml":
            fields = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
            yield slug, (fields, fields.pop("bio", "").strip())


def _entry(
    records: Records,
    skills: Mapping[str, Skill],
    collection: str,
    slug: str,
    source: tuple[Mapping[str, Any], str],
) -> Entry:
    fields, body = source
    person = records["members"].get(fields.get("member", ""), fields)
    named = [each for name in SKILLS for each in fields.get(name, ())]
    return Entry(
        collection,
        slug,
        str(fields.get("name") or fields.get("title") or person["name"]),
        str(fields.get("summary") or person.get("headline", "")),
        tuple(skills[each] for each in dict.fromkeys(named)),
        _fields(fields, records, skills),
        _linked(body, records, skills),
        str(fields["date"]) if collection == "news" else "",
    )


def _fields(
    fields: Mapping[str, Any], records: Records, skills: Mapping[str, Skill]
) -> dict[str, str]:
    shown = {}
    for name, value in fields.items():
        if name in {"name", "title", "headline", "summary"}:
            continue
        if name in SKILLS:
            text = ", ".join(skills[slug].name for slug in value)
        elif name in NAMED:
            slugs: Sequence[str] = [value] if isinstance(value, str) else value
            text = ", ".join(_name(f"{NAMED[name]}/{slug}", records, skills) for slug in slugs)
        else:
            text = _text(value)
        shown[name.replace("_", " ")] = text
    return shown


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(map(_text, value.values()))
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _linked(body: str, records: Records, skills: Mapping[str, Skill]) -> str:
    """The body with ordinary links in the place of the hub's own."""

    def named(found: re.Match[str]) -> str:
        return f"[{_name(found[1], records, skills)}](/{found[1]}/)"

    own = rf"((?:{'|'.join((*KINDS, 'skills'))})/[a-z0-9-]+)"
    body = re.sub(rf"\[\[{own}\]\]", named, body)
    return re.sub(rf"\]\({own}\)", r"](/\1/)", body)


def _name(address: str, records: Records, skills: Mapping[str, Skill]) -> str:
    collection, _, slug = address.partition("/")
    if collection == "skills":
        return skills[slug].name
    fields = records[collection][slug]
    return str(fields.get("name") or fields.get("title") or slug)
