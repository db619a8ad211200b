"""A plan that notes, while its views are made, which entries each of them looks at."""

from msgspec.structs import replace

from hubgen.model.noting import NotedEntries
from hubgen.model.plan import Plan
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.rewording import reworded


def noting(plan: Plan) -> tuple[Plan, NotedEntries]:
    """The same plan, and where it notes whom the view that was made last has looked at.

    Whatever views share, such as cards, is noted for each of them, or made of no words (see `Desk.reworded`).
    """
    editions: dict[str, Edition] = dict(plan.editions)
    hub = next(iter(editions.values())).hub
    noted = NotedEntries(hub.entries)
    return reworded(plan, replace(hub, entries=noted), frozenset()), noted
