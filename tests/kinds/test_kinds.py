"""What each kind makes of what people write: the value, or the code and the advice."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from hubgen.kinds import FIELD_KINDS
from hubgen.model.schema import Field
from hubgen.model.values import Handle, Identifier, ImageUse, Month, Place, Recurrence
from tests.kinds.reading import PATH, read, read_field

DOI = Identifier("doi", "10.1000/182", "https://doi.org/10.1000/182")
GITHUB = Handle("github", "ada", "https://github.com/ada")
LEVELS = ("beginner", "in between", "one-to-one")


@pytest.mark.parametrize(
    "kind, text, value",
    [
        ("text", "  Ada  ", "Ada"),
        (
            "text",
            "|\n  Book Club:\n  The Pragmatic Programmer\n",
            "Book Club: The Pragmatic Programmer",
        ),
        ("text", "1.10", "1.10"),
        ("text", "007", "007"),
        ("text", "0x174", "0x174"),
        ("text", "NO", "NO"),
        ("text", "12:30", "12:30"),
        ("text", "'null'", "null"),
        ("text", "[Ada]", "Ada"),
        ("integer", "12", 12),
        ("integer", "007", 7),
        ("integer", "-3", -3),
        ("number", "48.85", 48.85),
        ("number", ".5", 0.5),
        ("boolean", "yes", True),
        ("boolean", "NO", False),
        ("boolean", "On", True),
        ("boolean", "FALSE", False),
        ("visibility", "Unlisted", "unlisted"),
        ("severity", "OFF", "off"),
        ("tags", "python", ("python",)),
        (
            "tags",
            "[ '#Python', ' data  science ', C#, C++ ]",
            ("Python", "data science", "C#", "C++"),
        ),
        ("url", "https://example.org", "https://example.org"),
        ("email", "ada@Example.org", "ada@example.org"),
        ("handle", "https://github.com/ada", GITHUB),
        ("handle", "{github: ada}", GITHUB),
        ("handle", "{GitHub: '@ada'}", GITHUB),
        ("handle", "{service: github, name: ada}", GITHUB),
        ("date", "2026-03-03", date(2026, 3, 3)),
        ("month", "2026-03", Month(2026, 3)),
        ("datetime", "2026-03-03 18:00", datetime.fromisoformat("2026-03-03T18:00")),
        ("time", "12:30", time(12, 30)),
        ("duration", "1:30", timedelta(minutes=90)),
        ("timezone", "Europe/Paris", "Europe/Paris"),
        ("recurrence", "FREQ=WEEKLY;BYDAY=TU", Recurrence("FREQ=WEEKLY;BYDAY=TU")),
        ("language", "pt-br", "pt-BR"),
        ("locale", "fr", "fr"),
        ("country", "NO", "NO"),
        ("place", "Public Library", Place(name="Public Library")),
        ("place", "{city: Lyon, country: FR}", Place(city="Lyon", country="FR")),
        ("license", "cc-by-4.0", "CC-BY-4.0"),
        ("identifier", "10.1000/182", DOI),
        ("identifier", "{doi: 10.1000/182}", DOI),
        ("file", "slides.pdf", "slides.pdf"),
        ("file", "/images/a b.png", "/images/a b.png"),
        (
            "consent",
            "{date: 2026-03-03, version: 1.10}",
            {"date": date(2026, 3, 3), "version": "1.10"},
        ),
        ("list", "a", ("a",)),
        ("list", "[a, '', ~, b]", ("a", "b")),
    ],
)
def test_values_are_read(kind: str, text: str, value: Any) -> None:
    found = read(kind, text)
    assert (found.value, found.diagnostics) == (value, ())


@pytest.mark.parametrize("kind", sorted(FIELD_KINDS))
@pytest.mark.parametrize("text", ["", "''", "null", "~", "[]", "{}", "['', ~]", "' '"])
def test_nothing_is_nothing_in_every_kind(kind: str, text: str) -> None:
    found = read(kind, text, of=("a",), fields={"a": Field("a", "text")})
    assert found.value is None
    assert not found.has_errors


@pytest.mark.parametrize(
    "kind, text, code, advice",
    [
        ("integer", "1,000", "HG315", "write 1000"),
        ("integer", "12.0", "HG315", "write 12"),
        ("integer", "ten", "HG315", "write it in digits, such as 12"),
        ("integer", "10 people", "HG315", "write the number alone: 10"),
        ("integer", "99999999999999999999999", "HG315", "write it in digits, such as 12"),
        ("integer", "1e3", "HG315", "write the number alone: 1"),
        ("number", "48,85", "HG315", "write 48.85"),
        ("number", ".nan", "HG315", "write it in digits, such as 12"),
        ("number", "inf", "HG315", "write it in digits, such as 12"),
        ("boolean", "oui", "HG317", "write true"),
        ("boolean", "maybe", "HG317", "write true or false"),
        ("visibility", "secret", "HG318", "choose from: public, unlisted, hidden"),
        ("text", "{a: b}", "HG306", ""),
        ("text", "[a, b]", "HG306", ""),
        ("place", "Online", "HG354", "remove it and write mode: online"),
        (
            "place",
            "{city: Lyon, latitude: 91, longitude: 4}",
            "HG316",
            "use a number within these bounds",
        ),
        ("place", "{town: Lyon}", "HG302", "write city: instead"),
        ("image", "https://example.org/a.jpg", "HG361", "save the file in the hub"),
        ("image", "a.jpg", "HG360", "write x: {file: a.jpg, alt: what can be seen}"),
        ("image", "{file: a.jpg}", "HG360", "write x: {file: a.jpg, alt: what can be seen}"),
        ("image", "{alt: A cat}", "HG303", "The picture's file, beside this one."),
        ("file", "C:\\a.pdf", "HG362", "put the file beside this one"),
        ("file", "img\\a.pdf", "HG362", "write img/a.pdf"),
        ("handle", "ada", "HG346", "write the profile's address"),
        ("handle", "{twitter: ada}", "HG306", ""),
        ("handle", "{forge: x, name: ada}", "HG306", ""),
        ("identifier", "{doi: 10.1000/1, isbn: 0306406152}", "HG306", ""),
        ("identifier", "{isbn: 0306406153}", "HG366", "compare it with the source"),
        ("duration", "P40M", "HG325", "P40M means 40 months"),
        ("datetime", "2026-03-03T18:00Z", "HG324", "write 2026-03-03T18:00"),
        ("recurrence", "{every: week, on: [someday]}", "HG330", "write weekdays such as tuesday"),
        ("recurrence", "{on: [tuesday]}", "HG303", "How often."),
        (
            "recurrence",
            "{every: week, count: 3, until: 2026-12-15}",
            "HG330",
            "keep one of count and until",
        ),
        ("consent", "yes", "HG306", ""),
        ("consent", "{date: 2026-03-03}", "HG303", "Of the text they agreed to."),
        ("mapping", "a", "HG306", ""),
        ("record", "a", "HG306", ""),
        ("tags", "{a: [b]}", "HG306", ""),
        ("references", "[{name: Ada}]", "HG306", ""),
    ],
)
def test_mistakes_are_told_with_the_way_out(kind: str, text: str, code: str, advice: str) -> None:
    found = read(kind, text).only
    assert found.code == code
    assert found.help.startswith(advice)
    assert found.span.path == PATH
    assert (found.span.line, found.span.end_line) == (1, 1)


@pytest.mark.parametrize("text", ["'a\\nb'", '"a\\u202eb"', '"\\ud800"'])
@pytest.mark.parametrize(
    "kind", ["text", "markdown", "tags", "references", "skills", "place", "file"]
)
def test_what_json_can_smuggle_in_is_refused(kind: str, text: str) -> None:
    """YAML and JSON readers refuse it too; a kind doesn't rely on them."""
    from hubgen.diagnostics import Report
    from hubgen.kinds import Reader
    from hubgen.model.nodes import Scalar

    hidden = text.strip("'\"").encode().decode("unicode_escape")
    report = Report()
    value = FIELD_KINDS[kind].read(
        Scalar(hidden, 1, 1, 1, 5, quoted=True), Field("x", kind), Reader(PATH, report)
    )
    if "\n" in hidden:
        assert not report.has_errors
        return
    assert not value
    assert report.has_errors


@pytest.mark.parametrize(
    "text, value",
    [
        ("in between", "in between"),
        ("In-Between", "in between"),
        ("inbetween", "in between"),
        ("one to one", "one-to-one"),
        ("BEGINNER", "beginner"),
    ],
)
def test_choices_are_found_whatever_their_spelling(text: str, value: str) -> None:
    found = read("choice", text, of=LEVELS)
    assert (found.value, found.diagnostics) == (value, ())


def test_an_unknown_choice_gets_all_of_them() -> None:
    found = read("choice", "beginer", of=LEVELS).only
    assert found.code == "HG318"
    assert found.help == "did you mean 'beginner'? choose from: beginner, in between, one-to-one"


@pytest.mark.parametrize(
    "bounds, text, message",
    [
        ({"minimum": 1, "maximum": 5}, "6", "x: 6 is out of range: from 1 to 5"),
        ({"minimum": 1}, "0", "x: 0 is out of range: at least 1"),
        ({"maximum": 0}, "1", "x: 1 is out of range: at most 0"),
    ],
)
def test_numbers_stay_within_bounds(bounds: dict[str, float], text: str, message: str) -> None:
    assert read("integer", text, **bounds).only.message == message
    assert (
        read(
            "integer", "0" if "maximum" in bounds and "minimum" not in bounds else "1", **bounds
        ).value
        is not None
    )


def test_texts_and_lists_have_a_length() -> None:
    assert read("text", "abcd", max_length=3).codes == ["HG312"]
    assert read("text", "äöü", max_length=3).value == "äöü"
    found = read("tags", "[a, b, c]", max_length=2)
    assert found.value == ("a", "b")
    assert (found.only.code, found.only.span.column) == ("HG312", 11)


@pytest.mark.parametrize("kind", ["tags", "skills", "references", "list"])
def test_commas_and_semicolons_make_a_list_with_a_hint(kind: str) -> None:
    for text in ("python, data , ml", '"python, data , ml"', "python; data; ml"):
        found = read(kind, text)
        assert len(found.value) == 3
        assert found.only.code == "HG307"
        assert found.only.help.startswith("write x: [python, data, ml]")
    table = read_field(Field("x", kind), "x: python; data; ml", "content/a.csv")
    assert (len(table.value), table.diagnostics) == (3, ())


def test_parts_of_a_line_keep_their_places() -> None:
    for text, first in (("x: ada, grace hopper", 4), ("x: 'ada, grace hopper'", 5)):
        found = read_field(Field("x", "references", to=("members",)), text)
        spans = [(each.span.column, each.span.end_column) for each in found.value]
        assert spans == [(first, first + 3), (first + 5, first + 17)]


def test_the_same_twice_is_told_and_kept_once() -> None:
    found = read("tags", "[Machine Learning, machine-learning, ML]")
    assert found.value == ("Machine Learning", "ML")
    assert found.only.code == "HG319"


@pytest.mark.parametrize("text", ["ada", "members/ada", "ada.yaml", '"@ada"', "Ada Lovelace"])
def test_references_are_kept_as_written_with_their_place(text: str) -> None:
    value = read("reference", text, to=("members",)).value
    assert value.text == text.strip('"')
    assert (value.span.path, value.span.line, value.span.column) == (PATH, 1, 4)


def test_a_picture_says_where_its_file_is_named() -> None:
    value = read("image", "{alt: A cat, path: cat.jpg}").value
    assert isinstance(value, ImageUse)
    assert (value.file, value.alt) == ("cat.jpg", "A cat")


@pytest.mark.parametrize(
    "text, value",
    [
        (
            "{every: week, on: [tuesday], until: 2026-12-15, except: [2026-12-08, 2026-12-01]}",
            Recurrence("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215", ("2026-12-01", "2026-12-08")),
        ),
        (
            "{every: month, on: first tuesday, count: 3}",
            Recurrence("FREQ=MONTHLY;BYDAY=1TU;COUNT=3"),
        ),
        ("{every: day, interval: 2}", Recurrence("FREQ=DAILY;INTERVAL=2")),
        ("{every: month, on: 15}", Recurrence("FREQ=MONTHLY;BYMONTHDAY=15")),
    ],
)
def test_rules_are_made_from_parts(text: str, value: Recurrence) -> None:
    found = read("recurrence", text)
    assert (found.value, found.diagnostics) == (value, ())


def test_accounts_may_stand_under_their_services() -> None:
    links = Field("x", "list", of=Field("x", "handle"))
    found = read_field(links, "x: {github: ada, website: 'https://ada.dev', gitlab: }")
    assert [each.service for each in found.value] == ["github", "website"]
    assert found.diagnostics == ()


def test_lists_of_choices_and_records() -> None:
    choices = read("list", "[Beginner, one to one]", of=LEVELS)
    assert choices.value == ("beginner", "one-to-one")
    review = Field(
        "x",
        "record",
        shorthand="text",
        fields={"text": Field("text", "text"), "by": Field("by", "text")},
    )
    found = read_field(Field("x", "list", of=review), "x: ['Good, and short', {by: Ada}]")
    assert found.value == ({"text": "Good, and short"}, {"by": "Ada"})
    assert read_field(Field("x", "list", of=review), "x: Good, and short").value == (
        {"text": "Good, and short"},
    )


def test_mappings_have_keys_of_a_kind() -> None:
    found = read("mapping", "{2026-03-03: cancelled, 2026-02-30: moved}", keys="date")
    assert found.value == {"2026-03-03": "cancelled"}
    assert (found.only.code, found.only.span.column) == ("HG321", 28)


def test_private_parts_of_a_record_stay_in_the_file() -> None:
    parts = {
        "name": Field("name", "text"),
        "phone": Field("phone", "text", private=True),
        "mail": Field("mail", "email", public_if="mail_public"),
        "mail_public": Field("mail_public", "boolean"),
    }
    closed = read("record", "{name: A, phone: 1, mail: a@b.org}", fields=parts)
    assert closed.value == {"name": "A"}
    opened = read("record", "{name: A, mail: a@b.org, mail_public: yes}", fields=parts)
    assert opened.value["mail"] == "a@b.org"
