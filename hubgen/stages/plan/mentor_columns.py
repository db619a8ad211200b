"""What the mentor finder knows beside a directory's own data: until when an offer stands, and every word for a skill."""

from datetime import date
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.hub import Skill
from hubgen.model.schema import Collection
from hubgen.stages.plan.edition import Edition
from hubgen.text.names import fold


def mentor_columns(
    entries: tuple[Entry, ...], collection: Collection, edition: Edition
) -> dict[str, Any]:
    """Nothing where nobody says when they have time: only mentors are found by fit."""
    if "availability" not in collection.fields:
        return {}
    until = [_until(each) for each in entries]
    return {"vocabulary": vocabulary(edition), "until": until if any(until) else None}


def matched_by(collection: Collection) -> frozenset[str]:
    """The columns of cards that a fit is reckoned with."""
    return frozenset({"slug", "zone", "dimmed"} if "availability" in collection.fields else ())


def vocabulary(edition: Edition) -> list[list[Any]]:
    """Every skill by name, also those that nobody offers: slug, name, other names, and the places of the broader ones."""
    named = sorted((fold(edition.skill_name(slug)), slug) for slug in edition.hub.skills)
    skills = [edition.hub.skills[slug] for _, slug in named]
    places = {skill.slug: place for place, skill in enumerate(skills)}
    return [_word(skill, places, edition) for skill in skills]


def _word(skill: Skill, places: dict[str, int], edition: Edition) -> list[Any]:
    word: list[Any] = [
        skill.slug,
        edition.skill_name(skill.slug),
        list(skill.aliases),
        sorted(places[each] for each in skill.broader),
    ]
    while not word[-1]:
        word.pop()
    return word


def _until(entry: Entry) -> str:
    value = entry.values.get("until")
    return value.isoformat() if isinstance(value, date) else ""
