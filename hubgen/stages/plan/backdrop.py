"""Before what views are made: what they see of a hub without its being noted, and the tables of which each row is noted by its name.

While the backdrop is the same, a view can only have become another one through entries and rows that it looked at.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from msgspec import msgpack

from hubgen.model.hub import Hub, Skill
from hubgen.model.noting import row_name
from hubgen.model.plan import Plan
from hubgen.stages.plan.edition import Edition


def backdrop(plan: Plan) -> str:
    """A digest of all names, of the order of lists, of what is known of skills, and of who isn't shown."""
    editions: list[Edition] = [*plan.editions.values()]
    desk = editions[0].desk
    hub = desk.hub
    seen = (
        [[*desk.titles(each.locale).items()] for each in editions],
        desk.line,
        [*desk.children.items()],
        [(*_texts_of(each), each.known) for each in hub.skills.values()],
        sorted(hub.translations),
        sorted(hub.unpublished),
        hub.removed,
    )
    return blake2b(msgpack.encode(seen), digest_size=16).hexdigest()


def _texts_of(skill: Skill) -> tuple[Any, ...]:
    return (skill.slug, skill.name, skill.aliases, skill.broader, skill.related)


def tables_of(hub: Hub) -> Mapping[str, Mapping[str, Any]]:
    """The tables of which it is noted who asks for which row."""
    return {"uses": hub.uses, "backlinks": hub.backlinks}


def rows_of(hub: Hub) -> dict[str, bytes]:
    """A digest of each row of each table."""
    return {
        row_name(name, key): blake2b(msgpack.encode(row), digest_size=8).digest()
        for name, table in tables_of(hub).items()
        for key, row in table.items()
    }
