"""The noticeboard: what people of the hub offer, what they seek, and where the two meet."""

from collections import Counter

from hubgen.model.views import Board, Chip
from hubgen.stages.plan.edition import Edition

SHOWN = 10
"""Skills in each column."""
MEETING = 8


def board(edition: Edition) -> Board | None:
    """The most offered, the most sought, and the skills that somebody offers to somebody who seeks; None when nobody says either."""
    offered, sought = _counted("offers", edition), _counted("seeks", edition)
    if not offered and not sought:
        return None
    meeting = Counter({slug: min(offered[slug], sought[slug]) for slug in offered if sought[slug]})
    return Board(
        offered=_chips(offered, "offers", SHOWN, edition),
        sought=_chips(sought, "seeks", SHOWN, edition),
        meeting=_chips(meeting, "match", MEETING, edition),
    )


def _counted(relation: str, edition: Edition) -> Counter[str]:
    """By skill: how many people in the lists say so; one who is a member and a mentor counts once."""
    people: dict[str, set[str]] = {}
    for slug, uses in edition.hub.uses.items():
        keys = [use.key for use in uses if use.relation == relation]
        shown = edition.desk.in_list_order(keys)
        people[slug] = {
            key.partition("/")[2]
            for name, found in shown.items()
            for key in found
            if edition.hub.collections[name].listed
        }
    return Counter({slug: len(found) for slug, found in people.items() if found})


def _chips(counted: Counter[str], relation: str, shown: int, edition: Edition) -> tuple[Chip, ...]:
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], edition.skill_name(pair[0])))
    return tuple(
        Chip(edition.skill_name(slug), edition.skill_url(slug), relation, count)
        for slug, count in ranked[:shown]
    )
