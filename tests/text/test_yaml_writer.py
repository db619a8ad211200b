"""Whatever is written as YAML is read back as the same text."""

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from hubgen.diagnostics import Report
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.decoding import FORBIDDEN
from hubgen.text.yaml_reader import read_yaml
from hubgen.text.yaml_writer import block_text, flow_text, scalar_text

NASTY = [
    "yes", "1.10", "@x", "a: b", "# no", "a #b", "- a", "-", "?", "? a", ":", "a:", ": a", "~", "null", "Null", "",
    " lead", "trail ", "it's", '"quoted"', "'", "a\nb", "a\n", "\n", "\ta", "a\tb", "---", "...", "--- a", "%TAG",
    "!tag", "&anchor", "*alias", "[a", "a]", "{a}", "a, b", "`code`", "|", ">", "<<", "=", "👩‍🚀", "Ünïcödé", "مرحبا",
    "2026-02-30", "12:30", "0x1F", "1e3", ".inf", "a\\b", "a: 'b' # c", "https://example.org/#x", "C#", "a\u00a0b",
]  # fmt: skip

TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40)).filter(
    lambda text: not FORBIDDEN.search(text)
)


def read_back(text: str) -> Node | None:
    report = Report()
    node = read_yaml(text, "x.yaml", report)
    assert report.diagnostics == ()
    return node


@given(TEXTS, st.booleans())
def test_a_text_stays_itself(text: str, wordy: bool) -> None:
    node = read_back(f"key: {scalar_text(text, wordy=wordy)}\n")
    assert isinstance(node, Mapping)
    value = node.get("key")
    assert isinstance(value, Scalar)
    assert value.text == text
    assert value.is_empty == (not text.strip())


@given(st.lists(TEXTS, max_size=4), TEXTS)
def test_a_text_in_brackets_stays_itself(items: list[str], value: str) -> None:
    line = ", ".join(scalar_text(item, flow=True) for item in items)
    node = read_back(f"key: {{a: [{line}], b: {scalar_text(value, flow=True)}}}\n")
    assert isinstance(node, Mapping)
    inner = node.get("key")
    assert isinstance(inner, Mapping)
    found = inner.get("a")
    assert isinstance(found, Sequence)
    assert [item.text for item in found.items if isinstance(item, Scalar)] == items
    last = inner.get("b")
    assert isinstance(last, Scalar)
    assert last.text == value


@given(TEXTS)
def test_other_programs_see_words_too(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar_text(text, wordy=True)}\n") == {"key": text}


@pytest.mark.parametrize(
    "text", ["Ada", "it's", "a, b", "https://example.org/#x", "C#", "Ünïcödé", "👩‍🚀"]
)
def test_what_needs_no_quotes_has_none(text: str) -> None:
    assert scalar_text(text, wordy=True) == text


LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=10), min_size=1, max_size=5
)


@given(LINES, st.booleans())
def test_a_block_holds_its_lines(lines: list[str], ends: bool) -> None:
    text = "\n".join(lines) + ("\n" if ends else "")
    block = block_text(text, "    ")
    assume(block is not None)
    node = read_back(f"key: {block}\nnext: x\n")
    assert isinstance(node, Mapping)
    value = node.get("key")
    assert isinstance(value, Scalar)
    assert value.text == text


def test_nested_values_fit_on_one_line() -> None:
    text = "{a: [1, '2', 'x: y'], b: {c: 'null', d: null}}"
    node = read_back(f"key: {text}\n")
    assert isinstance(node, Mapping)
    value = node.get("key")
    assert value is not None
    assert flow_text(value) == text
