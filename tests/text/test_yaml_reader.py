"""YAML with places: the text as written, every problem of a file, and no input that raises or lasts."""

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.decoding import is_clean
from hubgen.text.yaml_reader import PROBLEM_LIMIT, Limits, read_yaml
from tests.text.nodes import check_places, codes, plain, scalars, text_at


def read(text: str) -> tuple[Node | None, Report]:
    """What is read, and what was said."""
    report = Report()
    return read_yaml(text, "a.yaml", report), report


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "12:30",
        "0x174",
        "007",
        "1.10",
        "2026-02-30",
        "1e3",
        "yes",
        "~",
        "null",
        ".inf",
        "1_000",
    ],
)
def test_nothing_is_guessed(written: str) -> None:
    node, report = read(f"a: {written}\n")
    assert plain(node) == {"a": written}
    assert not report.diagnostics


def test_places_count_code_points_and_lines_from_one() -> None:
    text = "name: 😀😀 Ada\r\nnäme: 'é x'  # c\r\nlist: [a, 😀, b]\r\n"
    node, _ = read(text)
    assert [text_at(text, each) for each in scalars(node)] == [
        "name", "😀😀 Ada", "näme", "'é x'", "list", "a", "😀", "b",
    ]  # fmt: skip


def test_the_first_line_is_counted_from_where_the_yaml_begins() -> None:
    report = Report()
    node = read_yaml("a: b\nc: x: y\n", "a.md", report, first_line=10)
    assert node is None
    assert [each.span.line for each in report.diagnostics] == [11]
    again = read_yaml("a: |\n  b\n", "a.md", report, first_line=10)
    assert isinstance(again, Mapping)
    assert (again.line, again.items[0][0].line) == (10, 10)
    assert isinstance(again.items[0][1], Scalar)
    assert again.items[0][1].block_line == 11


def test_quotes_and_blocks_are_told_apart_from_plain_text() -> None:
    node, _ = read("a: null\nb: 'null'\nc: \"\"\nd:\ne: |\n  x\n  y\nf: >-\n  null\n")
    assert isinstance(node, Mapping)
    values = {key.text: value for key, value in node.items if isinstance(value, Scalar)}
    assert {key: value.is_empty for key, value in values.items()} == {
        "a": True, "b": False, "c": True, "d": True, "e": False, "f": False,
    }  # fmt: skip
    assert (values["e"].text, values["e"].block_line) == ("x\ny\n", 6)
    assert values["f"].block_line == 9
    assert values["a"].block_line == 0


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_nothing_is_nothing(text: str) -> None:
    node, report = read(text)
    assert node is None
    assert not report.diagnostics


@pytest.mark.parametrize(
    "text", ["a: b\n---\n", "---\na: b\n...\n", "a: b\n---\n# end\n", "%YAML 1.2\n---\na: b\n"]
)
def test_marks_around_a_document_are_tolerated(text: str) -> None:
    node, report = read(text)
    assert plain(node) == {"a": "b"}
    assert not report.diagnostics


def test_all_problems_of_a_file_are_told_in_one_run() -> None:
    text = (
        "a: &x b\n"
        "c: *x\n"
        "<<: *x\n"
        "d: !!python/object/apply:os.system [ls]\n"
        "'': 1\n"
        "a: 3\n"
        "[a, b]: c\n"
        "{e: f}: g\n"
        'h: "x\\u202e"\n'
        "i: fine\n"
    )
    node, report = read(text)
    assert codes(report) == [
        "HG124",
        "HG124",
        "HG124",
        "HG124",
        "HG125",
        "HG130",
        "HG122",
        "HG130",
        "HG130",
        "HG114",
    ]
    assert [each.span.line for each in report.diagnostics] == [1, 2, 3, 3, 4, 5, 6, 7, 8, 9]
    assert plain(node) == {"a": "b", "c": "", "d": ["ls"], "h": "x\ufffd", "i": "fine"}


def test_a_doubled_key_names_both_places_and_keeps_the_first() -> None:
    node, report = read("a: 1\nb: 2\na: 3\n")
    (found,) = report.diagnostics
    assert (found.code, found.span.line, found.related[0].span.line) == ("HG122", 3, 1)
    assert plain(node) == {"a": "1", "b": "2"}
    assert codes(read("a: {x: 1, x: 2}\nb: {x: 1}\n")[1]) == ["HG122"]


def test_a_second_document_is_named_and_not_read() -> None:
    node, report = read("a: b\n---\nSome text: with: colons\n")
    assert plain(node) == {"a": "b"}
    (found,) = report.diagnostics
    assert (found.code, found.span.line) == ("HG126", 2)
    assert ".md" in found.help


def nested(depth: int) -> str:
    """Lists in lists."""
    return "[" * depth + "x" + "]" * depth


def test_depth_is_limited_exactly() -> None:
    assert codes(read(nested(30))[1]) == []
    assert codes(read(nested(31))[1]) == ["HG127"]


def test_values_and_their_length_are_limited() -> None:
    report = Report()
    assert read_yaml("[a, b]", "a", report, limits=Limits(nodes=3)) is not None
    assert codes(report) == []
    assert read_yaml("[a, b, c]", "a", report, limits=Limits(nodes=3)) is None
    assert codes(report) == ["HG128"]
    report = Report()
    node = read_yaml("a: 12345\nb: 123456\n", "a", report, limits=Limits(nodes=9, scalar=5))
    assert plain(node) == {"a": "12345", "b": ""}
    assert codes(report) == ["HG129"]


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x,x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a,*a,*a,*a,*a,*a,*a]\n" for n in range(9)),
        "[" * 900_000,
        "{a: " * 200_000,
        "- " * 400_000,
        "? " * 300_000,
        "a:\n" + "".join(" " * n + "-\n" for n in range(1200)),
        "a: 1\n" * 180_000,
        "?\n" * 400_000,
        "---\n" * 200_000,
        "[" + "a," * 400_000 + "]",
        'a: "b\n' + "k: v\n" * 150_000,
        "&" + "a" * 500_000 + " b",
        "!" * 200_000 + " b",
        "a: b: " * 100_000,
    ],
    ids=lambda bomb: repr(bomb[:12]),
)
def test_bombs_are_quick_and_quiet(bomb: str) -> None:
    report = Report()
    begun = time.process_time()
    read_yaml(bomb, "a.yaml", report)
    assert time.process_time() - begun < 5
    assert 1 <= len(report.diagnostics) <= PROBLEM_LIMIT + 1


DATA = st.recursive(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Cf", "Zl", "Zp")), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcé😀 :#-'\"", min_size=1, max_size=6), inner, max_size=4)
    ),
    max_leaves=15,
)


def is_usual(data: Any) -> bool:
    """Whether nothing in it is written as a merge key."""
    return "<<" not in repr(data)


@given(DATA.filter(is_usual), st.booleans(), st.booleans())
def test_what_others_write_is_read_back(data: Any, flow: bool, letters: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=letters)
    node, report = read(text)
    assert not report.diagnostics
    assert plain(node) == (data if data != "" else "")
    check_nesting(node)


def check_nesting(node: Node | None) -> None:
    """A node begins before it ends."""
    if node is None:
        return
    assert (node.line, node.column) <= (node.end_line, node.end_column)
    if isinstance(node, Sequence):
        for item in node.items:
            assert (node.line, node.column) <= (item.line, item.column)
            check_nesting(item)


WORDS = st.lists(
    st.sampled_from(["a", "é", "😀b", "x-y", "1.5", "null", "'q r'", '"s"', "日本"]),
    min_size=1,
    max_size=5,
)


@given(
    WORDS, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["- {}", "k{i}: {}", "k{i}:   {}  # c"])
)
def test_the_text_at_the_place_is_the_text(words: list[str], end: str, form: str) -> None:
    text = end.join(form.replace("{i}", str(i)).replace("{}", word) for i, word in enumerate(words))
    node, report = read(text)
    assert not report.diagnostics
    for each in scalars(node):
        there = text_at(text, each)
        assert there == each.text or (each.quoted and there[1:-1] == each.text)


PIECES = ["a", "b: ", "- ", "\n", "  ", "\t", "'", '"', "[", "]", "{", "}", ",", "&a ", "*a", "!t ", "|\n", ">", "?", ": ",
          "#", "---\n", "...\n", "%", "@", "`", "<<", "\\", "\r\n", "\r", "é", "😀"]  # fmt: skip
NEVER_IN_A_HUB = ["\0", "\ufeff", "\u2028"]
"""What `decode` reports and takes out of every text before anybody reads it as YAML."""


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=25).map("".join)


@given(texts(PIECES + NEVER_IN_A_HUB) | st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    node, _ = read(text)
    for each in scalars(node):
        assert each.line >= 1
        assert each.column >= 1


@given(texts(PIECES) | st.text(max_size=40).filter(is_clean))
def test_every_place_is_inside(text: str) -> None:
    _, report = read(text)
    check_places(text, report.diagnostics)
