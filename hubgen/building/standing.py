"""Which pages stand without being looked at: after edits of entries that keep their names, those that were told nothing of what was edited.

Names, the order of lists and the plan itself decide what pages there are and what each of them is asked. While that is the
same, a view can only have become another one through entries and rows of tables that it looked at when it was last made.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from hubgen.building.account import Account
from hubgen.building.touching import touched
from hubgen.incremental.asks import asks_of
from hubgen.incremental.press import Published
from hubgen.incremental.sight import Sight, load_sight
from hubgen.model.noting import Seen
from hubgen.prepared import Prepared
from hubgen.stages.plan.backdrop import backdrop, rows_of
from hubgen.workshop import Workshop


class Standing(Struct, frozen=True):
    """Which pages stand, and what this build will remember of whom its pages showed."""

    now: Sight
    """What this build sees, before any page is made."""
    before: Mapping[str, Seen]
    """By path: what the last build's pages showed."""
    pages: frozenset[str] = frozenset()
    """The paths of pages that stand."""

    def afterwards(self, results: Iterable[Published]) -> Sight:
        """What this build saw: of pages that stand, what was seen when their views were last made."""
        pages: dict[str, Seen] = {}
        for each in results:
            seen = self.before.get(each.path) if each.seen is None else each.seen
            if each.made is not None and seen is not None:
                pages[each.path] = seen
        return replace(self.now, pages=pages)


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
    return Standing(now, before.pages, frozenset(stand))


def _scene(sight: Sight) -> tuple[object, ...]:
    """What must be the same before single pages are told apart."""
    return (sight.others, sight.keys, sight.backdrop)


def _without_pages(account: Account, prepared: Prepared, shop: Workshop) -> Sight:
    readings = prepared.readings
    files = {str(shop.folder.root / path) for path in readings.sources}
    return Sight(
        others=account.inputs.digest(without=files),
        keys=tuple(prepared.hub.entries),
        digests={path: record.digest for path, record in readings.records.items()},
        backdrop=backdrop(prepared.plan),
        rows=rows_of(prepared.hub),
        asks=asks_of(prepared.plan.pages.values()),
    )
