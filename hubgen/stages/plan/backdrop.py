"""Before what views are made: what they see of a hub without its being noted, and the tables of which each row is noted by its name.

While the backdrop is the same, and those who stay are called and ordered as they were, a view can only have become another
one through entries and rows that it looked at.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from msgspec import msgpack
from msgspec.structs import replace

from hubgen.diagnostics import Span
from hubgen.model.hub import Hub
from hubgen.model.noting import row_name
from hubgen.model.plan import Plan
from hubgen.model.roster import Roster
from hubgen.stages.plan.desk import CHILDREN, Desk
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.media import MEDIA, media_by_path


def backdrop(plan: Plan) -> str:
    """A digest of which lists there are, of what the hub's size decides, and of who isn't shown."""
    desk = _desk(plan)
    hub = desk.hub
    seen = (
        [each.name for each in desk.collections],
        [*desk.drawers.items()],
        desk.search_engine,
        desk.has_own_contribute_page,
        sorted(hub.unpublished),
        hub.removed,
    )
    return blake2b(msgpack.encode(seen), digest_size=16).hexdigest()


def roster_of(plan: Plan) -> Roster:
    """All names, the order of lists, and all skills."""
    desk, editions = _desk(plan), _editions(plan)
    hub = desk.hub
    titles = (tuple(desk.titles(each.locale).values()) for each in editions)
    skills = (replace(each, span=Span("")) for each in hub.skills.values())
    return Roster(
        tuple(hub.entries),
        tuple(titles),
        tuple(sorted(hub.translations)),
        desk.line,
        tuple(skills),
    )


def tables_of(hub: Hub) -> Mapping[str, Mapping[str, Any]]:
    """The hub's tables of which it is noted who asks for which row."""
    return {"uses": hub.uses, "backlinks": hub.backlinks}


def media_of(plan: Plan) -> Mapping[str, Any]:
    """By the path of a picture or another file: what pages may show of it."""
    desk = _desk(plan)
    return media_by_path(desk.pictures, desk.files)


def rows_of(plan: Plan) -> dict[str, bytes]:
    """A digest of each row of each table, but for those that a roster tells (`LISTED`, `BESIDE`)."""
    desk = _desk(plan)
    tables = {**tables_of(desk.hub), CHILDREN: desk.children, MEDIA: media_of(plan)}
    return {
        row_name(name, key): blake2b(msgpack.encode(row), digest_size=8).digest()
        for name, table in tables.items()
        for key, row in table.items()
    }


def _editions(plan: Plan) -> list[Edition]:
    return [*plan.editions.values()]


def _desk(plan: Plan) -> Desk:
    return _editions(plan)[0].desk
