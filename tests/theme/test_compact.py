"""A stylesheet gets smaller, and says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from hubgen.theme.compact import compact
from tests.conftest import CHECKOUT

RULES = "r => { const s = new CSSStyleSheet(); s.replaceSync(r); return [...s.cssRules].map((each) => each.cssText.replace(/\\s+/g, ' ')); }"


@pytest.mark.parametrize(
    "css, small",
    [
        ("a {\n  color: red;\n}\n", "a{color: red;}"),
        ("/* what for */ a { b: c }", "a{b: c}"),
        ("a > b,\nc + d { e: calc(1px + 2px) }", "a > b, c + d{e: calc(1px + 2px)}"),
        ("a :hover {} a:hover {}", "a :hover{}a:hover{}"),
        ('a { content: "/* {  } ;  , */" }', 'a{content: "/* {  } ;  , */"}'),
        ("a { content: '\\'  ;' }", "a{content: '\\'  ;'}"),
        ("a { b: url( data:x;  y,z ) }", "a{b: url( data:x;  y,z )}"),
        ('@font-face { src: url("a  b") , local(c) }', '@font-face{src: url("a  b") , local(c)}'),
        ("a { b: c } /* never ends", "a{b: c}"),
    ],
)
def test_what_means_nothing_goes(css: str, small: str) -> None:
    assert compact(css) == small


@given(st.text(alphabet="ab \n{};,\"'/*\\()url", max_size=60))
def test_nothing_is_odd_enough_to_fail(css: str) -> None:
    assert len(compact(css)) <= len(css)


@pytest.mark.browser
def test_a_browser_reads_the_same_rules(browser: Browser) -> None:
    page = browser.new_page()
    saved = []
    for path in sorted((CHECKOUT / "themes").rglob("*.css")):
        css = path.read_text("utf-8")
        assert page.evaluate(RULES, compact(css)) == page.evaluate(RULES, css), path
        saved.append(len(css) - len(compact(css)))
    page.close()
    assert all(size > 0 for size in saved)
