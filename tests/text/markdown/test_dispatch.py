"""Asking fewer rules must not change what is read."""

from typing import Any

from hypothesis import example, given
from markdown_it.token import Token

from hubgen.text.markdown.parser import build_parser, plain_parser
from tests.text.markdown.test_safety import texts

FAST = {html: build_parser(html=html) for html in (False, True)}
PLAIN = {html: plain_parser(html=html) for html in (False, True)}


def as_values(tokens: list[Token]) -> list[Any]:
    """The tokens without the objects."""
    return [token.as_dict() for token in tokens]


@given(texts)
@example("    indented code\n")
@example("a\n***\nb\n- c\n1. d\n> e\n")
@example("[a]\n\n[a]: b 'c'\n[^x]: y\n")
@example("term\n:   definition\n\n~~~\ncode\n~~~\n")
@example("under\n--- \t\n\nunder\n=\t\n\nunder\n=")
@example("term\n~\tone\n\nterm\n:\ttwo\n\n> term\n> : three")
@example("a|b\n-|-\nc|~~d~~\n\n> a | b\n> --|--")
@example("plain\nlines  \nhard\\\nand \\* &amp; `code` [a][b] **c** _d *e*_ ![f *g*](h)")
@example("{.a}\nb\r\nc\0[d](e){.f}")
@example("a\n: b\n!!! note\n    c\n{.d}\ne\n")
def test_the_table_of_rules_reads_as_all_rules_do(text: str) -> None:
    for html in (False, True):
        assert as_values(FAST[html].parse(text, {})) == as_values(PLAIN[html].parse(text, {}))
