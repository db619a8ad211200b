"""Cards of nobody, with every part, from which scripts make the cards that they show: so a theme's own card is everybody's."""

from msgspec.structs import replace

from hubgen.model.schema import Collection
from hubgen.model.views import (
    ROOT,
    Avatar,
    CardView,
    Chip,
    FieldView,
    Item,
    LaterDate,
    Leaf,
    Picture,
    Time,
)
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.faces import PATTERNS, PEOPLE

SIGN = "{}"
"""Stands where words belong."""
MOMENT = "2000-01-01T00:00:00+00:00"
NO_LANGUAGE = "und"
"""Marks the parts that are in the content's language (BCP 47: undetermined)."""


def specimens(collection: Collection, edition: Edition) -> tuple[CardView, ...]:
    """One card with a picture, one with a leaf for what has a day; for people one with each drawing as well."""
    pictured = _specimen(collection, edition)
    others = [replace(pictured, key="specimen/leaf", leaf=Leaf(SIGN, SIGN, SIGN))]
    if collection.name in PEOPLE:
        others += [
            replace(pictured, key=f"specimen/{n}", picture=None, avatar=Avatar(SIGN, n))
            for n in range(PATTERNS)
        ]
    return (pictured, *others)


def _specimen(collection: Collection, edition: Edition) -> CardView:
    return CardView(
        key="specimen/picture",
        collection=collection.name,
        singular=edition.singular_of(collection),
        url=ROOT,
        title=SIGN,
        lang=NO_LANGUAGE,
        summary=SIGN,
        picture=Picture(ROOT, 1, 1, SIGN),
        icon=edition.icon_of(collection),
        chips=tuple(Chip(SIGN, ROOT, each) for each in ("offers", "seeks", "about")),
        facts=(FieldView("fact", SIGN, "text", items=(Item(SIGN),)),),
        start=Time(MOMENT, SIGN, "UTC"),
        end=MOMENT,
        later=(LaterDate(MOMENT, Time(MOMENT, SIGN, "UTC"), Leaf(SIGN, SIGN, SIGN)),),
        badges=(SIGN,),
    )
