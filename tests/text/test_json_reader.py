"""JSON with places, and its mistakes in plain words."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.model.nodes import Node, Scalar
from hubgen.text.json_reader import read_json
from tests.text.nodes import check_places, codes, plain, scalars, text_at


def read(text: str) -> tuple[Node | None, Report]:
    """What is read, and what was said."""
    report = Report()
    return read_json(text, "a.json", report), report


def test_values_stay_as_written() -> None:
    node, report = read('{"a": 1.10, "b": [true, null, -0], "c": "null", "d": "\\ud83d\\ude00\\n"}')
    assert plain(node) == {"a": "1.10", "b": ["true", "null", "-0"], "c": "null", "d": "😀\n"}
    assert not report.diagnostics
    empty = {
        each.text: each.is_empty
        for each in scalars(node)
        if each.text == "null" and not each.quoted
    }
    assert empty == {"null": True}
    assert [each.is_empty for each in scalars(node) if each.text == "null" and each.quoted] == [
        False
    ]


def test_places_are_those_of_the_text() -> None:
    text = '{\r\n\t"é": "😀 x",\r\n  "b": [12, "c"]\r\n}'
    node, _ = read(text)
    assert [text_at(text, each) for each in scalars(node)] == ['"é"', '"😀 x"', '"b"', "12", '"c"']


@pytest.mark.parametrize(
    "text, place, code, words",
    [
        ('{"a": 1,\n "b": [1,]}', (2, 9), "HG137", "remove this comma"),
        ("{'a': 1}", (1, 2), "HG137", "double quotes"),
        ('{"a" 1}', (1, 6), "HG137", "colon"),
        ('{"a": abc}', (1, 7), "HG137", '"abc"'),
        ('["a" "b"]', (1, 6), "HG137", "comma"),
        ('{"a": [1', (1, 7), "HG137", "never closed"),
        ('["a\nb"]', (1, 2), "HG137", "isn't closed on its line"),
        ('["C:\\data"]', (1, 2), "HG137", "twice"),
        ('// x\n{"a": 1}', (1, 1), "HG137", "no comments"),
        ('{"a": 1} x', (1, 10), "HG137", "ended"),
        ("[01]", (1, 2), "HG137", "'01'"),
        ("[NaN]", (1, 2), "HG137", "'NaN'"),
        ('{"a":}', (1, 6), "HG137", "a value is expected"),
        ('{"a": 1, "a": 2}', (1, 10), "HG122", "line 1"),
        ('{"": 1}', (1, 2), "HG130", "no key"),
        ('{"a": "\\ud800"}', (1, 7), "HG115", "no character"),
        ('{"a": "\\u202ex"}', (1, 7), "HG114", "direction"),
        ('{"a": "\\u0000"}', (1, 7), "HG113", "control"),
        ("[" * 31 + "]" * 31, (1, 31), "HG127", "deep"),
    ],
)
def test_mistakes_are_named_where_they_are(
    text: str, place: tuple[int, int], code: str, words: str
) -> None:
    _, report = read(text)
    (found,) = report.diagnostics
    assert (found.span.line, found.span.column) == place
    assert found.code == code
    assert words in f"{found.message} {found.help}"


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 900_000,
        '{"a":' * 200_000,
        "[" + "1," * 400_000,
        '{"a":1' + ',"a":1' * 100_000,
        '"' + "\\\\" * 400_000,
    ],
    ids=lambda bomb: repr(bomb[:12]),
)
def test_bombs_are_quick_and_quiet(bomb: str) -> None:
    begun = time.process_time()
    _, report = read(bomb)
    assert time.process_time() - begun < 5
    assert 1 <= len(report.diagnostics) <= 102


def as_text(data: Any) -> Any:
    """What is read of data that Python wrote: numbers and constants as they are written."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(value) for value in data]
    return data if isinstance(data, str) else json.dumps(data)


LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Cf", "Zl", "Zp"))
DATA = st.recursive(
    st.text(LETTERS, max_size=10) | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(LETTERS, min_size=1, max_size=6), inner, max_size=4),
    max_leaves=15,
)  # fmt: skip


@given(DATA, st.booleans(), st.sampled_from([None, 2, "\t"]))
def test_what_others_write_is_read_back(data: Any, letters: bool, indent: Any) -> None:
    text = json.dumps(data, ensure_ascii=not letters, indent=indent)
    node, report = read(text)
    assert not report.diagnostics
    assert plain(node) == as_text(data)
    for each in scalars(node):
        assert json.loads(text_at(text, each)) == (
            each.text if each.quoted else json.loads(each.text)
        )


@given(
    st.lists(st.sampled_from([*'{}[],:"\\ \n\r1a', "true", '"k"', "\\u00"]), max_size=20).map(
        "".join
    )
)
def test_exactly_json_is_accepted(text: str) -> None:
    node, report = read(text)
    check_places(text, report.diagnostics)
    try:
        data = json.loads(text)
    except ValueError:
        assert node is None
        assert not text.strip() or "HG137" in codes(report)
    else:
        assert node is not None
        assert isinstance(node, Scalar) or plain(node) == as_text(data) or report.diagnostics
