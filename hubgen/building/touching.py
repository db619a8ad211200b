"""What edits of content files touch, as views see it: entries, read or glanced at, and rows of tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from hubgen.incremental.facts import facts_of
from hubgen.incremental.sight import Sight
from hubgen.model.entry import Entry, Key
from hubgen.model.hub import GATHERED
from hubgen.model.noting import Seen, places_in, row_name
from hubgen.prepared import Prepared
from hubgen.stages.link.rewording import borrowers, rewording
from hubgen.stages.plan.cards import is_seen_at_a_glance
from hubgen.workshop import Workshop


class Touched(Struct, frozen=True):
    """What is another than in the last build."""

    read: frozenset[int]
    """Places of entries."""
    glanced: frozenset[int]
    """Places of those of which one sees it at a glance."""
    rows: frozenset[str]
    """Rows of tables, and the tables themselves."""

    def concerns(self, seen: Seen) -> bool:
        """Whether a view that looked at these may be another one now."""
        if not self.rows.isdisjoint(seen.rows):
            return True
        if seen.everybody:
            return bool(self.read)
        if seen.everybody_glanced and self.glanced:
            return True
        are_others = not self.read.isdisjoint(places_in(seen.read))
        return are_others or not self.glanced.isdisjoint(places_in(seen.glanced))


def touched(before: Sight, now: Sight, prepared: Prepared, shop: Workshop) -> Touched | None:
    """What edits since the last build touch; None where entries have other names, or it isn't known what was edited."""
    edits = _edits(before, prepared, shop)
    if edits is None:
        return None
    seen: dict[Key, bool] = {}
    rows = _other_rows(before, now)
    lent = borrowers(prepared.hub)
    for old, new in edits:
        words = rewording(old, new, prepared.site)
        for key in (new.key, *lent.get(new.key, ())):
            if words is None:
                seen[key] = True
                rows.add(row_name(GATHERED, key.partition("/")[0]))
            else:
                earlier = {name: old.values[name] for name in words.words}
                seen[key] = seen.get(key, False) or _is_seen(key, earlier, prepared)
    glanced = (key for key, at_a_glance in seen.items() if at_a_glance)
    return Touched(_places(seen, now), _places(glanced, now), frozenset(rows))


def _edits(before: Sight, prepared: Prepared, shop: Workshop) -> list[tuple[Entry, Entry]] | None:
    """Each entry of the files that were edited, as it was and as it is."""
    readings = prepared.readings
    if readings.sources.keys() != before.digests.keys():
        return None
    found: list[tuple[Entry, Entry]] = []
    for path, record in readings.records.items():
        if record.digest != before.digests[path]:
            source = readings.sources[path]
            earlier = shop.memory.earlier(source, prepared.site.collections[source.collection])
            if earlier is None or earlier.digest != before.digests[path]:
                return None
            if not record.digest or len(earlier.entries) != len(record.entries):
                return None
            pairs = [*zip(earlier.entries, record.entries, strict=True)]
            if not all(_are_named_alike(old, new, prepared) for old, new in pairs):
                return None
            found += pairs
    return found


def _are_named_alike(old: Entry, new: Entry, prepared: Prepared) -> bool:
    """Whether whatever could mean the one means the other."""
    before, after = (facts_of(each, prepared.site) for each in (old, new))
    return replace(before, mentions=after.mentions) == after


def _other_rows(before: Sight, now: Sight) -> set[str]:
    names = before.rows.keys() | now.rows.keys()
    rows = {name for name in names if before.rows.get(name) != now.rows.get(name)}
    return rows | {name.partition("/")[0] for name in rows}


def _places(keys: Iterable[Key], sight: Sight) -> frozenset[int]:
    wanted = frozenset(keys)
    return frozenset(place for place, key in enumerate(sight.keys) if key in wanted)


def _is_seen(key: Key, earlier: Mapping[str, Any], prepared: Prepared) -> bool:
    """Whether a glance at the entry, in any language, shows that its words were others before."""
    hub = prepared.hub
    if key not in hub.entries:
        return False  # Nobody sees it today.
    for locale in prepared.site.languages:
        entry = hub.in_locale(key, locale)
        words = {name: value for name, value in earlier.items() if name in entry.values}
        if is_seen_at_a_glance(words, entry, hub.collections[entry.collection]):
            return True
    return False
