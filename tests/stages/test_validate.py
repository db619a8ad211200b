"""An entry is checked whole: its fields, what they say together, and what of it may leave the file."""

from textwrap import dedent

import pytest
from msgspec.structs import replace

from hubgen.config.collections import built_in
from hubgen.diagnostics import Diagnostic, Report, Span
from hubgen.kinds import Reader
from hubgen.model.document import Document
from hubgen.model.entry import Entry
from hubgen.model.nodes import Mapping
from hubgen.model.schema import Collection, Field
from hubgen.model.source import Source
from hubgen.stages.validate import validate
from hubgen.text.yaml_reader import read_yaml

EVENT = """
    title: A walk
    start: 2026-03-03 18:00
    timezone: Europe/Paris
    mode: onsite
"""


def checked(
    collection: Collection | str, text: str, *, locale: str = "en", shape: str = "entry"
) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    """The entry of a YAML text, and what was said about it."""
    schema = built_in()[collection] if isinstance(collection, str) else collection
    path = f"content/{schema.name}/a.yaml"
    report = Report()
    node = read_yaml(dedent(text).strip("\n"), path, report)
    assert isinstance(node, Mapping)
    source = Source(path, schema.name, "folder" if shape == "folder" else "entry", "a", locale, "")
    document = Document(source, "a", node, Span(path, node.line, node.column))
    entry = validate(document, schema, Reader(path, report, default_locale="en"))
    return entry, report.diagnostics


def complaints(text: str, collection: str = "events") -> list[tuple[str, int]]:
    """Codes and lines."""
    return [(each.code, each.span.line) for each in checked(collection, text)[1]]


def event(more: str = "", **changed: str) -> list[str]:
    """Codes of complaints about an event with other lines."""
    lines = dict(line.split(": ", 1) for line in dedent(EVENT).strip().split("\n"))
    lines |= changed
    text = "\n".join(f"{key}: {value}" for key, value in lines.items() if value)
    return [code for code, _ in complaints(f"{text}\n{dedent(more)}")]


def test_an_entry_has_values_places_and_a_folder() -> None:
    entry, problems = checked("members", "name: Ada\nlanguages: [en, fr]\n", shape="folder")
    assert problems == ()
    assert entry is not None
    assert entry.values["languages"] == ("en", "fr")
    assert entry.values["visibility"] == "public"
    assert entry.place_of("languages") == Span("content/members/a.yaml", 2, 12, 2, 20)
    assert entry.place_of("visibility") == Span("content/members/a.yaml", 1, 1)
    assert (entry.key, entry.folder, entry.has_own_folder) == ("members/a", "content/members", True)


def test_an_entry_without_a_name_is_not_shown() -> None:
    entry, problems = checked("members", "headline: Somebody\n")
    assert entry is None
    assert [each.code for each in problems] == ["HG303"]
    assert checked("mentors", "topics: [a]\ncontact: https://ada.dev\n")[0] is None


def test_an_entry_may_borrow_its_name() -> None:
    entry, problems = checked("mentors", "member: ada\ntopics: [a]\ncontact: https://ada.dev\n")
    assert entry is not None
    assert problems == ()


def test_an_entry_whose_title_is_not_required_is_shown() -> None:
    assert checked("thanks", "from: ada\nto: [bob]\ndate: 2026-03-03\n")[0] is not None


def test_a_translation_gives_what_it_translates() -> None:
    entry, problems = checked("members", "headline: Elle tisse\n", locale="fr")
    assert problems == ()
    assert entry is not None
    assert entry.values == {"headline": "Elle tisse"}


@pytest.mark.parametrize("switch", ["", "email_public: no", "email_public: maybe", "email_public:"])
def test_what_its_person_has_not_opened_stays_in_the_file(switch: str) -> None:
    entry, _ = checked("members", f"name: Ada\nemail: ada@example.org\n{switch}\n")
    assert entry is not None
    assert "ada@example.org" not in repr(entry)
    assert "email" not in entry.spans


def test_what_its_person_has_opened_is_published() -> None:
    entry, _ = checked("members", "name: Ada\nemail: ada@example.org\nemail_public: yes\n")
    assert entry is not None
    assert entry.values["email"] == "ada@example.org"


def test_private_fields_are_checked_and_kept_back() -> None:
    members = built_in()["members"]
    schema = replace(
        members, fields={**members.fields, "birthday": Field("birthday", "date", private=True)}
    )
    entry, problems = checked(schema, "name: Ada\nbirthday: 1815-12-10\n")
    assert entry is not None
    assert "birthday" not in {**entry.values, **entry.spans}
    assert problems == ()
    assert [each.code for each in checked(schema, "name: Ada\nbirthday: 10/12/1815\n")[1]] == [
        "HG320"
    ]


def test_a_sound_event_is_left_alone() -> None:
    assert event() == []
    assert event(end="2026-03-03 19:30", duration="90m") == []
    assert event(start="2026-03-03", all_day="true", timezone="") == []


@pytest.mark.parametrize(
    "changed, code",
    [
        ({"end": "2026-03-03 17:00"}, "HG370"),
        ({"end": "2026-03-02 19:00"}, "HG370"),
        ({"start": "2026-03-03"}, "HG373"),
        ({"timezone": ""}, "HG303"),
        ({"timezone": "", "all_day": "no"}, "HG303"),
        ({"start": "2026-03-29 02:30"}, "HG328"),
        ({"start": "2026-10-25 02:30"}, "HG329"),
        ({"start": "2026-03-08 02:30", "timezone": "America/New_York"}, "HG328"),
        ({"end": "2026-03-03 19:30", "duration": "60m"}, "HG374"),
        ({"registration": "{deadline: 2026-03-04}"}, "HG371"),
        ({"registration": "{opens: 2026-03-02, deadline: 2026-03-01}"}, "HG370"),
        ({"recurrence": "FREQ=WEEKLY;BYDAY=WE"}, "HG375"),
        ({"recurrence": "{every: week, on: [tuesday], until: 2026-03-01}"}, "HG370"),
        ({"recurrence": "{every: week, on: [tuesday], except: [2026-03-11]}"}, "HG375"),
    ],
)
def test_fields_that_contradict_each_other(changed: dict[str, str], code: str) -> None:
    assert event(**changed) == [code]


@pytest.mark.parametrize(
    "changed",
    [
        {"registration": "{deadline: 2026-03-03}"},
        {"registration": "{deadline: 2026-03-04}", "end": "2026-03-05 12:00"},
        {"recurrence": "{every: week, on: [tuesday, friday], until: 2026-12-15}"},
        {"recurrence": "{every: week, on: [tuesday], except: [2026-03-10]}"},
        {"recurrence": "FREQ=MONTHLY;BYDAY=1TU"},
        {"start": "2026-03-29 02:30", "timezone": "Asia/Tokyo"},
        {"start": "2026-03-29 02:30", "all_day": "true"},
        {"start": "2999-12-31 23:00", "duration": "90 days"},
        {"start": "1000-01-01 00:00"},
    ],
)
def test_fields_that_agree(changed: dict[str, str]) -> None:
    assert event(**changed) == []


def test_exceptions_are_days_of_the_series() -> None:
    series = """
        recurrence: {every: week, on: [tuesday]}
        exceptions:
          2026-03-10: cancelled
          2026-03-12: {status: moved, moved_to: 2026-03-13 18:00}
          2026-02-31: cancelled
    """
    assert event(series) == ["HG375", "HG321"]


def test_a_contradiction_stands_where_it_can_be_mended() -> None:
    text = (
        dedent(EVENT).strip()
        + "\nregistration:\n  url: https://example.org\n  deadline: 2026-04-01\n"
    )
    (found,) = checked("events", text)[1]
    assert (found.span.line, found.span.column) == (7, 13)
    assert (
        found.message == "registration.deadline: 2026-04-01 lies after the start, 2026-03-03 18:00"
    )


def test_a_name_that_is_read_otherwise_has_its_place_too() -> None:
    text = dedent(EVENT).replace("start:", "date_start:").strip() + "\nend: 2026-03-01 18:00\n"
    assert complaints(text) == [("HG302", 2), ("HG370", 5)]
