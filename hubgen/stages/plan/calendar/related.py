"""The calendars of groups, members and skills: of what points to them."""

from hubgen.model.addresses import related_calendar_address
from hubgen.model.entry import Key
from hubgen.model.schema import Collection
from hubgen.model.views import ROOT
from hubgen.stages.plan.edition import Edition

WITH_CALENDARS = frozenset({"groups", "members"})
"""Collections whose entries have a calendar of what they hold, host or speak at."""


def events_of(key: Key, collection: Collection, edition: Edition) -> tuple[Key, ...]:
    """The listed events that point to an entry: the group meets, the member speaks."""
    links = edition.hub.backlinks.get(key, ())
    wanted = dict.fromkeys(link.source for link in links if link.label)
    return tuple(each for each in wanted if each.partition("/")[0] == collection.name)


def calendar_of(key: Key, collection: Collection, edition: Edition) -> str:
    """The address of an entry's calendar of such events; empty where it has none."""
    if not collection.keeps_calendar or key.partition("/")[0] not in WITH_CALENDARS:
        return ""
    return ROOT + related_calendar_address(edition.path_of(key), collection)


def calendar_of_skill(slug: str, collection: Collection) -> str:
    """The address of a skill's calendar; empty where the collection keeps none."""
    if not collection.keeps_calendar:
        return ""
    return ROOT + related_calendar_address(f"skills/{slug}/", collection)
