"""Parse: from bytes to fields, whatever the bytes are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.model.document import Document
from hubgen.model.nodes import Scalar
from hubgen.model.schema import Collection, Field
from hubgen.model.source import Shape, Source
from hubgen.stages.parse import parse
from hubgen.text.decoding import decode
from hubgen.text.yaml_reader import Limits
from tests.text.nodes import check_places, plain

MEMBERS = Collection(
    "members",
    "Members",
    "member",
    {
        "name": Field("name", "text", required=True, synonyms=("title",)),
        "bio": Field("bio", "markdown", body=True),
        "city": Field("city", "text"),
    },
    title_field="name",
)
SKILLS = Collection(
    "skills", "Skills", "skill", {"name": Field("name", "text", required=True)}, title_field="name"
)


def source_of(name: str, shape: Shape = "entry", collection: str = "members") -> Source:
    """A source of that file name."""
    slug = "" if shape == "many" else "ada"
    return Source(f"content/{name}", collection, shape, slug, "en", "")


def read(
    name: str, text: str | bytes, shape: Shape = "entry", collection: Collection = MEMBERS
) -> tuple[tuple[Document, ...], Report]:
    """The documents of a file, and what was said."""
    report = Report()
    data = text if isinstance(text, bytes) else text.encode()
    return parse(source_of(name, shape, collection.name), data, collection, report), report


def fields(name: str, text: str) -> Any:
    """The fields of a good entry."""
    (document,), report = read(name, text)
    assert not report.diagnostics
    assert document.slug == "ada"
    return plain(document.fields)


def many(name: str, text: str, collection: Collection = MEMBERS) -> dict[str, Any]:
    """The entries of a good file by slug."""
    documents, report = read(name, text, "many", collection)
    assert not report.diagnostics
    return {each.slug: plain(each.fields) for each in documents}


def codes(report: Report) -> list[tuple[str, int]]:
    """Codes and lines."""
    return [(each.code, each.span.line) for each in report.diagnostics]


# ---------------------------------------------------------------- one entry


def test_one_entry_in_each_format() -> None:
    wanted = {"name": "Ada", "bio": "Hello"}
    assert fields("ada.yaml", "name: Ada\nbio: Hello\n") == wanted
    assert fields("ada.yml", "\ufeffname: Ada\r\nbio: Hello\r\n") == wanted
    assert fields("ada.json", '{"name": "Ada", "bio": "Hello"}') == wanted
    assert fields("ada.md", "---\nname: Ada\n---\nHello") == wanted
    assert fields("ada.md", "# Ada\n\nHello") == wanted


def test_the_body_knows_its_lines() -> None:
    (document,), _ = read("ada.md", "---\nname: Ada\n---\n\n\nOne\r\n\r\nTwo 😀\n")
    body = document.fields.get("bio")
    assert isinstance(body, Scalar)
    assert (body.line, body.column, body.block_line, body.quoted) == (6, 1, 6, True)
    assert body.text == "One\n\nTwo 😀\n"
    assert (body.end_line, body.end_column) == (9, 1)


@pytest.mark.parametrize(
    "heading, name",
    [
        ("# Ada Lovelace", "Ada Lovelace"),
        ("#  Ada  ##  ", "Ada"),
        ("   # Ada", "Ada"),
        ("# C#", "C#"),
        ("\n\n# Ada", "Ada"),
        ("# null", "null"),
    ],
)
def test_the_first_heading_is_the_title(heading: str, name: str) -> None:
    (document,), report = read("ada.md", f"{heading}\r\n\r\nText\r\n")
    assert not report.diagnostics
    assert plain(document.fields) == {"name": name, "bio": "Text\n"}
    title, body = document.fields.get("name"), document.fields.get("bio")
    assert isinstance(title, Scalar)
    assert isinstance(body, Scalar)
    assert title.quoted
    assert heading.splitlines()[title.line - 1][title.column - 1 :].startswith(name)
    assert body.block_line == title.line + 2


def test_a_heading_below_fields_is_the_title_only_when_there_is_none() -> None:
    assert fields("ada.md", "---\ncity: Rome\n---\n# Ada\nHi") == {
        "city": "Rome",
        "name": "Ada",
        "bio": "Hi",
    }
    assert fields("ada.md", "---\nname: Bob\n---\n# Ada\n") == {"name": "Bob", "bio": "# Ada\n"}
    assert fields("ada.md", "---\ntitle: Bob\n---\n# Ada\n") == {"title": "Bob", "bio": "# Ada\n"}


@pytest.mark.parametrize(
    "name, text, found",
    [
        ("ada.yaml", "", [("HG136", 1)]),
        ("ada.yaml", " \n\n", [("HG136", 1)]),
        ("ada.yaml", "# nothing\n", [("HG136", 1)]),
        ("ada.yaml", "- name: Ada\n- name: Bob\n", [("HG131", 1)]),
        ("ada.yaml", "\njust text\n", [("HG131", 2)]),
        ("ada.json", "[]", [("HG131", 1)]),
        ("ada.json", '{"name": }', [("HG137", 1)]),
        ("ada.yaml", "name: A: B\n", [("HG121", 1)]),
        ("ada.md", "---\nname: Ada\n\nHello\n", [("HG132", 1)]),
        ("ada.md", "\n\nHello\n", [("HG133", 3)]),
        ("ada.md", "## Ada\n", [("HG133", 1)]),
        ("ada.md", "---\n- a\n---\n", [("HG131", 2)]),
        ("ada.md", "---\nname: A: B\n---\nHello", [("HG121", 2)]),
        ("ada.md", "---\nname: Ada\nbio: x\n---\n\nHello", [("HG134", 6)]),
    ],
)
def test_what_is_wrong_with_one_entry(name: str, text: str, found: list[tuple[str, int]]) -> None:
    _, report = read(name, text)
    assert codes(report) == found
    assert all(each.help for each in report.diagnostics)


def test_a_second_body_names_the_first() -> None:
    (document,), report = read("ada.md", "---\nname: Ada\nbio: x\n---\nHello")
    assert report.diagnostics[0].related[0].span.line == 3
    assert plain(document.fields) == {"name": "Ada", "bio": "x"}


def test_a_body_without_a_place_is_told() -> None:
    (document,), report = read("ada.md", "# Ada\n\nHello", "entry", SKILLS)
    assert codes(report) == [("HG135", 3)]
    assert plain(document.fields) == {"name": "Ada"}


def test_windows_letters_do_not_hide_other_problems() -> None:
    (document,), report = read("ada.yaml", b"name: S\xe3o\ncity: x\ncity: y\n")
    assert codes(report) == [("HG111", 1), ("HG122", 3)]
    assert plain(document.fields) == {"name": "São", "city": "x"}


# ---------------------------------------------------------------- whole collections


def test_a_list_of_entries_takes_slugs_from_slug_id_or_title() -> None:
    text = (
        "- {name: Ada L., slug: ada}\n- {name: Bob, id: b-1}\n- name: Ñú Ñ\n- title: Cyd\n- Dee\n"
    )
    assert many("members.yaml", text) == {
        "ada": {"name": "Ada L."},
        "b-1": {"name": "Bob"},
        "nu-n": {"name": "Ñú Ñ"},
        "cyd": {"title": "Cyd"},
        "dee": {"name": "Dee"},
    }


def test_an_id_that_is_a_field_stays() -> None:
    events = Collection(
        "events", "Events", "event", {"title": Field("title", "text"), "id": Field("id", "text")}
    )
    assert many("events.yaml", "- {title: Talk, id: talk-1}\n", events) == {
        "talk-1": {"title": "Talk", "id": "talk-1"}
    }


def test_a_mapping_of_entries_by_slug_or_name() -> None:
    text = "python: {name: Python}\ngo: Go\nData analysis:\nC++: {note: x}\nrust:\n"
    assert many("skills.yaml", text, SKILLS) == {
        "python": {"name": "Python"},
        "go": {"name": "Go"},
        "data-analysis": {"name": "Data analysis"},
        "c-plus-plus": {"name": "C++", "note": "x"},
        "rust": {"name": "rust"},
    }


def test_a_list_under_the_collections_name_or_any_only_name() -> None:
    wanted = {"ada": {"name": "Ada"}}
    assert many("members.yaml", "version: 2\nmembers:\n  - name: Ada\n") == wanted
    assert many("members.json", '{"data": [{"name": "Ada"}]}') == wanted


def test_a_table() -> None:
    text = "slug;name;location.city\nada;Ada;London\n;Bob;\n"
    assert many("members.csv", text) == {
        "ada": {"name": "Ada", "location": {"city": "London"}},
        "bob": {"name": "Bob"},
    }


def test_entries_know_where_they_begin() -> None:
    documents, _ = read("members.yaml", "# all\n- name: Ada\n  city: x\n- name: Bob\n", "many")
    assert [(each.span.line, each.span.column) for each in documents] == [(2, 3), (4, 3)]
    documents, _ = read("members.yaml", "ada:\n  name: Ada\nbob:\n  name: Bob\n", "many")
    assert [each.span.line for each in documents] == [1, 3]


@pytest.mark.parametrize(
    "text, found, slugs",
    [
        ("text", [("HG138", 1)], []),
        ("- name: Ada\n- [x]\n- name: Bob\n", [("HG138", 2)], ["ada", "bob"]),
        ("ada: [x]\nbob: {name: Bob}\n", [("HG138", 1)], ["bob"]),
        ("- name: Ada\n- name: ADA\n", [("HG141", 2)], ["ada"]),
        ("- city: x\n- name: 日本\n- name: Bob\n", [("HG140", 1), ("HG140", 2)], ["bob"]),
        ("- {name: Ada, slug: Ada_L}\n", [("HG156", 1)], ["ada-l"]),
        ("- {name: Ada, slug: con}\n", [("HG140", 1)], []),
        ("Ada_L: {name: Ada}\n", [("HG156", 1)], ["ada-l"]),
        ("ada: {name: A}\nada: {name: B}\n", [("HG122", 2)], ["ada"]),
    ],
)
def test_each_mistake_costs_one_entry(
    text: str, found: list[tuple[str, int]], slugs: list[str]
) -> None:
    documents, report = read("members.yaml", text, "many")
    assert codes(report) == found
    assert [each.slug for each in documents] == slugs
    assert all(each.help for each in report.diagnostics)


def test_twins_name_each_other() -> None:
    _, report = read("members.yaml", "- name: Ada\n- name: Bob\n- name: ada\n", "many")
    assert report.diagnostics[0].related[0].span.line == 1
    assert "line 1" in report.diagnostics[0].message


def test_entries_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(nodes=99, entries=3)
    monkeypatch.setattr("hubgen.stages.parse.MANY_LIMITS", limits)
    monkeypatch.setattr("hubgen.stages.parse.collection_file.MANY_LIMITS", limits)
    for name, text in [("members.csv", "name\na\nb\nc\n"), ("members.yaml", "- a\n- b\n- c\n")]:
        documents, report = read(name, text, "many")
        assert (len(documents), codes(report)) == (3, [])
        more = "d\ne\n" if "csv" in name else "- d\n- e\n"
        documents, report = read(name, text + more, "many")
        assert [each.slug for each in documents] == ["a", "b", "c"]
        assert [each.code for each in report.diagnostics] == ["HG139"]


# ---------------------------------------------------------------- anything


SUFFIXES = st.sampled_from([".yaml", ".md", ".json", ".csv"])
PIECES = st.sampled_from(
    ["---\n", "name: Ada\n", "- ", "bio: ", "# Ada\n", "\n", "\r\n", "{", "}", "[", "]", '"', "'", ",", ":", "slug", "|\n ",
     "text", "é", "😀", "\t", "*a", "&a ", "\0", "\u202e", "id: 1\n"]
)  # fmt: skip
BYTES = st.binary(max_size=80) | st.lists(PIECES, max_size=20).map(
    lambda pieces: "".join(pieces).encode()
)


@given(SUFFIXES, st.sampled_from(["entry", "many"]), BYTES, st.sampled_from([MEMBERS, SKILLS]))
def test_no_bytes_raise_and_every_place_is_inside(
    suffix: str, shape: Shape, data: bytes, collection: Collection
) -> None:
    documents, report = read(f"x{suffix}", data, shape, collection)
    text = decode(data, "x", Report())
    check_places(text or "", report.diagnostics)
    slugs = [each.slug for each in documents]
    assert len(slugs) == len(set(slugs))
    # Only a collection without entries is nothing and no mistake.
    assert documents or report.diagnostics or (shape == "many" and text)
