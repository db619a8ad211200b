"""How a mentor can be reached: whether there is room, when they have time, and a first message to copy."""

from datetime import time

from hubgen.model.entry import Entry
from hubgen.model.hub import SkillTarget
from hubgen.model.views import FieldView, FirstMessage, FreeTime, Reach
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.fields import field_view
from hubgen.stages.plan.finder_addresses import finder_path
from hubgen.stages.plan.notices import places_left
from hubgen.stages.plan.people_columns import Stretch, hours_of
from hubgen.text.locales import format_clock, format_duration, format_list, weekday_name

FACTS = ("formats", "levels", "session_length", "hours_per_month", "cost", "until")
SHOWN_IN_REACH = frozenset(
    {*FACTS, "contact", "availability", "capacity", "mentee_count", "status"}
)
"""Fields that a mentor's page shows with how to reach them, and not again among the facts."""


def reach_of(entry: Entry, edition: Edition) -> Reach | None:
    """How to reach a mentor; None for all other entries."""
    if entry.collection != "mentors":
        return None
    zone = entry.values.get("timezone", "")
    times = _times(entry, edition)
    collection = edition.hub.collections[entry.collection]
    facts = (_field(name, entry, edition) for name in FACTS)
    return Reach(
        state=_state(entry, edition),
        ways=_field("contact", entry, edition),
        facts=tuple(each for each in facts if each is not None),
        zone=zone,
        times=times,
        message=_message(entry, times, edition),
        data_url=edition.address(finder_path(collection)),
    )


def _field(name: str, entry: Entry, edition: Edition) -> FieldView | None:
    field = edition.hub.collections[entry.collection].fields.get(name)
    if field is None or field.private or name not in entry.values:
        return None
    return field_view(field, entry.values[name], entry, edition)


def _state(entry: Entry, edition: Edition) -> str:
    status = entry.values.get("status")
    if status in {"paused", "waitlist"}:
        return edition.say(f"match.state.{status}")
    places = places_left(entry)
    if places is None:
        return edition.say("match.state.open")
    return (
        edition.say("match.state.places", n=places) if places else edition.say("match.state.full")
    )


def _times(entry: Entry, edition: Edition) -> tuple[FreeTime, ...]:
    return tuple(_time(each, edition) for each in hours_of(entry.values.get("availability", ())))


def _time(stretch: Stretch, edition: Edition) -> FreeTime:
    day, *ends = stretch
    clock = (time(minutes // 60 % 24, minutes % 60) for minutes in ends)
    return FreeTime(
        day=weekday_name(day, edition.locale),
        text=" – ".join(format_clock(each, edition.locale) for each in clock),
        stretch=" ".join(str(each) for each in stretch),
    )


def _talk(entry: Entry, edition: Edition) -> str:
    length = entry.values.get("session_length")
    if length is None:
        return edition.say("match.message.talk")
    shown = format_duration(length, edition.locale)
    return edition.say("match.message.talk_of", length=shown)


def _message(entry: Entry, times: tuple[FreeTime, ...], edition: Edition) -> FirstMessage:
    say = edition.say
    talk = _talk(entry, edition)
    hub = edition.desk.site.in_language(edition.desk.site.title, edition.locale)
    return FirstMessage(
        opening=say("match.message.opening", name=edition.title(entry.key), hub=hub),
        asking=say("match.message.asking", skills=_topics(entry, edition)),
        trying=say("match.message.trying"),
        proposal=_proposal(entry, times, talk, edition),
        shared=say("match.message.shared", talk=talk),
        suits=say("match.message.proposal", talk=talk),
        closing=say("match.message.closing"),
    )


def _topics(entry: Entry, edition: Edition) -> str:
    topics = entry.values.get("topics", ())
    slugs = [each.slug for each in topics if isinstance(each, SkillTarget)]
    return format_list(tuple(edition.skill_name(slug) for slug in slugs), edition.locale)


def _proposal(entry: Entry, times: tuple[FreeTime, ...], talk: str, edition: Edition) -> str:
    zone = entry.values.get("timezone", "").replace("_", " ")
    if not times or not zone:
        return edition.say("match.message.when", talk=talk)
    moment = edition.say("match.message.moment", day=times[0].day, time=times[0].text, zone=zone)
    return edition.say("match.message.proposal", talk=talk, time=moment)
