"""A plan that notes, while its views are made, at which entries each of them looks, and at which rows of tables."""

from msgspec.structs import replace

from hubgen.model.noting import NotedEntries
from hubgen.model.plan import Plan
from hubgen.model.roster import SKILLS
from hubgen.stages.plan.backdrop import tables_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.rewording import reworded


def noting(plan: Plan) -> tuple[Plan, NotedEntries]:
    """As much of the plan as views and frames are asked of, and where it notes whom the view that was made last has looked at.

    Whatever views share, such as cards, is noted for each of them, or made of what they see unnoted (`backdrop.py`).
    """
    editions: dict[str, Edition] = dict(plan.editions)
    desk = next(iter(editions.values())).desk
    hub = desk.hub
    for locale in editions:
        desk.titles(locale)  # While nobody notes who is asked.
    noted = NotedEntries(hub.entries)
    tables = {name: noted.table(name, table) for name, table in tables_of(hub).items()}
    # A worker may get a copy, which can't be had of all that makes pictures.
    asked = replace(plan, pages={}, assets={})
    skills = noted.names(SKILLS, hub.skills)
    fresh = replace(hub, entries=noted, skills=skills, **tables)
    return reworded(asked, fresh, frozenset()), noted
