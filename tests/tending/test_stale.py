"""`hubgen stale`: what to ask people about, on which day it begins, and whom."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from hubgen.tending.telling.letters import COLUMNS, harmless
from tests.kit import Hub, site
from tests.tending.running import hubgen

HUB = """
-- site.yaml --
title: A hub
base_url: https://hub.example/
stale_after: 12
repository: https://github.com/example/hub
collections:
  members: {stale_after: 6}
  tools:
    title_field: name
    stale_after: 3
    fields:
      name: {kind: text, required: true}
      keeper: {kind: reference, to: [members]}
      reviewed: date
-- content/members/ada.yaml --
name: Ada
confirmed: 2026-01-10
email: ada@letters.example
owner: ada-l
-- content/members/bo.yaml --
name: Bo
confirmed: 2026-11-01
-- content/members/chi.yaml --
name: Chi
-- content/members/dee.yaml --
name: Dee
status: in memoriam
confirmed: 2019-01-01
-- content/mentors/ada.yaml --
member: ada
topics: [Knots]
contact: https://ask.example/
confirmed: 2026-04-01
capacity: 1
mentees: [bo]
-- content/mentors/bo.yaml --
member: bo
topics: [Knots]
contact: https://ask.example/
confirmed: 2026-10-01
capacity: 1
until: 2026-12-31
-- content/events/loom.yaml --
title: The loom
start: 2025-03-03 18:00
end: 2025-03-03 19:00
timezone: Europe/Paris
mode: online
recurrence: weekly
organizers: [ada]
speakers: [bo]
-- content/events/walk.yaml --
title: A walk
start: 2026-12-24 10:00
timezone: Europe/Paris
mode: online
speakers: [ada]
-- content/events/bounded.yaml --
title: Bounded
start: 2025-03-03 18:00
duration: 1h
timezone: Europe/Paris
mode: online
recurrence: FREQ=WEEKLY;UNTIL=20270101
-- content/programs/spring.yaml --
name: Spring
start: 2025-03-01
-- content/opportunities/job.yaml --
title: A job
url: https://jobs.example/1
deadline: 2026-11-16
posted: 2026-11-01
posted_by: ada
-- content/news/gone.md --
---
title: Gone
date: 2026-01-01
expires: 2026-02-01
---
Gone.
-- content/tools/saw.yaml --
name: Saw
keeper: ada
reviewed: 2026-08-17
-- content/skills.yaml --
- name: Knots
"""


def asks(hub: Hub, *words: str, today: str = "2026-11-17") -> dict[str, Any]:
    """By entry: what there is to ask about it."""
    result = hubgen(hub, "stale", "--format", "json", "--today", today, *words)
    found: list[dict[str, Any]] = json.loads(result.stdout)["asks"]
    return {each["entry"]: each for each in found}


def reasons(hub: Hub, *words: str, today: str = "2026-11-17") -> dict[str, list[str]]:
    found = asks(hub, *words, today=today)
    return {key: [each["name"] for each in ask["reasons"]] for key, ask in found.items()}


def test_each_reason_is_found_and_nothing_else() -> None:
    hub = site(HUB)
    assert hub.check() == ()
    assert reasons(hub) == {
        "events/loom": ["endless"],
        "events/walk": ["endless"],
        "members/ada": ["unconfirmed"],
        "mentors/ada": ["full"],
        "news/gone": ["over"],
        "opportunities/job": ["over"],
        "programs/spring": ["endless"],
        "tools/saw": ["unconfirmed"],
    }


@pytest.mark.parametrize(
    "entry, reason, day",
    [
        ("members/ada", "unconfirmed", date(2026, 7, 10)),
        ("tools/saw", "unconfirmed", date(2026, 11, 17)),
        ("mentors/ada", "full", date(2026, 10, 1)),
        ("mentors/bo", "over", date(2027, 1, 1)),
        ("events/loom", "endless", date(2026, 3, 3)),
        ("opportunities/job", "over", date(2026, 11, 17)),
        ("news/gone", "over", date(2026, 2, 2)),
    ],
)
def test_it_begins_on_a_day(entry: str, reason: str, day: date) -> None:
    hub = site(HUB)
    before = day.fromordinal(day.toordinal() - 1)
    assert reason in reasons(hub, today=day.isoformat()).get(entry, [])
    assert reason not in reasons(hub, today=before.isoformat()).get(entry, [])


def test_a_series_that_somebody_reviewed_is_left_alone() -> None:
    hub = site(HUB)
    hub.edit(
        "content/events/loom.yaml", hub.read("content/events/loom.yaml") + "reviewed: 2026-06-01\n"
    )
    assert "events/loom" not in reasons(hub)
    assert reasons(hub, today="2027-06-01")["events/loom"] == ["unconfirmed", "endless"]


def test_people_who_died_are_never_asked() -> None:
    assert "members/dee" not in reasons(site(HUB), "--undated")


def test_what_nobody_confirmed_is_asked_about_on_request() -> None:
    assert reasons(site(HUB), "members", "--undated") == {
        "members/ada": ["unconfirmed"],
        "members/chi": ["unconfirmed"],
    }


@pytest.mark.parametrize(
    "entry", ["members/ada", "mentors/ada", "events/loom", "opportunities/job", "tools/saw"]
)
def test_who_looks_after_an_entry_is_asked(entry: str) -> None:
    """Also where the address isn't published."""
    contact = asks(site(HUB))[entry]["contact"]
    assert (contact["name"], contact["email"]) == ("Ada", "ada@letters.example")


def test_a_speaker_is_not_asked() -> None:
    assert asks(site(HUB))["events/walk"]["contact"]["email"] == ""


def test_the_address_stays_out_of_the_site() -> None:
    assert site(HUB).build().mentions("ada@letters.example") == []


def test_pages_say_it_by_the_number_of_their_collection() -> None:
    hub = site(HUB)
    assert 'class="notice' in hub.build(today=date(2026, 7, 10)).html("members/ada/")
    assert 'class="notice' not in hub.build(today=date(2026, 7, 9)).html("members/ada/")
    assert 'class="notice' not in hub.build(today=date(2026, 11, 16)).html("tools/saw/")
    assert 'class="notice' in hub.build(today=date(2026, 11, 17)).html("tools/saw/")


def test_a_letter_has_all_that_it_needs() -> None:
    result = hubgen(site(HUB), "stale", "members", "--format", "csv", "--today", "2026-11-17")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert tuple(row) == tuple(COLUMNS)
    assert row == {
        "email": "ada@letters.example",
        "name": "Ada",
        "title": "Ada",
        "kind": "member",
        "reason": "last confirmed on 2026-01-10",
        "question": "Is it still true? Please change what isn't, and set `confirmed` to today.",
        "since": "2026-01-10",
        "page": "https://hub.example/members/ada/",
        "edit": "https://github.com/example/hub/edit/main/content/members/ada.yaml",
        "account": "ada-l",
        "entry": "members/ada",
        "file": "content/members/ada.yaml",
    }


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", " =1", "\t=1", "a;=1", 'a"; =1', "a\n=1", "\r=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    said = harmless(text)
    for part in [said, *said.split(";")]:
        assert part.lstrip()[:1] not in set("=+-@＝＋－＠")
    assert not {"\n", "\r", "\t"} & set(said)
    assert harmless("Ada Lovelace-King") == "Ada Lovelace-King"


def test_no_title_is_a_formula_or_acts_on_a_terminal() -> None:
    hub = site("-- content/members/ada.yaml --\nname: '=HYPERLINK(1)'\nconfirmed: 2020-01-01\n")
    hub.edit(
        "content/members/bo.yaml",
        'name: "Bo\\e[31m\\u202e@x"\nconfirmed: 2020-01-01\nowner: "@cmd"\n',
    )
    rows = list(csv.DictReader(io.StringIO(hubgen(hub, "stale", "--format", "csv").stdout)))
    assert rows[0]["title"] == "'=HYPERLINK(1)"
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@")]
    assert "\x1b" not in hubgen(hub, "stale").stdout
    assert "\u202e" not in hubgen(hub, "stale").stdout


def test_the_list_for_people() -> None:
    hub = site(HUB)
    result = hubgen(hub, "stale", "members", "mentors", "--today", "2026-11-17")
    assert result.stdout.splitlines() == [
        "content/members/ada.yaml:1:1: Ada (members/ada)",
        "   unconfirmed: last confirmed on 2026-01-10",
        "   ask: Ada <ada@letters.example>, @ada-l",
        "",
        "content/mentors/ada.yaml:1:1: Ada (mentors/ada)",
        "   full: full at least since 2026-04-01",
        "   ask: Ada <ada@letters.example>",
        "",
        "2 entries to ask about",
    ]
    assert "--undated lists them, too" in result.stderr
    assert result.exit_code == 0
    assert hubgen(hub, "stale", "--strict").exit_code == 1
    assert hubgen(hub, "stale", "mebers").exit_code == 2


def test_a_review_date_can_be_taken_away_and_must_be_a_date() -> None:
    assert (
        site("""
        -- site.yaml --
        title: A hub
        collections:
          members: {fields: {confirmed: false}}
        -- content/members/ada.yaml --
        name: Ada
    """).check()
        == ()
    )
    assert site("""
        -- site.yaml --
        title: A hub
        collections:
          members: {reviewed_field: name}
        -- content/members/ada.yaml --
        name: Ada
    """).codes() == ["HG417"]
