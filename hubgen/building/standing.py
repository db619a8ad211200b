"""Which pages stand without being looked at: after an edit of words alone, those that show none of the entries edited.

Everything beside words decides what pages there are and whom each of them looks at. While that is the same, a view can
only have become another one through words of the entries that it looked at when it was last made.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from hubgen.building.account import Account
from hubgen.incremental.press import Published
from hubgen.incremental.sight import Sight, load_sight
from hubgen.model.entry import Key
from hubgen.model.noting import Seen, places_in
from hubgen.prepared import Prepared
from hubgen.stages.link.rewording import borrowers, rewording
from hubgen.stages.plan.cards import is_seen_at_a_glance
from hubgen.workshop import Workshop


class Standing(Struct, frozen=True):
    """Which pages stand, and what this build will remember of whom its pages showed."""

    now: Sight
    """What this build sees, before any page is made."""
    before: Sight
    """What the last one saw."""
    pages: frozenset[str] = frozenset()
    """The paths of pages that stand."""

    def afterwards(self, results: Iterable[Published]) -> Sight:
        """What this build saw: of pages that stand, what was seen when their views were last made."""
        pages: dict[str, Seen] = {}
        for each in results:
            seen = self.before.pages.get(each.path) if each.seen is None else each.seen
            if each.made is not None and seen is not None:
                pages[each.path] = seen
        return replace(self.now, pages=pages)


def standing(account: Account, prepared: Prepared, shop: Workshop) -> Standing:
    """The pages that stand; none where more than words changed, or where it isn't known what did."""
    now = _without_pages(account, prepared, shop)
    before = load_sight(account.path, account.before.sight) if account.path else Sight()
    known = bool(now.others) and (before.others, before.keys) == (now.others, now.keys)
    in_time = account.before.is_in_time(shop.options.today)
    touched = _touched(before, prepared, shop) if known and in_time else None
    if touched is None:
        return Standing(now, before)
    read = _places(touched, now)
    glanced = _places((key for key, at_a_glance in touched.items() if at_a_glance), now)
    stand = (path for path, seen in before.pages.items() if not _concerns(seen, read, glanced))
    return Standing(now, before, frozenset(stand))


def _concerns(seen: Seen, read: set[int], glanced: set[int]) -> bool:
    """Whether a view that looked at these may be another one, now that these entries are others, and these at a glance."""
    if seen.everybody:
        return bool(read)
    if seen.everybody_glanced and glanced:
        return True
    are_others = not read.isdisjoint(places_in(seen.read))
    return are_others or not glanced.isdisjoint(places_in(seen.glanced))


def _places(keys: Iterable[Key], sight: Sight) -> set[int]:
    wanted = frozenset(keys)
    return {place for place, key in enumerate(sight.keys) if key in wanted}


def _without_pages(account: Account, prepared: Prepared, shop: Workshop) -> Sight:
    readings = prepared.readings
    files = {str(shop.folder.root / path) for path in readings.sources}
    return Sight(
        others=account.inputs.digest(without=files),
        keys=tuple(prepared.hub.entries),
        digests={path: record.digest for path, record in readings.records.items()},
    )


def _touched(sight: Sight, prepared: Prepared, shop: Workshop) -> dict[Key, bool] | None:
    """The entries that show other words than in the last build, and whether one sees that at a glance; None where more has changed."""
    found: dict[Key, bool] = {}
    readings, lent = prepared.readings, borrowers(prepared.hub)
    if readings.sources.keys() != sight.digests.keys():
        return None
    for path, record in readings.records.items():
        if record.digest != sight.digests[path]:
            source = readings.sources[path]
            before = shop.memory.earlier(source, prepared.site.collections[source.collection])
            if before is None or before.digest != sight.digests[path]:
                return None
            if not record.digest or len(before.entries) != len(record.entries):
                return None
            for old, new in zip(before.entries, record.entries, strict=True):
                edit = rewording(old, new, prepared.site)
                if edit is None:
                    return None
                earlier = {name: old.values[name] for name in edit.words}
                for key in (new.key, *lent.get(new.key, ())):
                    found[key] = found.get(key, False) or _is_seen(key, earlier, prepared)
    return found


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
