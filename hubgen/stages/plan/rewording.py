"""The plan of a hub in which only words are others: the same files at the same addresses."""

from dataclasses import replace

from hubgen.model.entry import Key
from hubgen.model.hub import Hub
from hubgen.model.plan import Plan
from hubgen.stages.plan.edition import Edition


def reworded(plan: Plan, hub: Hub, keys: frozenset[Key], letters: int) -> Plan | None:
    """The plan with views of that hub; None where search might need another engine.

    `keys` are the entries that show other words, `letters` how many came and went.
    """
    editions: dict[str, Edition] = dict(plan.editions)
    desk = next(iter(editions.values())).desk
    search = desk.search
    if search.leeway is not None:
        if letters >= search.leeway:
            return None
        search = replace(search, leeway=search.leeway - letters)
    fresh = desk.reworded(hub, keys, search)
    return replace(
        plan, editions={locale: each.reworded(fresh, keys) for locale, each in editions.items()}
    )
