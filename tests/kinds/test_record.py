"""A record is read by its fields: every mistake in one go, each at its place and with the way out."""

from typing import Any

import pytest

from hubgen.kinds.shapes import LONGEST_LIST
from hubgen.model.schema import Field
from tests.kinds.reading import PATH, Outcome, fields, read_field, read_fields_of

EVENT = fields(
    Field(
        "title", "text", label="Title", help="What it is called.", example="A walk", required=True
    ),
    Field("join_url", "url", label="Address to join"),
    Field("tags", "tags"),
    Field("capacity", "integer", minimum=1),
    Field("start", "datetime"),
    Field("status", "choice", of=("open", "closed"), default="open"),
    Field("speakers", "references", to=("members",), loose=True, synonyms=("speaker", "panelists")),
    Field(
        "registration",
        "record",
        shorthand="url",
        fields=fields(Field("url", "url", required=True), Field("deadline", "date")),
    ),
    Field("hall", "text", deprecated="use location instead"),
    Field("companies", "tags"),
)


def event(text: str, **settings: Any) -> Outcome:
    return read_fields_of(EVENT, text, **settings)


def test_all_mistakes_are_told_in_one_go_and_at_their_places() -> None:
    found = event(
        """
        joinurl: https://example.org
        capacity: 0
        colour: red
        registration:
          deadline: 2026-02-30
          hours: 3
        tags: [a, A]
        """
    )
    assert found.value == {"join_url": "https://example.org", "tags": ("a",), "status": "open"}
    assert [(each.code, each.span.line, each.span.column) for each in found.diagnostics] == [
        ("HG303", 1, 1),
        ("HG302", 1, 1),
        ("HG316", 2, 11),
        ("HG301", 3, 1),
        ("HG303", 5, 3),
        ("HG321", 5, 13),
        ("HG301", 6, 3),
        ("HG319", 7, 11),
    ]
    assert {each.span.path for each in found.diagnostics} == {PATH}


def test_values_come_in_the_order_of_the_schema() -> None:
    assert list(event("capacity: 3\ntags: a\ntitle: T").value) == [
        "title",
        "tags",
        "capacity",
        "status",
    ]


def test_a_missing_field_is_named_with_its_help_and_example() -> None:
    found = event("tags: a").only
    assert found.code == "HG303"
    assert found.message == "'title' is missing"
    assert found.help == "What it is called. For example: title: A walk"


@pytest.mark.parametrize("text", ["title:", "title: ''", "title: null", "title: ~", "title: []"])
def test_nothing_given_is_missing_where_it_stands(text: str) -> None:
    found = event(f"tags: a\n{text}").only
    assert (found.code, found.span.line) == ("HG303", 2)


def test_a_wrong_value_is_not_missing_too() -> None:
    assert event("title: {a: b}").codes == ["HG306"]


def test_a_translation_misses_nothing_and_gets_no_defaults() -> None:
    found = event("tags: a", complete=False)
    assert (found.value, found.diagnostics) == ({"tags": ("a",)}, ())


@pytest.mark.parametrize(
    "key", ["joinUrl", "join-url", "Join URL", "JOIN_URL", "joinurl", "Address to join"]
)
def test_other_spellings_of_a_name_are_read_with_a_hint(key: str) -> None:
    found = event(f"title: T\n{key}: https://example.org")
    assert found.value["join_url"] == "https://example.org"
    assert (found.only.code, found.only.help) == ("HG302", "write join_url: instead")


@pytest.mark.parametrize(
    "key, name", [("keywords", "tags"), ("speaker", "speakers"), ("date_start", "start"), ("startDate", "start")]
)  # fmt: skip
def test_synonyms_are_read_with_a_hint(key: str, name: str) -> None:
    found = event(f"title: T\n{key}: 2026-03-03")
    assert name in found.value
    assert found.codes == ["HG302"]


@pytest.mark.parametrize(
    "key, advice",
    [
        ("tag", "did you mean 'tags'?"),
        ("company", "did you mean 'companies'?"),
        ("titel", "did you mean 'title'?"),
        ("deadline", "'deadline' is a part of 'registration': write it there"),
        ("time", "write the time beside the day: start: 2026-03-03T18:00"),
        ("bio", "that is a field of members; fields here: title,"),
        ("zzz", "fields here: title,"),
        ("…", "fields here: title,"),
    ],
)
def test_unknown_keys_get_the_likely_name(key: str, advice: str) -> None:
    found = event(f"title: T\n{key}: x", elsewhere={"bio": ("members",)}).only
    assert found.code == "HG301"
    assert found.help.startswith(advice)


def test_a_value_under_two_names_is_refused() -> None:
    found = event("title: T\ntags: a\nkeywords: b")
    assert found.value["tags"] == ("a",)
    assert found.codes == ["HG305"]


def test_a_field_out_of_use_is_read_and_told() -> None:
    found = event("title: T\nhall: Big one")
    assert found.value["hall"] == "Big one"
    assert (found.only.code, found.only.help) == ("HG304", "use location instead")


def test_a_text_stands_for_the_main_part_of_a_record() -> None:
    found = event("title: T\nregistration: https://example.org/")
    assert found.value["registration"] == {"url": "https://example.org/"}
    assert found.diagnostics == ()


def test_parts_of_records_are_named_by_their_path() -> None:
    found = event("title: T\nregistration: {url: ftp://x, deadlin: 2026-01-01}")
    assert [each.message.split(":")[0] for each in found.diagnostics] == [
        "registration.url",
        "no field is called 'registration.deadlin'",
    ]


def test_a_default_that_is_given_wrongly_is_still_filled_in() -> None:
    found = event("title: T\nstatus: opne")
    assert found.value["status"] == "open"
    assert found.codes == ["HG318"]


def test_a_field_may_be_required_unless_another_is_given() -> None:
    mentor = fields(
        Field("name", "text", required_unless=("member",)),
        Field("member", "reference", to=("members",)),
        Field("timezone", "timezone", required_unless=("all_day",)),
        Field("all_day", "boolean"),
    )
    assert read_fields_of(mentor, "member: ada\nall_day: yes").diagnostics == ()
    assert read_fields_of(mentor, "member:\nall_day: no").codes == ["HG303", "HG303"]


def test_names_beyond_what_is_read_are_an_error() -> None:
    many = Field("x", "mapping", of=Field("x", "integer"))
    text = ", ".join(f"n{number}: {number}" for number in range(LONGEST_LIST + 1))
    found = read_field(many, f"x: {{{text}}}")
    assert found.codes == ["HG312"]
    assert len(found.value) == LONGEST_LIST
