"""The cards of a directory as columns, for scripts that make cards of their own."""

from collections.abc import Iterable, Sequence
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.views import ROOT, CardView, Chip, LaterDate, Leaf, Picture, Time
from hubgen.stages.plan.cards import card
from hubgen.stages.plan.edition import Edition

RELATIONS = ("about", "offers", "seeks")
"""What a chip's number says beside the skill: `4 * skill + relation`."""
FACE_WIDTH = 128
"""Pixels that a face in a list needs on a fine screen."""

Column = list[Any] | None


def card_columns(entries: Iterable[Entry], edition: Edition) -> dict[str, Any]:
    """What the entries' cards show, by name of the part; None for a part that no card has."""
    return columns_of([card(each.key, edition) for each in entries], edition)


def columns_of(views: Sequence[CardView], edition: Edition) -> dict[str, Any]:
    """The same of cards that are there already."""
    return {
        "title": [each.title for each in views],
        "lang": _unless_empty([each.lang for each in views]),
        "summary": _unless_empty([each.summary for each in views]),
        "picture": _unless_empty([_face(each.picture) for each in views]),
        "avatar": _unless_empty([_avatar(each) for each in views]),
        "leaf": _unless_empty([_leaf(each.leaf) for each in views]),
        **_chips(views, edition),
        "facts": _coded([[_fact(field) for field in each.facts] for each in views]),
        "badges": _coded([list(each.badges) for each in views]),
        "start": _unless_empty([_moment(each.start) for each in views]),
        "end": _unless_empty([each.end for each in views]),
        "later": _unless_empty([[_later(one) for one in each.later] for each in views]),
        "dimmed": _unless_empty([int(each.dimmed) for each in views]),
    }


def _unless_empty(column: Sequence[Any]) -> Column:
    return list(column) if any(column) else None


def _coded(rows: list[list[Any]]) -> dict[str, Any] | None:
    """Each distinct value once, and for each row the places of its own."""
    places: dict[Any, int] = {}
    coded = [[places.setdefault(each, len(places)) for each in row] for row in rows]
    return {"values": list(places), "rows": coded} if places else None


def _chips(views: Sequence[CardView], edition: Edition) -> dict[str, Any]:
    start = edition.address("skills/")
    skills: dict[tuple[str, str], int] = {}

    def number(chip: Chip) -> int:
        skill = (chip.url.removeprefix(start).strip("/"), chip.label)
        relation = RELATIONS.index(chip.relation) if chip.relation in RELATIONS else 0
        return 4 * skills.setdefault(skill, len(skills)) + relation

    rows = [[number(chip) for chip in each.chips] for each in views]
    if not skills:
        return {}
    return {"skills": [list(each) for each in skills], "chips": rows}


def _face(picture: Picture | None) -> Any:
    """The smallest picture that is large enough: address below the root, width, height, words."""
    if picture is None:
        return 0
    sizes = [part.split() for part in picture.webp_srcset.split(", ") if part]
    fitting = [url for url, width in sizes if int(width.removesuffix("w")) >= FACE_WIDTH]
    src = (fitting or [picture.src])[0].removeprefix(ROOT)
    return [src, picture.width, picture.height, picture.alt]


def _avatar(each: CardView) -> Any:
    return [each.avatar.initials, each.avatar.pattern] if each.avatar else 0


def _leaf(leaf: Leaf | None) -> Any:
    return [leaf.month, leaf.day, leaf.weekday] if leaf else 0


def _fact(field: Any) -> tuple[str, ...]:
    return (field.label, *(item.text for item in field.items))


def _moment(start: Time | None) -> Any:
    return [start.iso, start.text, start.zone] if start else 0


def _later(each: LaterDate) -> list[Any]:
    return [each.end, _moment(each.start), _leaf(each.leaf)]
