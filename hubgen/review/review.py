"""A change of a hub as somebody who must decide about it wants to know it: one value, from which each format is made."""

from dataclasses import dataclass

from hubgen.diagnostics import Diagnostic
from hubgen.history import Repository
from hubgen.model.entry import Entry
from hubgen.review.causes import both_lines, caused
from hubgen.review.entries import (
    ChangedEntry,
    FieldChange,
    compare_entries,
    title_of,
)
from hubgen.review.likeness import Sign, likenesses
from hubgen.review.looks import Look, look_of
from hubgen.review.mail import same_mail
from hubgen.review.network import (
    Match,
    NewDomain,
    new_domains,
    new_matches,
    new_skills,
)
from hubgen.review.other_files import OtherFile, other_files
from hubgen.review.ownership import OwnedChange, owned_changes
from hubgen.review.pages import PageChanges, compare_pages
from hubgen.review.signal import Reason, Seen, light, reasons
from hubgen.review.versions import Versions


@dataclass(frozen=True, slots=True)
class Named:
    """An entry by its names."""

    key: str
    locale: str
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An entry that changed, or that has another name."""

    entry: Named
    fields: tuple[FieldChange, ...]
    was: str = ""
    """Its key before, of one that has another name."""


@dataclass(frozen=True, slots=True)
class SkillNews:
    """A skill that the hub didn't have."""

    name: str
    known: bool
    """Whether the hub's list of skills has it."""
    users: tuple[str, ...]
    near: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Two entries that may be one."""

    entry: Named
    other: Named
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What a change does to a hub."""

    base: str
    head: str
    base_commit: str
    head_commit: str
    is_head_trusted: bool
    light: str
    """green, yellow, red"""
    reasons: tuple[Reason, ...]
    """The worst first."""
    added: tuple[Look, ...]
    changed: tuple[Edited, ...]
    renamed: tuple[Edited, ...]
    removed: tuple[Named, ...]
    pages: PageChanges
    skills: tuple[SkillNews, ...]
    alike: tuple[Alike, ...]
    domains: tuple[NewDomain, ...]
    matches: tuple[Match, ...]
    owned: tuple[OwnedChange, ...]
    files: tuple[OtherFile, ...]
    """What changes and is no entry."""
    problems: tuple[Diagnostic, ...]
    """What the change causes."""


def review(versions: Versions, repository: Repository, author: str) -> Review:
    """Both versions compared."""
    elsewhere = repository.changed_elsewhere(versions.before.commit, versions.after.commit)
    before, after = versions.before.prepared, versions.after.prepared
    changes = compare_entries(versions)
    pages = compare_pages(versions)
    problems = _problems(versions)
    entries = tuple(after.readings.entries)
    mail = same_mail(changes.touched, versions.after, repository)
    same = likenesses(changes.touched, entries, after.site.collections, mail)
    owned = owned_changes(changes, author)
    files = other_files(versions, elsewhere)
    told = reasons(Seen(problems, changes, pages, same, owned, files, after.site.collections))
    return Review(
        base=versions.before.name,
        head=versions.after.name,
        base_commit=versions.before.commit,
        head_commit=versions.after.commit,
        is_head_trusted=versions.is_head_trusted,
        light=light(told),
        reasons=told,
        added=tuple(look_of(each, after.hub, after.site.language) for each in changes.added),
        changed=tuple(_edited(each, versions) for each in changes.changed),
        renamed=tuple(_edited(each, versions, each.before.key) for each in changes.renamed),
        removed=tuple(_named(each, versions) for each in changes.removed),
        pages=pages,
        skills=tuple(
            SkillNews(each.skill.name, each.skill.known, each.users, each.near)
            for each in new_skills(before.hub, after.hub)
        ),
        alike=tuple(
            Alike(_named(each.entry, versions), _named(each.other, versions), each.signs)
            for each in same
        ),
        domains=new_domains(before.readings.entries, entries),
        matches=new_matches(before.hub, after.hub),
        owned=owned,
        files=files,
        problems=problems,
    )


def _edited(each: ChangedEntry, versions: Versions, was: str = "") -> Edited:
    return Edited(_named(each.after, versions), each.fields, was)


def _named(entry: Entry, versions: Versions) -> Named:
    collections = versions.after.prepared.site.collections
    return Named(entry.key, entry.locale, entry.span.path, title_of(entry, collections))


def _problems(versions: Versions) -> tuple[Diagnostic, ...]:
    old, new = versions.before, versions.after
    lines = both_lines(old.folder, new.folder, versions.renamed)
    return caused(old.diagnostics, new.diagnostics, versions.renamed, lines)
