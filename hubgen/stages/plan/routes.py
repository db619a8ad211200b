"""The steps of a path as a route: stations, where they lead, and how long they take together."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from hubgen.model.entry import Entry
from hubgen.model.hub import Target
from hubgen.model.views import Route, Station, Way
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.fields import skill_chips
from hubgen.stages.plan.named import host_of
from hubgen.text.locales import format_duration

STEPS = "steps"

Step = dict[str, Any]


def route_of(entry: Entry, edition: Edition) -> Route | None:
    """The entry's steps; None for entries that have none."""
    values: Any = entry.values.get(STEPS)
    steps = [each for each in values if isinstance(each, dict)] if isinstance(values, tuple) else []
    if not steps:
        return None
    lang = edition.content_lang(entry.key)
    total, spare = _lengths(steps)
    return Route(
        stations=tuple(_station(step, lang, edition) for step in steps),
        total=format_duration(total, edition.locale) if total else "",
        spare=format_duration(spare, edition.locale) if total and spare else "",
    )


def _station(step: Step, lang: str, edition: Edition) -> Station:
    ways = tuple(_ways(step, edition))
    title = str(step.get("title", ""))
    duration = step.get("duration")
    return Station(
        title=title or (ways[0].label if ways else ""),
        ways=ways,
        chips=skill_chips(step.get("skill", ()), "about", edition),
        text=str(step.get("text", "")),
        note=str(step.get("note", "")),
        duration=format_duration(duration, edition.locale)
        if isinstance(duration, timedelta)
        else "",
        lang=lang if title else (ways[0].lang if ways else ""),
        optional=bool(step.get("optional")),
    )


def _ways(step: Step, edition: Edition) -> Iterator[Way]:
    for name, value in step.items():
        if isinstance(value, Target) and value.key in edition.hub.entries:
            collection = edition.hub.collections[value.key.partition("/")[0]]
            link = edition.link(value)
            kind, icon = edition.singular_of(collection), edition.icon_of(collection)
            yield Way(link.label, link.url, link.lang, kind, icon)
        elif name == "url" and isinstance(value, str):
            yield Way(host_of(value), value, external=True)


def _lengths(steps: list[Step]) -> tuple[timedelta, timedelta]:
    """What all steps take, and what of it can be left out; nothing where a step that one must take doesn't say."""
    needed = [step.get("duration") for step in steps if not step.get("optional")]
    extra = [step.get("duration") for step in steps if step.get("optional")]
    if not all(isinstance(each, timedelta) for each in needed):
        return timedelta(), timedelta()
    spare = sum((each for each in extra if isinstance(each, timedelta)), timedelta())
    return sum((each for each in needed if each), spare), spare
