"""What each entry of a synthetic hub says: its fields and its text, drawn from the cast."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from bench.cast import Cast
from bench.vocabulary import INTERESTS, PLACES, ROLES, TAGS, THINGS, Place

TODAY: Final = date(2026, 12, 1)
"""The day on which synthetic hubs live: half of their events are over, and nobody's entry is out of date."""

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEVELS: Final = ("beginner", "intermediate", "advanced")
LICENSES: Final = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "MIT", "")


@dataclass(frozen=True, slots=True)
class Description:
    """An entry before it is a file."""

    fields: Mapping[str, Any]
    body: str


def member(cast: Cast, number: int) -> Description:
    """What a member says."""
    who = cast.members[number]
    chance = cast.chance("members", number)
    prose = cast.prose(chance)
    confirmed = _day_before(chance, 400)
    fields = {
        "name": who.name,
        "pronouns": chance.choice(("she/her", "he/him", "they/them", "")),
        "headline": prose.plain(160),
        "location": _place(who.place),
        "timezone": who.place.timezone,
        "languages": who.place.languages,
        "affiliation": chance.choice(
            ("", f"{prose.name()} {chance.choice(('Studio', 'School', 'Works'))}")
        ),
        "roles": _some(chance, ROLES, 0, 2),
        "offers": cast.skill_slugs(chance, 2, 6),
        "seeks": cast.skill_slugs(chance, 1, 4),
        "goals": tuple(prose.plain(120) for _ in range(chance.randint(0, 2))),
        "interests": _some(chance, INTERESTS, 1, 4),
        "links": (f"https://{who.slug}.example.org/",),
        "joined": f"{chance.randint(2021, 2025)}-{chance.randint(1, 12):02}",
        "confirmed": confirmed,
        "consent": {"date": confirmed, "version": "1"},
    }
    return Description(fields, prose.body())


def mentor(cast: Cast, number: int) -> Description:
    """What a mentor offers."""
    who = cast.mentors[number]
    chance = cast.chance("mentors", number)
    mentees = cast.some_members(chance, 0, 3, but=who.slug)
    hour = chance.randint(8, 18)
    fields = {
        "member": who.slug,
        "topics": cast.skill_slugs(chance, 2, 5),
        "levels": _some(chance, LEVELS, 1, 3),
        "formats": _some(chance, ("one-to-one", "group", "pair", "asynchronous"), 1, 2),
        "session_length": chance.choice(("30m", "45m", "60m")),
        "hours_per_month": chance.randint(1, 8),
        "capacity": len(mentees) + chance.randint(0, 3),
        "mentees": mentees,
        "status": chance.choice(("open", "open", "waitlist", "paused")),
        "availability": (
            {
                "days": _some(chance, WEEKDAYS, 1, 3),
                "from": f"{hour:02}:00",
                "to": f"{hour + 2:02}:30",
            },
        ),
        "contact": f"https://{who.slug}.example.org/ask",
        "experience": chance.randint(2, 35),
        "cost": "free",
        "confirmed": _day_before(chance, 400),
    }
    return Description(fields, cast.prose(chance).body())


def resource(cast: Cast, number: int) -> Description:
    """What people say about a resource."""
    what = cast.resources[number]
    chance = cast.chance("resources", number)
    prose = cast.prose(chance)
    earlier = [each.slug for each in cast.resources[max(0, number - 50) : number]]
    fields = {
        "title": what.name,
        "url": f"https://library.example.org/{what.slug}",
        "type": chance.choice(
            ("book", "article", "course", "tutorial", "video", "podcast", "tool", "paper")
        ),
        "summary": prose.plain(200),
        "authors": (f"{prose.name()} {prose.name()}",),
        "publisher": f"{prose.name()} Press",
        "skills": cast.skill_slugs(chance, 1, 4),
        "tags": _some(chance, TAGS, 1, 4),
        "level": chance.choice((*LEVELS, "any")),
        "language": chance.choice(("en", "en", "fr", "es", "pt")),
        "duration": chance.choice(("20m", "45m", "2h", "8h")),
        "cost": chance.choice(("free", "free", "freemium", "paid")),
        "license": chance.choice(LICENSES),
        "published": str(chance.randint(1995, 2026)),
        "recommended_by": cast.some_members(chance, 0, 4),
        "reviews": tuple(_review(cast, chance) for _ in range(chance.choice((0, 0, 1, 2)))),
        "prerequisites": _some(chance, earlier, 0, min(2, len(earlier))),
        "checked": _day_before(chance, 300),
    }
    return Description(fields, prose.body())


def event(cast: Cast, number: int) -> Description:
    """When and where something happens; one in eight comes again every week."""
    what = cast.events[number]
    chance = cast.chance("events", number)
    prose = cast.prose(chance)
    start = datetime.combine(_day_near(chance, 270), datetime.min.time())
    start += timedelta(hours=chance.randint(9, 20), minutes=chance.choice((0, 30)))
    mode = chance.choice(("online", "online", "onsite", "hybrid"))
    where = chance.choice(PLACES)
    fields = {
        "id": f"{cast.seed}-{number:05}",
        "title": what.name,
        "summary": prose.plain(200),
        "start": start,
        "end": start + timedelta(minutes=chance.choice((60, 90, 120))),
        "timezone": where.timezone,
        "recurrence": _weekly(start) if chance.random() < 0.125 else (),
        "type": chance.choice(
            ("workshop", "webinar", "meetup", "study session", "talk", "book club")
        ),
        "mode": mode,
        "location": () if mode == "online" else {"name": f"{prose.name()} Hall", **_place(where)},
        "hosts": cast.some_members(chance, 1, 2),
        "speakers": cast.some_members(chance, 0, 3),
        "skills": cast.skill_slugs(chance, 1, 3),
        "tags": _some(chance, TAGS, 0, 2),
        "level": chance.choice((*LEVELS, "any")),
        "language": where.languages[0],
        "cost": "free",
        "capacity": chance.randint(6, 80),
        "registration": {"url": f"https://events.example.org/{what.slug}"},
        "group": chance.choice(cast.groups).slug if chance.random() < 0.3 else "",
        "resources": tuple(each.slug for each in _some(chance, cast.resources, 0, 2)),
    }
    return Description(fields, prose.body())


def group(cast: Cast, number: int) -> Description:
    """Who meets, how often and what for."""
    what = cast.groups[number]
    chance = cast.chance("groups", number)
    prose = cast.prose(chance)
    people = cast.some_members(chance, 5, 15)
    fields = {
        "name": what.name,
        "type": chance.choice(("study group", "book club", "community", "peer circle")),
        "summary": prose.plain(200),
        "facilitators": people[:2],
        "members": people[2:],
        "skills": cast.skill_slugs(chance, 1, 4),
        "meets": {
            "every": "week",
            "on": (chance.choice(WEEKDAYS),),
            "time": f"{chance.randint(9, 20):02}:00",
            "timezone": chance.choice(PLACES).timezone,
        },
        "mode": "online",
        "join": f"https://groups.example.org/{what.slug}",
        "languages": ("en",),
        "current": f"resources/{chance.choice(cast.resources).slug}",
        "confirmed": _day_before(chance, 300),
    }
    return Description(fields, prose.body())


def news(cast: Cast, number: int) -> Description:
    """What happened."""
    chance = cast.chance("news", number)
    prose = cast.prose(chance)
    fields = {
        "title": cast.news[number].name,
        "date": _day_before(chance, 700),
        "summary": prose.plain(200),
        "authors": cast.some_members(chance, 1, 2),
        "skills": cast.skill_slugs(chance, 1, 2),
        "tags": _some(chance, TAGS, 1, 2),
    }
    return Description(fields, prose.body() + "\n" + prose.body())


def page(cast: Cast, number: int) -> Description:
    """A plain page of several sections."""
    prose = cast.prose(cast.chance("pages", number))
    fields = {
        "title": cast.pages[number].name,
        "summary": prose.plain(200),
        "order": number + 1,
        "menu": number < 2,
    }
    sections = (
        f"## {number}.{part} On {prose.name()}\n\n{prose.paragraph(5)}\n" for part in range(1, 6)
    )
    return Description(fields, "\n".join(sections))


DESCRIPTIONS: Final[Mapping[str, Callable[[Cast, int], Description]]] = {
    "members": member,
    "mentors": mentor,
    "resources": resource,
    "events": event,
    "groups": group,
    "news": news,
    "pages": page,
}
"""How an entry is described, by its collection."""


def skills(cast: Cast) -> dict[str, dict[str, Any]]:
    """The hub's list of skills, by slug."""
    by_name = {skill.name: skill.slug for skill in cast.skills}
    return {skill.slug: _skill(skill.name, by_name) for skill in cast.skills}


def _skill(name: str, by_name: Mapping[str, str]) -> dict[str, Any]:
    areas = [area for area in by_name if name.startswith(f"{area} ")]
    area, practice = (areas[0], name.removeprefix(areas[0]).strip()) if areas else ("", "")
    also = f"{practice} of {area}" if practice and " " not in practice else ""
    return {
        "name": name,
        "aliases": (also.lower(),) if also else (),
        "description": f"What one does with {THINGS[len(name) % len(THINGS)]}s and some {name.lower()}.",
        "broader": (by_name[area],) if area else (),
    }


def _review(cast: Cast, chance: Random) -> dict[str, Any]:
    (by,) = cast.some_members(chance, 1, 1)
    text = f"I keep it beside my {chance.choice(THINGS)}."
    return {
        "by": by,
        "rating": chance.randint(2, 5),
        "text": text,
        "date": _day_before(chance, 600),
    }


def _weekly(start: datetime) -> dict[str, Any]:
    until = start.date() + timedelta(weeks=10)
    return {"every": "week", "on": (WEEKDAYS[start.weekday()],), "until": until}


def _place(place: Place) -> dict[str, Any]:
    return {
        "city": place.city,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _some(chance: Random, among: Any, fewest: int, most: int) -> tuple[Any, ...]:
    return tuple(chance.sample(among, chance.randint(fewest, most)))


def _day_before(chance: Random, days: int) -> date:
    return TODAY - timedelta(days=chance.randint(1, days))


def _day_near(chance: Random, days: int) -> date:
    return TODAY + timedelta(days=chance.randint(-days, days))
