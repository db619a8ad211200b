"""What edits of content files touch, as views see it: entries, read or glanced at, and rows of tables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from hubgen.building.edits import edits_since
from hubgen.incremental.sight import Sight
from hubgen.model.entry import Key
from hubgen.model.hub import GATHERED
from hubgen.model.noting import ENTRIES, Seen, places_in, row_name
from hubgen.model.roster import (
    SKILLS,
    are_alike,
    collection_of,
    comers_and_goers,
    other_lists,
    other_skills,
    with_other_neighbours,
)
from hubgen.prepared import Prepared
from hubgen.stages.link.rewording import borrowers, rewording
from hubgen.stages.plan.cards import is_seen_at_a_glance
from hubgen.stages.plan.desk import BESIDE, LISTED
from hubgen.stages.plan.media import MEDIA, who_shows
from hubgen.workshop import Workshop


class Touched(Struct, frozen=True):
    """What is another than in the last build."""

    read: frozenset[int]
    """Places of entries, as they were numbered in the last build."""
    glanced: frozenset[int]
    """Places of those of which one sees it at a glance."""
    rows: frozenset[str]
    """Rows of tables, and the tables themselves."""
    are_others: bool
    """Whether somebody came or went."""

    def concerns(self, seen: Seen) -> bool:
        """Whether a view that looked at these may be another one now."""
        if not self.rows.isdisjoint(seen.rows):
            return True
        if seen.everybody:
            return self.are_others or bool(self.read)
        if seen.everybody_glanced and (self.are_others or self.glanced):
            return True
        is_read = not self.read.isdisjoint(places_in(seen.read))
        return is_read or not self.glanced.isdisjoint(places_in(seen.glanced))


def touched(before: Sight, now: Sight, prepared: Prepared, shop: Workshop) -> Touched | None:
    """What edits since the last build touch; None where those who stay are called or ordered otherwise, or it isn't known what was edited."""
    if not are_alike(before.roster, now.roster):
        return None
    skills = other_skills(before.roster, now.roster)
    edits = edits_since(before, prepared, shop, skills)
    if edits is None or any(collection_of(key) == SKILLS for key in edits.others):
        return None  # A skill's new names may be those that entries used before.
    strangers = comers_and_goers(before.roster, now.roster)
    lent = borrowers(prepared.hub)
    reworded = [(old, new, rewording(old, new, prepared.site)) for old, new in edits.pairs]
    rows = {*_other_rows(before, now)}
    revalued = {new.key for _, new, words in reworded if words is None}
    showing = _with_other_media(rows, prepared)
    valued = _with(lent, revalued | showing | edits.others | edits.mentioning | strangers)
    seen = dict.fromkeys(valued, True)
    for old, new, words in reworded:
        earlier = {name: old.values[name] for name in words.words} if words is not None else {}
        for key in _with(lent, [new.key]):
            seen[key] = seen.get(key, False) or _is_seen(key, earlier, prepared)
    glanced = (key for key, at_a_glance in seen.items() if at_a_glance)
    rows |= {row_name(GATHERED, collection_of(key)) for key in valued}
    rows |= {row_name(ENTRIES, key) for key in strangers}
    rows |= {row_name(SKILLS, slug) for slug in skills}
    return Touched(
        _places(seen, before),
        _places(glanced, before),
        frozenset(rows | {each.partition("/")[0] for each in rows}),
        are_others=bool(strangers),
    )


def _with_other_media(rows: Iterable[str], prepared: Prepared) -> frozenset[Key]:
    """Whoever names a picture or another file that isn't what it was."""
    start = row_name(MEDIA, "")
    paths = frozenset(each.removeprefix(start) for each in rows if each.startswith(start))
    return frozenset(who_shows(paths, prepared.hub) if paths else ())


def _with(lent: Mapping[Key, Iterable[Key]], keys: Iterable[Key]) -> set[Key]:
    """These entries, and those that show their profiles."""
    return {each for key in keys for each in (key, *lent.get(key, ()))}


def _other_rows(before: Sight, now: Sight) -> Iterator[str]:
    names = before.rows.keys() | now.rows.keys()
    yield from (name for name in names if before.rows.get(name) != now.rows.get(name))
    if before.roster.line != now.roster.line:
        for collection in other_lists(before.roster, now.roster):
            yield row_name(LISTED, collection)
            yield row_name(GATHERED, collection)
        for key in with_other_neighbours(before.roster, now.roster):
            yield row_name(BESIDE, key)


def _places(keys: Iterable[Key], sight: Sight) -> frozenset[int]:
    wanted = frozenset(keys)
    return frozenset(place for place, key in enumerate(sight.roster.keys) if key in wanted)


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
