"""Colours for code: only in classes that themes know, never at the price of the code itself."""

import re
from html import unescape
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubgen.text.markdown.code import (
    ALIASES,
    LANGUAGES,
    LONGEST_CODE,
    TOKEN_CLASSES,
    highlight,
    language_of,
)
from hubgen.text.markdown.markers import settle
from tests.text.markdown.page import page, read

PATTERNS = (
    "a ",
    "a b\n",
    "A\n",
    "a.",
    "(",
    "[",
    '"a',
    "/*",
    "<a b=",
    "{{",
    "<<A\n",
    "*a",
    "#if 0\n",
    "<!--",
)
SIZE = LONGEST_CODE // 3


def hard_code() -> list[str]:
    """Code made of one pattern again and again, in lines as long and pieces as large as are still coloured."""
    repeated = [(pattern * 300)[:299] for pattern in PATTERNS]
    lined = [text if "\n" in text else text + "\n" for text in repeated]
    runs = [(text + ";") * (SIZE // 310) for text in lined]
    blank = [("\n" * 19 + ";") * (SIZE // 20), (" \n" * 19 + ";") * (SIZE // 40)]
    return [text[:SIZE] for text in (*runs, *blank)]


@given(st.text(), st.sampled_from(sorted(LANGUAGES | {""})))
def test_colouring_changes_no_character_of_the_code(code: str, language: str) -> None:
    code = code.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    html = settle(highlight(code, language))
    assert unescape(re.sub(r"</?span[^>]*>", "", html)) == code
    found = read(html)
    assert found.faults == []
    assert {attributes["class"] for _, attributes in found.tags} <= set(TOKEN_CLASSES)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_lexer_can_be_made_to_take_long(language: str) -> None:
    """Some take seconds for eight kilobytes of empty lines, or of words without a sign between them."""
    worst = 0.0
    for code in hard_code():
        started = process_time()
        highlight(code, language)
        worst = max(worst, process_time() - started)
    assert worst < 1.5


def test_only_so_much_code_of_one_text_is_coloured() -> None:
    fence = "```python\n" + "x = 1\n" * 1_000 + "```\n"
    assert page(fence * 5).html.count("language-python") == 5
    assert page(fence * 6).html.count("language-python") == 5


@given(st.text() | st.sampled_from(sorted(ALIASES)).map(lambda name: name.upper() + " {1-3}"))
def test_a_language_is_one_of_the_list_or_none(info: str) -> None:
    assert language_of(info) in LANGUAGES | {""}


@pytest.mark.parametrize(
    "info, language",
    [
        ("python", "python"),
        ("Python", "python"),
        ("py title=x", "python"),
        ("c++", "cpp"),
        ("js{1}", "javascript"),
        ("", ""),
        ('python"onclick=x', ""),
        ("../../etc/passwd", ""),
    ],
)
def test_names_that_people_use_are_understood(info: str, language: str) -> None:
    assert language_of(info) == language


def test_every_language_of_the_list_has_a_lexer() -> None:
    uncoloured = [
        each
        for each in LANGUAGES
        if "tok-" not in "".join(highlight(code, each) for code in SAMPLES)
    ]
    assert uncoloured == []


SAMPLES = (
    '# heading\nif x = 1 then return "text" -- comment\n',
    "<a href='b'>c</a> /* d */ // e\n",
    ">>> x = 1\n<?php echo 1; ?>\n{% if x %}\n",
    "FROM x:1\n$ ls\nSELECT 1;\n- a: 1\n+ b\nlet y = 'z';\n\\section{a}\n",
)


def test_long_code_stays_plain() -> None:
    assert "span" in highlight("x = 1\n", "python")
    assert "span" not in highlight("x = 1\n" * 5_000, "python")
    assert "span" not in highlight("x = '" + "1" * 2_000 + "'", "python")
    assert "span" not in highlight("x = 1\n" + "\n" * 40 + "y = 2\n", "python")
