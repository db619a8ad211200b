"""Calendar files: other programs find in them, to the minute, what the site says; and nothing but content changes them."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.model.hub import Hub as LinkedHub
from hubgen.stages.plan.moments import Happening, all_dates
from hubgen.text.timezones import wall_time_problem
from tests.kit import TODAY, Hub, site
from tests.kit.calendars import MOST, Row, events_in, instant, read_by_dateutil, read_by_ical_js
from tests.kit.reworking import Kept, all_files

ZONES = (
    *("Europe/Paris", "Europe/Dublin", "America/New_York", "America/Sao_Paulo", "Africa/Cairo"),
    *("Africa/Casablanca", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Chatham", "UTC"),
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVENT = "title: Loom\nstart: {start}\ntimezone: Europe/Paris\nmode: online\n"
WEEKLY = EVENT.format(start="2027-03-02T18:00") + "duration: 90m\n"


def files_of(hub: Hub, today: date = TODAY) -> dict[str, bytes]:
    """The calendar files of the hub, without a build."""
    done, _ = hub.prepare(today=today)
    plan = done.plan
    made = {
        path: done.renderer.render(page, plan.frame_of(page), Report(), view=plan.view_of(page))
        for path, page in plan.pages.items()
        if path.endswith(".ics")
    }
    return {path: output.data for path, output in made.items() if output is not None}


Said = list[tuple[str, str, str]]
"""Start, end and status of each date of an event."""


def said_by_the_site(hub: LinkedHub) -> dict[str, Said]:
    """By event: every date that pages can show."""
    found = {}
    for entry in hub.of("events"):
        dates = all_dates(entry, hub.collections["events"])[:MOST]
        whole = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}.get(entry.values["status"])
        rows = []
        for each in dates:
            start: date = each.start.date() if each.all_day else each.start
            end: date = each.end.date() if each.all_day else each.end
            status = "CANCELLED" if each.status == "cancelled" else whole or "CONFIRMED"
            rows.append((instant(start), instant(end), status))
        found[entry.slug] = sorted(rows)
    return found


def assert_all_agree(hub: Hub) -> int:
    done, _ = hub.prepare()
    said = said_by_the_site(done.hub)
    files = {Path(path).stem: data for path, data in files_of(hub).items() if path.count("/") == 2}
    files = {name: data for name, data in files.items() if name in said}
    assert files.keys() == said.keys()
    by_ical_js = dict(zip(files, read_by_ical_js(list(files.values())), strict=True))
    for name, data in files.items():
        assert bare(read_by_dateutil(data)) == said[name], name
        unsure = over_a_change(done.hub, name)
        found = bare(by_ical_js[name])
        skipped = in_a_doubtful_hour(done.hub, name)
        sure = [each for each in without_ends(said[name], unsure) if each[0] not in skipped]
        assert len(found) == len(said[name]), name
        assert set(sure) <= set(without_ends(found, unsure)), name
    return sum(len(rows) for rows in said.values())


def without_ends(rows: Said, starts: set[str]) -> Said:
    return [(start, "" if start in starts else end, status) for start, end, status in rows]


def over_a_change(hub: LinkedHub, slug: str) -> set[str]:
    """The dates during which the clock changes, or that end in an hour that it shows twice, by their starts.

    RFC 5545, section 3.8.5.3, has every date of a series last exactly as long as the first; ical.js adds the length to the
    wall clock, and takes the second of two equal hours where section 3.3.5 means the first.
    """
    dates = dates_of(hub, slug)
    unsure = [
        each.start.utcoffset() != each.end.utcoffset() or is_doubtful(each.end, each)
        for each in dates
    ]
    # The first one's length is that of all others.
    kept = zip(dates, unsure, strict=True)
    return {instant(each.start) for each, is_unsure in kept if is_unsure or unsure[0]}


def in_a_doubtful_hour(hub: LinkedHub, slug: str) -> set[str]:
    """The dates that begin in an hour that the clock skips or shows twice, by their starts; ical.js reads them the other way."""
    return {instant(each.start) for each in dates_of(hub, slug) if is_doubtful(each.start, each)}


def is_doubtful(moment: datetime, of: Happening) -> bool:
    return bool(of.zone) and wall_time_problem(moment.replace(tzinfo=None), of.zone) != ""


def dates_of(hub: LinkedHub, slug: str) -> tuple[Happening, ...]:
    return all_dates(hub.entries[f"events/{slug}"], hub.collections["events"])


def bare(rows: list[Row]) -> Said:
    assert len({uid for uid, *_ in rows}) == 1
    return sorted((start, end, status) for _, start, end, status in rows)[:MOST]


def test_other_programs_agree_on_the_example_hub(checkout: Path) -> None:
    assert assert_all_agree(Hub(checkout)) > 200


AROUND_CHANGES = (
    *(f"2027-03-28T{hour:02}:30" for hour in range(5)),
    *(f"2027-03-14T{hour:02}:30" for hour in range(5)),
    *(f"2027-10-31T{hour:02}:00" for hour in range(5)),
)
moments = st.datetimes(
    datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2029-12-31")
) | st.sampled_from([datetime.fromisoformat(each) for each in AROUND_CHANGES])


@st.composite
def events(draw: st.DrawFn) -> str:
    start = draw(moments).replace(second=0, microsecond=0)
    whole_days = draw(st.booleans()) and draw(st.booleans())
    minutes = draw(st.integers(1, 2000))
    zone = draw(st.sampled_from(ZONES))
    # A beginning that the clock skips is refused with HG328.
    assume(not wall_time_problem(start, zone))
    lines = ["title: Something", "mode: online", f"timezone: {zone}"]
    if whole_days:
        lines += [f"start: {start:%Y-%m-%d}", "all_day: true"]
        lines += [f"end: {start + timedelta(days=draw(st.integers(0, 5))):%Y-%m-%d}"]
    else:
        lines += [f"start: {start:%Y-%m-%dT%H:%M}", f"duration: {minutes}m"]
    if draw(st.booleans()):
        lines += draw(series(start, whole_days))
    lines.append(f"status: {draw(st.sampled_from(['scheduled', 'cancelled', 'postponed']))}")
    return "\n".join(lines) + "\n"


@st.composite
def series(draw: st.DrawFn, start: datetime, whole_days: bool) -> list[str]:
    every = draw(st.sampled_from(["day", "week", "month"]))
    step = timedelta(days={"day": 1, "week": 7}.get(every, 0))
    limit = f"count: {draw(st.integers(2, 60))}"
    if draw(st.booleans()):
        limit = f"until: {start + timedelta(days=draw(st.integers(7, 700))):%Y-%m-%d}"
    lines = [f"recurrence: {{every: {every}, {limit}}}"]
    if not step:
        return lines
    if draw(st.booleans()):
        lines[0] = lines[0].replace("}", f", except: [{start + step:%Y-%m-%d}]}}")
    days = draw(st.lists(st.integers(2, 12), max_size=3, unique=True))
    said = []
    for number in days:
        day = start + number * step
        moved = day + timedelta(hours=draw(st.integers(1, 30)))
        choices = ["cancelled", "{status: changed, note: bring wool}"]
        if not whole_days:
            choices.append(f"{{status: moved, moved_to: {moved:%Y-%m-%dT%H:%M}}}")
        said.append(f"  {day:%Y-%m-%d}: {draw(st.sampled_from(choices))}")
    return [*lines, *(["exceptions:", *said] if said else [])]


@settings(max_examples=8)
@given(st.lists(events(), min_size=5, max_size=12))
def test_other_programs_agree_on_any_event(written: list[str]) -> None:
    hub = site("")
    for number, text in enumerate(written):
        hub.edit(f"content/events/e{number}.yaml", text)
    assert_all_agree(hub)


@pytest.mark.parametrize("hour", ["01:30", "03:00", "03:30", "04:00"])
def test_the_hours_around_a_spring_change(hour: str) -> None:
    daily = "recurrence: {every: day, count: 10}\n"
    text = EVENT.format(start=f"2027-03-25T{hour}") + daily
    assert assert_all_agree(site("").edit("content/events/loom.yaml", text)) == 10


def test_nothing_but_content_changes_a_byte(checkout: Path) -> None:
    hub = Hub(checkout)
    with clock_of("UTC"):
        first = files_of(hub, today=date(2026, 11, 17))
    with clock_of("Pacific/Kiritimati"):
        other = files_of(hub, today=date(2026, 12, 30))
    assert len(first) > 100
    assert {path: other.get(path) for path in first} == first


@contextmanager
def clock_of(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def test_an_event_keeps_its_name_in_calendars_when_its_file_gets_another() -> None:
    hub = site("").edit("content/events/loom.yaml", WEEKLY)
    before = uids(hub)
    hub.rename("content/events/loom.yaml", "content/events/the-loom.yaml")
    assert uids(hub) != before
    hub.edit("content/events/the-loom.yaml", "id: loom\n" + WEEKLY)
    assert uids(hub) == before


def uids(hub: Hub) -> set[str]:
    files = files_of(hub)
    return {str(event["uid"]) for data in files.values() for event in events_in(data)}


def test_a_revision_is_newer() -> None:
    hub = site("").edit("content/events/loom.yaml", WEEKLY)
    (old,) = events_in(files_of(hub)["events.ics"])
    (new,) = events_in(
        files_of(hub.edit("content/events/loom.yaml", WEEKLY + "sequence: 3\n"))["events.ics"]
    )
    assert (old["sequence"], new["sequence"]) == (0, 3)
    assert old["dtstamp"].dt < new["dtstamp"].dt
    assert "last-modified" not in new


def test_a_cancelled_event_stays() -> None:
    hub = site("").edit("content/events/loom.yaml", WEEKLY + "status: cancelled\n")
    (event,) = events_in(files_of(hub)["events.ics"])
    assert event["status"] == "CANCELLED"


def test_whose_calendars_an_event_is_in() -> None:
    hub = site("""
        -- content/members/ada.yaml --
        name: Ada
        -- content/groups/weavers.yaml --
        name: Weavers
        join: https://example.org/weavers
        -- content/events/loom.yaml --
        title: Loom
        start: 2027-03-02T18:00
        timezone: Europe/Paris
        mode: online
        group: weavers
        speakers: [ada]
        skills: [weaving]
        -- content/events/secret.yaml --
        title: Secret
        start: 2027-03-03T18:00
        timezone: Europe/Paris
        mode: online
        group: weavers
        skills: [weaving, hiding]
        visibility: unlisted
    """)
    build = hub.build()
    for page in ("groups/weavers/", "members/ada/", "skills/weaving/"):
        (way,) = (each for each in build.links(page) if each.endswith(".ics"))
        assert way.endswith(f"{page}events.ics")
    files = files_of(hub)
    assert set(files) == {
        "events.ics",
        "events/loom/loom.ics",
        "events/secret/secret.ics",
        "groups/weavers/events.ics",
        "members/ada/events.ics",
        "skills/weaving/events.ics",
    }
    assert [path for path, data in files.items() if b"Secret" in data] == [
        "events/secret/secret.ics"
    ]


def test_an_event_with_other_words_is_new_in_every_calendar() -> None:
    path, event = "content/events/loom.yaml", f"{WEEKLY}skills: [weaving]\nsummary: {{}}\n"
    kept = Kept(site("").edit(path, event.format("Old words")))
    calendars = [name for name in kept.prepared.plan.pages if name.endswith(".ics")]
    assert len(calendars) == 3
    for words in ("Old words", "New words", "Old words"):
        kept.hub.edit(path, event.format(words))
        plan = kept.prepared.plan
        made = all_files(kept.follow(path))
        assert all(f"DESCRIPTION:{words}\r\n".encode() in (made[name] or b"") for name in calendars)
        assert kept.prepared.plan.pages is plan.pages


def test_what_was_not_opened_is_in_no_calendar() -> None:
    hub = site("").edit(
        "content/events/loom.yaml", WEEKLY + "join_url: https://meet.example/room\n"
    )
    assert b"meet.example" not in files_of(hub)["events.ics"]
    hub.edit(
        "content/events/loom.yaml",
        WEEKLY + "join_url: https://meet.example/room\njoin_public: true\n",
    )
    assert b"CONFERENCE;VALUE=URI:https://meet.example/room" in files_of(hub)["events.ics"]


TRICKY = (
    "Loom\\nATTENDEE:mailto:eve@example.org",
    "Loom; and, more: \\\\ things",
    "Größe 🧶" * 20,
    "BEGIN:VEVENT",
    "Loom\\u2028X-EVIL:1",
    "Loom\\rX-EVIL:1",
)


@pytest.mark.parametrize("title", TRICKY)
def test_no_text_ends_its_line(title: str) -> None:
    more = f'summary: "{title}"\nlocation: {{name: "{title}"}}\naudience: "{title}"\ntags: ["{title}"]\n'
    body = WEEKLY.replace("title: Loom\n", f'title: "{title}"\n') + more
    hub = site("").edit("content/events/loom.yaml", body)
    for data in files_of(hub).values():
        text = data.decode()
        assert "\r" not in text.replace("\r\n", "")
        assert "\n" not in text.replace("\r\n", "")
        lines = text.replace("\r\n ", "").split("\r\n")
        assert all(re.match(r"[A-Z-]+[;:]|$", line) for line in lines)
        names = {re.split("[;:]", line)[0] for line in lines}
        assert not names & {"ATTENDEE", "X-EVIL"}
        assert text.count("\nBEGIN:VEVENT\r") == 1
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        assert len(events_in(data)) == 1


def test_an_endless_series_has_a_bounded_file() -> None:
    text = WEEKLY + "recurrence: {every: day}\n"
    data = files_of(site("").edit("content/events/loom.yaml", text))["events.ics"]
    assert len(data) < 10_000
    assert b"RRULE:FREQ=DAILY\r\n" in data


def test_a_day_of_build_is_needed_for_nothing_else() -> None:
    hub = site("").edit("content/events/loom.yaml", WEEKLY)
    assert files_of(hub, today=TODAY) == files_of(hub, today=TODAY + timedelta(days=300))
