"""What people see at a terminal: the carets stand below the mistake, and nothing in content acts on the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hubgen.diagnostics import Diagnostic, Related, Severity, Span
from hubgen.diagnostics.rendering.cells import shown
from hubgen.diagnostics.rendering.text import BEFORE, CUT, WIDEST, render

PATH = "content/members/ada.yaml"


def at(line: int, column: int, end_line: int = 0, end_column: int = 0) -> Diagnostic:
    span = Span(PATH, line, column, end_line, end_column)
    return Diagnostic("HG203", Severity.ERROR, span, "no skill is called so")


def excerpt(text: str, diagnostic: Diagnostic) -> list[str]:
    """The lines below the first one, for a file whose marked line is this text."""
    rendered = render([diagnostic], lambda _, __: text)
    return rendered.splitlines()[1:]


def test_a_diagnostic_says_where_what_and_the_way_out() -> None:
    diagnostic = Diagnostic(
        "HG203",
        Severity.WARNING,
        Span(PATH, 3, 5, 3, 11),
        "no skill is called 'pyhton'",
        "did you mean 'python'?",
        (Related(Span("content/skills.yaml", 1, 1, 1, 7), "the skills are here"),),
    )
    lines = {(PATH, 3): "  - pyhton"}
    assert render([diagnostic], lambda path, line: lines.get((path, line))) == (
        "content/members/ada.yaml:3:5: warning[HG203]: no skill is called 'pyhton'\n"
        "   3 |   - pyhton\n"
        "           ^^^^^^\n"
        "   help: did you mean 'python'?\n"
        "   see: content/skills.yaml:1:1: the skills are here\n"
    )


def test_several_are_parted_by_a_blank_line_and_none_is_nothing() -> None:
    assert render([], lambda _, __: None) == ""
    two = render([at(1, 2), at(2, 1, 2, 2)], lambda _, __: None)
    assert two.split("\n\n") == [
        f"{PATH}:1:2: error[HG203]: no skill is called so",
        f"{PATH}:2:1: error[HG203]: no skill is called so\n",
    ]


@pytest.mark.parametrize(
    "text, span, carets",
    [
        ("name: Ada", (1, 7, 1, 10), "             ^^^"),
        ("\tname: Ada", (1, 8, 1, 11), "                 ^^^"),
        ("日本: Ada", (1, 5, 1, 8), "             ^^^"),
        ("name: 日本", (1, 7, 1, 9), "             ^^^^"),
        ("a\u0301\u0323b c", (1, 4, 1, 5), "        ^"),
        ("👩\u200d💻: x", (1, 6, 1, 7), "           ^"),
        ("❤\ufe0f: x", (1, 5, 1, 6), "           ^"),
        ("👍🏽 x", (1, 4, 1, 5), "          ^"),
        ("name: Ada", (1, 10), "                ^"),
        ("name: Ada", (1, 99), "                ^"),
        ("name: Ada", (1, 7, 4, 2), "             ^^^"),
        ("a\x1bb c", (1, 5, 1, 6), "              ^"),
    ],
    ids=lambda value: repr(value) if isinstance(value, str) else "",
)
def test_the_carets_stand_below_the_mistake(text: str, span: tuple[int, ...], carets: str) -> None:
    assert excerpt(text, at(*span))[1] == carets


@pytest.mark.parametrize(
    "text, span",
    [("", (1, 1, 1, 2)), ("   ", (1, 1, 1, 2)), ("name: Ada", (1, 1))],
    ids=["empty", "blank", "the whole file is meant"],
)
def test_a_line_that_explains_nothing_is_left_out(text: str, span: tuple[int, ...]) -> None:
    assert excerpt(text, at(*span)) == []


def test_of_a_long_line_the_part_around_the_mistake_is_shown() -> None:
    text = "a" * 500_000 + "MISTAKE" + "b" * 500_000
    line, carets = excerpt(text, at(1, 500_001, 1, 500_008))
    assert line == f"   1 | {CUT}{'a' * BEFORE}MISTAKE{'b' * (WIDEST - BEFORE - 7)}{CUT}"
    assert line[carets.index("^") : carets.rindex("^") + 1] == "MISTAKE"


def test_colors_change_no_letter() -> None:
    plain = render([at(1, 7, 1, 10)], lambda _, __: "name: Ada")
    colored = render([at(1, 7, 1, 10)], lambda _, __: "name: Ada", colored=True)
    assert colored != plain
    for color in ("\x1b[1;31m", "\x1b[31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"):
        colored = colored.replace(color, "")
    assert colored == plain


WRITING = st.text(st.sampled_from("aé日本 ñ:-ßابج"), max_size=60)
"""Letters about whose width all terminals agree."""


@given(before=WRITING, marked=WRITING.filter(str.strip), after=WRITING)
def test_carets_agree_with_another_measure_of_cells(before: str, marked: str, after: str) -> None:
    text = before + marked + after
    start = len(before) + 1
    line, carets = excerpt(text, at(1, start, 1, start + len(marked)))
    if not line.startswith(f"   1 | {CUT}"):
        assert len(carets) - len(carets.lstrip()) == cell_len(f"   1 | {before}")
        assert carets.count("^") == cell_len(marked[: WIDEST - len(before)])


@given(st.text(max_size=80), st.text(max_size=80), st.integers(1, 90), st.integers(0, 5))
def test_nothing_in_content_acts_on_the_terminal(
    text: str, message: str, column: int, lines: int
) -> None:
    related = (Related(Span(text, 2, 2), message),)
    span = Span(PATH, 1, column, lines, column)
    hostile = Diagnostic("HG203", Severity.ERROR, span, message, text, related)
    rendered = render([hostile], lambda _, __: text)
    assert 2 <= len(rendered.split("\n")) <= 6
    for character in rendered.replace("\n", ""):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp", "Cn", "Co"}
        assert unicodedata.bidirectional(character) not in {"RLO", "LRO", "RLI", "LRI", "PDF"}
    rendered.encode()


@pytest.mark.parametrize(
    "text, safe",
    [
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("one\ntwo\r\n", "one\\ntwo\\r\\n"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("\u200b\ufeff", "\\u200b\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\x9b31m", "\\x9b31m"),
        ("می\u200cخواهم 👩\u200d💻 l\u2019été\xa0!", "می\u200cخواهم 👩\u200d💻 l\u2019été\xa0!"),
    ],
)
def test_what_a_terminal_could_obey_or_hide_is_spelled_out(text: str, safe: str) -> None:
    assert shown(text) == safe
