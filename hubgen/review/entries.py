"""Which entries came, changed, went, or have another name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hubgen.model.entry import Entry, Key
from hubgen.model.schema import Collection, Field
from hubgen.prepared import Prepared
from hubgen.review.versions import Versions
from hubgen.review.words import around_change, plain, shape
from hubgen.text.names import fold

HIDDEN = "(not shown)"
"""What stands for a value that is never published."""
Name = tuple[Key, str]
"""An entry's key and its language."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one field said, and what it says."""

    field: str
    old: str
    """Empty: nothing."""
    new: str
    is_private: bool = False
    """It is never published."""


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry that is there before and after, perhaps under another name."""

    before: Entry
    after: Entry
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """What became of the hub's entries, each by its file."""

    added: tuple[Entry, ...]
    changed: tuple[ChangedEntry, ...]
    renamed: tuple[ChangedEntry, ...]
    removed: tuple[Entry, ...]

    @property
    def touched(self) -> tuple[Entry, ...]:
        """All that say something new, as they are now."""
        others = (*self.changed, *self.renamed)
        return (*self.added, *(each.after for each in others if each.fields))


def compare_entries(versions: Versions) -> EntryChanges:
    """The entries of both versions, side by side."""
    old, new = (_by_name(each.prepared) for each in (versions.before, versions.after))
    collections = versions.after.prepared.site.collections
    gone = [entry for name, entry in old.items() if name not in new]
    come = [entry for name, entry in new.items() if name not in old]
    pairs = list(_renamed(gone, come, versions.renamed, collections))
    moved = {id(each) for pair in pairs for each in pair}
    stayed = ((old[name], entry) for name, entry in new.items() if name in old)
    changed = (_changed(*pair, collections) for pair in stayed if pair[0] != pair[1])
    return EntryChanges(
        added=tuple(each for each in come if id(each) not in moved),
        changed=tuple(each for each in changed if each.fields),
        renamed=tuple(_changed(*pair, collections) for pair in pairs),
        removed=tuple(each for each in gone if id(each) not in moved),
    )


def title_of(entry: Entry, collections: Mapping[str, Collection]) -> str:
    """What people call it."""
    title = entry.values.get(collections[entry.collection].title_field)
    return title if isinstance(title, str) else entry.slug


def _by_name(prepared: Prepared) -> dict[Name, Entry]:
    found: dict[Name, Entry] = {}
    for entry in prepared.readings.entries:
        found.setdefault((entry.key, entry.locale), entry)
    return dict(sorted(found.items()))


def _renamed(
    gone: list[Entry],
    come: list[Entry],
    files: Mapping[str, str],
    collections: Mapping[str, Collection],
) -> Iterator[tuple[Entry, Entry]]:
    """Old and new of what has another name: git says so of the file, or the entry is called the same."""
    left = list(gone)
    for entry in come:
        for old in left:
            if (old.collection, old.locale) != (entry.collection, entry.locale):
                continue
            is_same_file = files.get(entry.span.path) == old.span.path != entry.span.path
            names = {fold(title_of(each, collections)) for each in (old, entry)}
            if is_same_file or len(names) == 1:
                left.remove(old)
                yield old, entry
                break


def _changed(before: Entry, after: Entry, collections: Mapping[str, Collection]) -> ChangedEntry:
    fields = collections[after.collection].fields
    names = [name for name in fields if name in before.values or name in after.values]
    return ChangedEntry(
        before,
        after,
        tuple(
            _field_change(before, after, fields[name])
            for name in names
            if shape(before.values.get(name)) != shape(after.values.get(name))
        ),
    )


def _field_change(before: Entry, after: Entry, field: Field) -> FieldChange:
    values = [each.values.get(field.name) for each in (before, after)]
    if any(is_private(field, each) for each in (before, after)):
        old, new = (HIDDEN if value is not None else "" for value in values)
        return FieldChange(field.name, old, new, is_private=True)
    old, new = map(plain, values)
    if old == new:
        new += " (other formatting or links)"
    return FieldChange(field.name, *around_change(old, new))


def is_private(field: Field, entry: Entry) -> bool:
    """Whether the site shows that field of the entry to nobody: then a report doesn't, either."""
    if field.private:
        return True
    return bool(field.public_if) and entry.values.get(field.public_if) is not True
