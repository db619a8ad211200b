"""The YAML of synthetic entries says what was meant, whatever the text."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bench.source_files import yaml_fields, yaml_file

TEXTS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["C", "Z"])
)
WORDS = st.builds(" ".join, st.lists(TEXTS, min_size=1, max_size=4)).filter(bool)
ODD = st.sampled_from(
    [
        "no",
        "Yes",
        "null",
        "12:30",
        "a: b",
        "# no",
        "- x",
        "a, b",
        "[a]",
        "{a}",
        "007",
        "1.10",
        "2026-01-01",
    ]
)
VALUES = WORDS | ODD


@given(VALUES, st.lists(VALUES, min_size=1, max_size=3), VALUES)
def test_text_is_read_as_the_text_that_it_is(text: str, items: list[str], inner: str) -> None:
    fields = {"one": text, "many": tuple(items), "parts": {"a": inner}, "records": ({"b": inner},)}
    assert yaml.safe_load(yaml_fields(fields)) == {
        "one": text,
        "many": items,
        "parts": {"a": inner},
        "records": [{"b": inner}],
    }


def test_nothing_is_said_of_what_is_not_given() -> None:
    assert yaml_fields({"a": "", "b": (), "c": 0, "d": False}) == "c: 0\nd: false\n"


def test_a_body_is_kept_line_by_line() -> None:
    body = "One: two\n\n- three\n  four\n\n```\n  five\n```\n"
    assert yaml.safe_load(yaml_file({"name": "Ada"}, "bio", body)) == {"name": "Ada", "bio": body}
