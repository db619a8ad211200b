"""Sections that programs write: each takes its own place again, and nothing around it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bench.sections import PAGE_HEAD, marks, with_section

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r<"))


def test_a_new_section_comes_last() -> None:
    page = with_section("# Performance\n\nby hand\n", "builds", "figures")
    assert page == (
        "# Performance\n\nby hand\n\n<!-- builds: begin -->\nfigures\n<!-- builds: end -->\n"
    )


def test_a_page_begins_with_its_title() -> None:
    assert with_section("", "builds", "figures").startswith(PAGE_HEAD)


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_is_around_a_section_stays(above: str, earlier: str, below: str, text: str) -> None:
    begin, end = marks("peers")
    page = f"{above}\n{begin}\n{earlier}\n{end}\n{below}"
    assert with_section(page, "peers", text) == f"{above}\n{begin}\n{text}\n{end}\n{below}"


@given(WORDS, WORDS)
def test_sections_do_not_touch_each_other(first: str, second: str) -> None:
    page = with_section(with_section("", "builds", first), "preview", second)
    again = with_section(page, "builds", "other")
    assert "\n".join((marks("preview")[0], second, marks("preview")[1])) in again
    assert with_section(again, "builds", first) == page
