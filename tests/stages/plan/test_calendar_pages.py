"""Calendars: what is to come under its days, months as tables, and what has been; nothing is lost without a script."""

from datetime import date, timedelta

import pytest

from tests.kit import TODAY, Build, Hub, site
from tests.kit.hub import SITE

WEEKLY = "recurrence: {every: week, on: [tuesday], until: 2027-06-29}\n"
SERIES = """
        -- content/events/weekly.yaml --
        title: Weekly
        start: 2026-11-03T18:00
        duration: 1h
        timezone: Europe/Paris
        mode: online
        recurrence: {every: week, on: [tuesday], until: 2027-06-29}
        exceptions:
          2026-11-24: {status: cancelled, note: The house is closed.}
          2026-12-01: {status: moved, moved_to: 2026-12-03T19:30, note: Two days later.}
          2026-12-08: {status: changed, note: Bring wool.}
"""


def event(title: str, day: date, more: str = "") -> str:
    return f"title: {title}\nstart: {day} 18:00\ntimezone: Europe/Paris\nmode: online\n{more}"


def listed(build: Build, url: str) -> list[str]:
    """The events of the page's dates, in their order."""
    titles = (each for each in build.elements(url, "a") if "date-title" in each.classes)
    return [str(each.attributes["href"]).rstrip("/").rpartition("/")[2] for each in titles]


def days(build: Build, url: str) -> list[str]:
    return [
        each.attributes["data-day"]
        for each in build.elements(url, "section", "td")
        if "data-day" in each.attributes
    ]


def starts(build: Build, url: str) -> list[str]:
    times = build.elements(url, "time")
    return [each.attributes["datetime"] for each in times if "date-start" in each.classes]


def test_what_is_to_come_stands_in_order_and_what_was_on_a_page_of_its_own() -> None:
    hub = site("")
    for name, away in {"over": -40, "longover": -400, "soon": 3, "later": 90, "today": 0}.items():
        hub.edit(f"content/events/{name}.yaml", event(f"E-{name}", TODAY + timedelta(days=away)))
    build = hub.build()
    assert listed(build, "events/") == ["today", "soon", "later"]
    assert listed(build, "events/calendar/past/") == ["over", "longover"]
    home = [line for line in build.text("").split("\n") if line.startswith("E-")]
    assert home == ["E-today", "E-soon", "E-later"]


def test_every_event_is_listed_somewhere() -> None:
    hub = site("").edit("site.yaml", SITE + "collections: {events: {per_page: 10}}\n")
    for number in range(-14, 25):
        text = event(f"E{number}", TODAY + timedelta(days=9 * number))
        hub.edit(f"content/events/e{number}.yaml", text)
    build = hub.build()
    pages = [path.removesuffix("index.html") for path in build.files if path.startswith("events/")]
    lists = [
        path
        for path in pages
        if path.startswith(("events/page/", "events/calendar/past/")) or path == "events/"
    ]
    assert {"events/page/2/", "events/page/3/", "events/calendar/past/page/2/"} <= set(lists)
    found = [slug for path in lists for slug in listed(build, path)]
    assert sorted(found) == sorted(f"e{number}" for number in range(-14, 25))


def test_a_series_stands_with_each_of_its_dates() -> None:
    build = site(SERIES).build()
    assert build.diagnostics == ()
    assert starts(build, "events/")[:5] == [
        "2026-11-17T18:00:00+01:00",
        "2026-11-24T18:00:00+01:00",
        "2026-12-03T19:30:00+01:00",
        "2026-12-08T18:00:00+01:00",
        "2026-12-15T18:00:00+01:00",
    ]
    assert days(build, "events/")[:3] == ["2026-11-17", "2026-11-24", "2026-12-03"]
    text = build.text("events/")
    for words in ("The house is closed.", "Moved from Tuesday, December 1.", "Bring wool."):
        assert words in text
    cancelled = [each for each in build.elements("events/", "li") if "is-cancelled" in each.classes]
    assert len(cancelled) == 1


def test_the_wall_time_stays_when_summer_time_begins() -> None:
    build = site(SERIES).build()
    assert {"2027-03-23T18:00:00+01:00", "2027-03-30T18:00:00+02:00"} <= set(
        starts(build, "events/")
    )


def test_a_card_shows_the_next_date_that_takes_place() -> None:
    hub = site(SERIES)
    build = hub.build(today=date(2026, 11, 18))
    assert "2026-12-03T19:30:00+01:00" in build.html("")
    assert "2026-11-24" not in build.html("")


def test_an_endless_series_has_a_year_of_dates() -> None:
    text = event("Daily", TODAY, "recurrence: {every: week}\n")
    build = site("").edit("content/events/e.yaml", text).build()
    pages = [path for path in build.files if path.startswith("events/page/")]
    found = starts(build, "events/") + [
        one for path in pages for one in starts(build, path.removesuffix("index.html"))
    ]
    assert found[0].startswith("2026-11-17")
    assert found[-1].startswith("2027-11-30")
    assert not build.has("events/calendar/2027-12/")


def test_what_lies_beyond_the_window_is_listed_all_the_same() -> None:
    far = event("Far", TODAY + timedelta(days=900))
    yearly = event("Yearly", TODAY + timedelta(days=800), "recurrence: {every: year}\n")
    hub = site("").edit("content/events/far.yaml", far).edit("content/events/yearly.yaml", yearly)
    assert listed(hub.build(), "events/") == ["yearly", "far"]


def test_a_month_is_a_table_of_whole_weeks() -> None:
    build = site(SERIES).build()
    cells = build.elements("events/calendar/2026-12/", "td")
    assert len(cells) % 7 == 0
    inside = [each.attributes["data-day"] for each in cells if "data-day" in each.attributes]
    assert inside == [f"2026-12-{day:02}" for day in range(1, 32)]
    assert [
        each.attributes.get("scope") for each in build.elements("events/calendar/2026-12/", "th")
    ] == ["col"] * 7
    assert starts(build, "events/calendar/2026-12/")[0] == "2026-12-03T19:30:00+01:00"


@pytest.mark.parametrize("locale, first", [("en", "Sunday"), ("fr", "lundi"), ("ar", "السبت")])
def test_a_week_begins_where_the_language_has_it_begin(locale: str, first: str) -> None:
    hub = site(SERIES).edit("site.yaml", SITE + "languages: [en, fr, ar]\n")
    prefix = "" if locale == "en" else f"{locale}/"
    names = [
        each.attributes["title"]
        for each in hub.build().elements(f"{prefix}events/calendar/2026-12/", "abbr")
    ]
    assert names[0] == first


def test_several_days_stand_on_each_of_them() -> None:
    hub = site("""
        -- content/events/gathering.yaml --
        title: Gathering
        start: 2026-11-29
        end: 2026-12-02
        all_day: true
        mode: onsite
    """)
    build = hub.build()
    assert listed(build, "events/") == ["gathering"]
    assert "until Wednesday, December 2" in build.text("events/")
    assert listed(build, "events/calendar/2026-11/") == ["gathering"] * 2
    assert listed(build, "events/calendar/2026-12/") == ["gathering"] * 2
    (row,) = (each for each in build.elements("events/", "li") if "date" in each.classes)
    assert row.attributes["data-end"] == "2026-12-02"
    assert listed(hub.build(today=date(2026, 12, 2)), "events/") == ["gathering"]
    assert not hub.build(today=date(2026, 12, 2)).has("events/calendar/past/")
    assert listed(hub.build(today=date(2026, 12, 3)), "events/calendar/past/") == ["gathering"]


def test_a_collection_of_ones_own_that_begins_has_a_calendar() -> None:
    hub = site("""
        -- site.yaml --
        title: A
        collections:
          walks:
            start_field: day
            fields:
              title: {kind: text, required: true}
              day: {kind: date}
              pace: {kind: choice, of: [slow, fast], filter: true}
        -- content/walks/dunes.yaml --
        title: Dunes
        day: 2026-12-24
        pace: slow
        -- content/walks/hills.yaml --
        title: Hills
        day: 2026-12-24
        pace: fast
        -- content/walks/someday.yaml --
        title: Some day
    """)
    build = hub.build()
    assert listed(build, "walks/") == ["dunes", "hills"]
    assert "Some day" in build.text("walks/")
    assert build.has("walks/calendar/2026-12/")
    assert "walks/dunes/dunes.ics" in build.files
    names = [each.attributes["name"] for each in build.elements("walks/", "select")]
    assert names == ["pace", "clock"]


def test_programs_are_a_directory_and_no_calendar() -> None:
    hub = site("""
        -- content/programs/spring.yaml --
        title: Spring
        type: course
        start: 2027-03-01
        end: 2027-06-01
    """)
    assert hub.build().has("programs/")
    assert not hub.build().has("programs.ics")


@pytest.mark.parametrize("today", [date(2026, 11, 17), date(2026, 11, 24), date(2026, 12, 3)])
def test_the_site_stays_as_it_is_until_it_is_due(today: date) -> None:
    hub = site(SERIES)
    done, _ = hub.prepare(today=today)
    due = done.plan.due
    assert due is not None
    assert files(hub, due - timedelta(days=1)) == files(hub, today)
    assert files(hub, due) != files(hub, today)


def files(hub: Hub, today: date) -> dict[str, bytes]:
    made = hub.build(today=today, clean=True, cache=False).files
    return {path: data for path, data in made.items() if not path.startswith(".")}


def test_what_stands_on_a_page_can_be_filtered_by() -> None:
    hub = site("""
        -- content/groups/weavers.yaml --
        name: Weavers
        join: https://example.org/weavers
        -- content/events/a.yaml --
        title: A
        start: 2026-12-01T18:00
        timezone: Europe/Paris
        mode: online
        type: study session
        language: fr
        skills: [weaving]
        group: weavers
        -- content/events/b.yaml --
        title: B
        start: 2026-12-02T18:00
        timezone: Europe/Paris
        mode: onsite
        type: talk
        language: en
        skills: [spinning]
    """)
    build = hub.build()
    rows = [
        each.attributes["data-facets"]
        for each in build.elements("events/", "li")
        if "date" in each.classes
    ]
    assert set(rows[0].split()) == {
        *("type:study%20session", "mode:online", "skills:weaving", "language:fr", "group:weavers"),
    }
    names = [each.attributes["name"] for each in build.elements("events/", "select")]
    assert names == ["type", "mode", "skills", "language", "clock"]


def test_events_may_be_called_whatever_the_calendars_own_pages_are() -> None:
    hub = site("")
    for name in ("past", "calendar", "page", "2026-11", "2026-12"):
        hub.edit(f"content/events/{name}.yaml", event(f"E-{name}", TODAY + timedelta(days=3)))
    hub.edit("content/events/over.yaml", event("Over", TODAY - timedelta(days=40)))
    build = hub.build()
    assert build.diagnostics == ()
    for name in ("past", "calendar", "page", "2026-11", "2026-12"):
        assert f"E-{name}" in build.text(f"events/{name}/")
    assert listed(build, "events/calendar/past/") == ["over"]
    assert "2026-11" in listed(build, "events/calendar/2026-11/")
