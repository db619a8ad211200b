"""A new entry is valid at once, says what else it could say, and keeps every word as it was given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubgen.config.collections import BUILT_IN, built_in
from hubgen.diagnostics import Diagnostic, Report, Severity
from hubgen.kinds import Reader, read_record
from hubgen.kinds.new_entries import entry_suffix, new_entry
from hubgen.kinds.questions import required_questions, slug_for, smallest_values
from hubgen.model.nodes import Mapping, Scalar
from hubgen.model.schema import Collection, Field
from hubgen.text.decoding import FORBIDDEN
from hubgen.text.front_matter import split
from hubgen.text.yaml_reader import read_yaml

NASTY = [
    "yes", "1.10", "@x", "a: b", "# no", "it's", '"', "👩‍🚀", "one\ntwo", "one\n\n  two\n", "---", "- a", "null", "~",
    "[x", "{y", "C#", "a, b", "%", "2026-13-45", "مرحبا", "...",
]  # fmt: skip

NOTES = Collection(
    "notes",
    "Notes",
    "note",
    {
        "title": Field("title", "text", required=True),
        "words": Field("words", "list", of=Field("words", "text")),
        "tags": Field("tags", "tags"),
    },
)


def read_back(text: str, collection: Collection) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    report = Report()
    front = split(text)
    yaml = text if front is None else front.yaml
    node = read_yaml(yaml, "entry", report)
    assert isinstance(node, Mapping)
    fields = {name: field for name, field in collection.fields.items() if not field.body}
    read_record(node, fields, Reader("entry", report))
    return node, report.diagnostics


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_smallest_entry_is_sound(name: str) -> None:
    collection = built_in()[name]
    _, problems = read_back(new_entry(collection, "x", smallest_values(collection)), collection)
    assert problems == ()


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_suggestions_are_sound_too(name: str) -> None:
    collection = built_in()[name]
    text = new_entry(collection, "x", smallest_values(collection))
    names = {f"# {field}:" for field in collection.fields}
    lines = [
        line[2:] if line[: line.find(":") + 1] in names else line for line in text.splitlines()
    ]
    _, problems = read_back("\n".join(lines) + "\n", collection)
    assert problems == ()
    body = collection.body_field
    shown = {line.partition(":")[0] for line in lines}
    assert [
        field
        for field in collection.fields
        if field not in shown and (not body or field != body.name)
    ] == []


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("value", NASTY)
def test_no_value_breaks_the_file(name: str, value: str) -> None:
    collection = built_in()[name]
    texts = [
        field.name
        for field in collection.fields.values()
        if (field.kind == "text" and field.max_length is None)
        or field.name == collection.title_field
    ]
    values = smallest_values(collection) | dict.fromkeys(texts, value)
    node, problems = read_back(new_entry(collection, "x", values), collection)
    for text in texts:
        found = node.get(text)
        assert isinstance(found, Scalar)
        assert found.text == value
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


@given(
    st.one_of(st.sampled_from(NASTY), st.text(max_size=60)).filter(
        lambda text: not FORBIDDEN.search(text)
    )
)
@settings(deadline=None)
def test_any_title_is_kept(title: str) -> None:
    node, _ = read_back(new_entry(NOTES, "x", {"title": title}), NOTES)
    found = node.get("title")
    assert isinstance(found, Scalar)
    assert found.text == title


@given(
    st.lists(
        st.text(
            st.characters(
                exclude_characters=",", exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]
            ),
            min_size=1,
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(deadline=None)
def test_items_between_commas_become_a_list(items: list[str]) -> None:
    plain = [item for item in items if not FORBIDDEN.search(item) and item[0] not in "[{"]
    values = {"title": "T", "words": ", ".join(plain)} if plain else {"title": "T"}
    report = Report()
    node = read_yaml(new_entry(NOTES, "x", values), "entry", report)
    assert isinstance(node, Mapping)
    found = read_record(node, NOTES.fields, Reader("entry", Report())).get("words", ())
    assert report.diagnostics == ()
    assert list(found) == [
        item for item in plain if item not in {"null", "Null", "NULL", "~"}
    ] or any(item in {"null", "Null", "NULL", "~"} for item in plain)


def test_lists_and_records_can_be_typed_as_yaml() -> None:
    events = built_in()["events"]
    values = smallest_values(events) | {
        "registration": "{url: https://example.org/r}",
        "skills": "[python, 'c, d']",
    }
    text = new_entry(events, "x", values)
    assert "\nregistration: {url: https://example.org/r}\n" in text
    assert "\nskills: [python, 'c, d']\n" in text


def test_the_text_of_an_entry_stands_below() -> None:
    pages = built_in()["pages"]
    text = new_entry(pages, "x", {"title": "T", "body": "Hello.\n\n---\n\nBye."})
    front = split(text)
    assert front is not None
    assert front.body.strip() == "Hello.\n\n---\n\nBye."
    assert entry_suffix(pages) == ".md"


def test_without_a_text_it_is_a_yaml_file() -> None:
    assert entry_suffix(NOTES) == ".yaml"
    assert not new_entry(NOTES, "x", {"title": "T"}).startswith("---")


def test_a_field_that_nobody_knows_is_written_for_the_check_to_find() -> None:
    _, problems = read_back(new_entry(NOTES, "x", {"title": "T", "a: b": "c"}), NOTES)
    assert [problem.code for problem in problems] == ["HG301"]


def test_a_mentor_is_asked_for_the_member_first() -> None:
    questions = required_questions(built_in()["mentors"])
    assert [(each.name, each.optional, each.unless) for each in questions][:2] == [
        ("member", True, ()),
        ("name", False, ("member",)),
    ]


@pytest.mark.parametrize(
    "collection, values, slug",
    [
        ("members", {"name": "José Ñúñez"}, "jose-nunez"),
        ("mentors", {"member": "members/ada", "topics": "python"}, "ada"),
        ("thanks", {"from": "grace", "to": "ada", "date": "2026-11-02"}, "grace-ada-2026-11-02"),
        ("pages", {"title": "مرحبا"}, ""),
        ("pages", {"title": "Index"}, ""),
        ("pages", {}, ""),
    ],
)
def test_a_file_is_called_after_what_it_is_about(
    collection: str, values: dict[str, str], slug: str
) -> None:
    assert slug_for(built_in()[collection], values) == slug
