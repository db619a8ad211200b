"""The plan of a hub in which only words are others: the same files at the same addresses."""

from msgspec.structs import replace

from hubgen.model.entry import Key
from hubgen.model.hub import Hub
from hubgen.model.plan import Plan
from hubgen.stages.plan.edition import Edition


def reworded(plan: Plan, hub: Hub, keys: frozenset[Key]) -> Plan:
    """The plan with views of that hub; `keys` are the entries that show other words."""
    editions: dict[str, Edition] = dict(plan.editions)
    desk = next(iter(editions.values())).desk
    fresh = desk.reworded(hub, keys)
    return replace(
        plan, editions={locale: each.reworded(fresh, keys) for locale, each in editions.items()}
    )
