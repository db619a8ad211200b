"""Texts that are made to take long take no time, and texts that people write are never mistaken for them."""

from time import process_time

import pytest

from tests.text.markdown.page import page

N = 50_000
TANGLED = {
    "opening brackets": "[" * N,
    "pictures that never begin": "![" * N,
    "notes that never end": "^[" * N,
    "calls of no note": "[^" * N,
    "double brackets": "[[" * N,
    "double brackets with words": "[[a|" * N,
    "brackets in brackets": "[a" * 9_000 + "](b)" * 9_000,
    "brackets one to a line": "[\n" * 7_000,
    "links without end": "[a](b)" * 20_000,
    "columns": "|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + "|\n" * 60,
    "lines": "# a\n" * 40_000,
    "characters": "a" * 300_000,
}
SLOW_ELSEWHERE = {
    "stars": "*a " * 5_000,
    "strong and weak": "*a **b " * 10_000,
    "stars and underscores": "*_" * 20_000,
    "nested stars": "*" * N + "a" + "*" * N,
    "tildes": "~~a " * 20_000,
    "nested quotations": ">" * 10_000 + "a",
    "deeper and deeper": "\n".join(">" * depth + "a" for depth in range(500)),
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(400)),
    "lists on a line": "- " * 20_000,
    "backticks": "`" * 100_000,
    "growing backticks": " ".join("`" * length for length in range(1, 600)),
    "tags that never end": "<a " * N,
    "comments that never end": "<!--" * 40_000,
    "sections that never end": "<![CDATA[" * 1_000,
    "entities": "&#" * N,
    "backslashes": "\\" * N,
    "braces after code": "`a`{%" * 8_000,
    "a long table": "|a|b|c|\n|-|-|-|\n" + "|x|y|z|\n" * 6_000,
    "links in one cell": "|a|\n|-|\n|" + "[a](b) " * 4_000 + "|",
    "one heading again and again": "# same\n" * 7_000,
    "one reference again and again": "[a]: /x\n\n" + "[a] " * 8_000,
    "definitions": "a\n: b\n\n" * 2_500,
    "notes": "!!! note\n" * 7_000,
    "code": "```python\nx=1\n```\n" * 2_600,
    "a long language": "```" + "a" * 100_000,
    "tags in tags": "<div>" * 3_900,
    "accents": "a" + "\u0301" * 100_000,
}


@pytest.mark.parametrize("name", TANGLED)
def test_what_would_take_long_is_shown_plain_and_reported(name: str) -> None:
    text = TANGLED[name]
    made = page(text)
    assert made.codes in (["HG903"], ["HG904"])
    assert made.html.startswith("<p>")
    assert made.markdown.links == ()


@pytest.mark.parametrize("raw", [False, True], ids=["escaped", "sanitized"])
@pytest.mark.parametrize("name", SLOW_ELSEWHERE)
def test_nothing_takes_more_than_its_length_deserves(name: str, raw: bool) -> None:
    """Generous, for slow machines; what was quadratic took from 5 s to 7 minutes."""
    started = process_time()
    page(SLOW_ELSEWHERE[name], raw=raw)
    assert process_time() - started < 4


def test_a_long_list_of_links_is_no_tangle() -> None:
    text = "\n".join(
        f"- [Number {n}](https://example.org/{n}) - a [thing](members/a)" for n in range(2_500)
    )
    made = page(text)
    assert made.codes == []
    assert len(made.markdown.links) == 2_500


def test_the_problem_is_shown_at_its_line() -> None:
    made = page("fine\n\n" + "[" * 400, first_line=10)
    assert [(each.code, each.span.line) for each in made.diagnostics] == [("HG904", 12)]


def test_plain_text_is_escaped_and_keeps_its_lines() -> None:
    assert page("<b>&\nnext\n\n" + "[" * 400).html.startswith(
        "<p>&lt;b&gt;&amp;<br>\nnext</p>\n<p>[[["
    )
