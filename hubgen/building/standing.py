"""Which pages stand without being looked at: after edits of entries, those that were told nothing of what was edited.

While those who stay are called and ordered as they were, and the plan asks the same of a page, its view can only have become
another one through entries and rows of tables that it looked at when it was last made.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from hubgen.building.account import Account
from hubgen.building.touching import touched
from hubgen.incremental.asks import asks_of
from hubgen.incremental.press import Published
from hubgen.incremental.sight import Sight, load_sight
from hubgen.model.noting import Seen, moved
from hubgen.model.roster import places_now
from hubgen.prepared import Prepared
from hubgen.stages.plan.backdrop import backdrop, media_of, roster_of, rows_of
from hubgen.stages.plan.media import CONTENT
from hubgen.workshop import Workshop


class Standing(Struct, frozen=True):
    """Which pages stand, and what this build will remember of whom its pages showed."""

    now: Sight
    """What this build sees, before any page is made."""
    before: Mapping[str, Seen]
    """By path: what the last build's pages showed."""
    pages: frozenset[str] = frozenset()
    """The paths of pages that stand."""
    places: Sequence[int] = ()
    """For each place of an entry in the last build, its place now; empty where all places are the same."""

    def afterwards(self, results: Iterable[Published]) -> Sight:
        """What this build saw: of pages that stand, what was seen when their views were last made."""
        pages: dict[str, Seen] = {}
        for each in results:
            seen = self._earlier(each.path) if each.seen is None else each.seen
            if each.made is not None and seen is not None:
                pages[each.path] = seen
        return replace(self.now, pages=pages)

    def _earlier(self, path: str) -> Seen | None:
        seen = self.before.get(path)
        return moved(seen, self.places) if seen is not None and self.places else seen


def standing(account: Account, prepared: Prepared, shop: Workshop) -> Standing:
    """The pages that stand; none where more was edited than entries, or where it isn't known what was."""
    now = _without_pages(account, prepared, shop)
    before = load_sight(account.path, account.before.sight) if account.path else Sight()
    known = bool(now.others) and _scene(before) == _scene(now)
    in_time = account.before.is_in_time(shop.options.today)
    edited = touched(before, now, prepared, shop) if known and in_time else None
    if edited is None:
        return Standing(now, before.pages)
    alike = (path for path, ask in now.asks.items() if before.asks.get(path) == ask)
    stand = (
        path for path in alike if path in before.pages and not edited.concerns(before.pages[path])
    )
    are_others = before.roster.keys != now.roster.keys
    places = places_now(before.roster, now.roster) if are_others else ()
    return Standing(now, before.pages, frozenset(stand), places)


def _scene(sight: Sight) -> tuple[object, ...]:
    """What must be the same before single pages are told apart."""
    return (sight.others, sight.backdrop)


def _without_pages(account: Account, prepared: Prepared, shop: Workshop) -> Sight:
    readings = prepared.readings
    # What pages show of pictures is known by itself, of those that lie beside the content.
    pictures = (path for path in media_of(prepared.plan) if path.startswith(f"{CONTENT}/"))
    files = {str(shop.folder.root / path) for path in (*readings.sources, *pictures)}
    return Sight(
        others=account.inputs.digest(without=files),
        roster=roster_of(prepared.plan),
        digests={path: record.digest for path, record in readings.records.items()},
        backdrop=backdrop(prepared.plan),
        rows=rows_of(prepared.plan),
        asks=asks_of(prepared.plan.pages.values()),
    )
