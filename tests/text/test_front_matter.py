"""Where the fields of a Markdown file end and its text begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.front_matter import split
from hubgen.text.positions import LINES


@pytest.mark.parametrize(
    "text, yaml, yaml_line, body, body_line",
    [
        ("---\na: b\n---\ntext\n", "a: b\n", 2, "text\n", 4),
        ("---\r\na: b\r\n---\r\ntext\r\n", "a: b\r\n", 2, "text\r\n", 4),
        ("---  \na: b\n...\n", "a: b\n", 2, "", 4),
        ("---\n---\ntext", "", 2, "text", 3),
        ("---\na: b\n---", "a: b\n", 2, "", 4),
        ("\n\n---\na: b\n---\ntext", "a: b\n", 4, "text", 6),
        ("---\na: |\n  x\n  ---\nb: c\n---\n---\n", "a: |\n  x\n  ---\nb: c\n", 2, "---\n", 7),
    ],
)
def test_the_two_parts(text: str, yaml: str, yaml_line: int, body: str, body_line: int) -> None:
    parts = split(text)
    assert parts is not None
    assert parts.is_closed
    assert (parts.yaml, parts.yaml_line) == (yaml, yaml_line)
    assert (parts.body, parts.body_line) == (body, body_line)


@pytest.mark.parametrize(
    "text", ["", "# Title\n", "text\n---\na: b\n---\n", "----\na\n----\n", " ---\na: b\n---\n"]
)
def test_other_beginnings_are_no_front_matter(text: str) -> None:
    assert split(text) is None


@pytest.mark.parametrize("text", ["---\na: b\n", "---", "---\na: b\n----\n", "---\n --- \n"])
def test_a_missing_end_is_told(text: str) -> None:
    parts = split(text)
    assert parts is not None
    assert not parts.is_closed


@given(
    st.lists(st.sampled_from(["---", "a: b", "", "text", "...", "---- "]), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_lines_are_those_of_the_file(lines: list[str], end: str) -> None:
    parts = split(end.join(lines))
    if parts is not None and parts.is_closed:
        assert LINES.split(parts.body) == (lines[parts.body_line - 1 :] or [""])
        assert LINES.split(parts.yaml)[:-1] == lines[parts.yaml_line - 1 : parts.body_line - 2]
