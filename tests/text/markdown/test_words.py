"""The words of a text alone, anchors, addresses and fillings: the small parts that others rely on."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hubgen.text.markdown.addresses import Inside, Outside, Refused, is_remote, read_address, shown
from hubgen.text.markdown.anchors import RESERVED, Anchors, find_anchor, natural_anchor
from hubgen.text.markdown.markers import Fillings, fill
from hubgen.text.markdown.words import summarize
from tests.text.markdown.page import page


@pytest.mark.parametrize(
    "text, words",
    [
        ("# One\n\n*two* `three`\nfour  \nfive", "One two three four five"),
        ("- a\n- [x] b\n\n| c | d |\n|---|---|\n| e | f |", "a b c d e f"),
        ("[Ada](members/ada) ![pic *of* Ada](a.png) <b>", "Ada pic of Ada <b>"),
        ("[[members/ada-lovelace]] [[members/ada|the countess]]", "ada lovelace the countess"),
        ("```\nshort code\n```", "short code"),
        ("    " + "x" * 600, ""),
        ("a[^1]\n\n[^1]: note", "a note"),
        ('!!! note "Title"\n    text', "Title text"),
        ("# Title {#own}", "Title"),
    ],
)
def test_the_words_are_what_a_reader_reads(text: str, words: str) -> None:
    assert page(text).markdown.text == words


@given(st.text(), st.integers(1, 80))
def test_a_summary_is_short_and_a_beginning(text: str, length: int) -> None:
    summary = summarize(text, length)
    whole = " ".join(text.split())
    assert len(summary) <= length
    assert summary == whole or (summary.endswith("…") and whole.startswith(summary[:-1]))


def test_a_summary_ends_with_a_word() -> None:
    assert (
        summarize("Ada teaches statistics, slowly, to everybody", 26) == "Ada teaches statistics…"
    )
    assert summarize("short", 26) == "short"
    assert summarize("学" * 50, 10) == "学" * 9 + "…"


@given(
    st.lists(st.sampled_from(["a", "a 1", "a-1", "Ä", "", "?", "main", "h-main", "b"]) | st.text())
)
def test_anchors_are_unique_stable_and_free_of_names_that_matter(headings: list[str]) -> None:
    anchors, again = Anchors(), Anchors()
    given_out = [anchors.claim(each) for each in headings]
    assert given_out == [again.claim(each) for each in headings]
    assert len(set(given_out)) == len(given_out)
    for anchor in given_out:
        assert anchor not in RESERVED
        assert not anchor.startswith(("fn", "site-", "hg-"))
        assert not re.search(r"[\s\"'<>&#]", anchor)


@given(st.text())
def test_a_link_to_the_words_of_a_heading_finds_it(heading: str) -> None:
    assume(not re.search(r"[\r\n]", heading))
    headings = page(f"## {heading}").markdown.headings
    assume(len(headings) == 1)
    assert find_anchor(natural_anchor(headings[0].text), headings) == headings[0].anchor


@pytest.mark.parametrize(
    "written, expected",
    [
        ("members/ada", Inside("members/ada", "")),
        ("members/ada#Bio", Inside("members/ada", "Bio")),
        ("#bio", Inside("", "bio")),
        ("pages/%C3%BCber#%C3%A4", Inside("pages/über", "ä")),
        ("../members/ada.md", Inside("../members/ada.md", "")),
        ("https://example.org", Outside("https://example.org")),
        ("HTTPS://example.org/a b", Outside("HTTPS://example.org/a%20b")),
        ("https://exämple.org/ü?ö#ß", Outside("https://xn--exmple-cua.org/%C3%BC?%C3%B6#%C3%9F")),
        ("mailto:a@b.example?subject=x", Outside("mailto:a@b.example?subject=x", is_web=False)),
        ("tel:+4412", Outside("tel:+4412", is_web=False)),
    ],
)
def test_what_an_address_means(written: str, expected: Inside | Outside) -> None:
    assert read_address(written) == expected


@given(
    st.text(max_size=30),
    st.sampled_from(["javascript:", "data:", "ftp:", "x:", "http:", "https:/", "//"]),
)
def test_no_other_scheme_leaves_the_hub(rest: str, scheme: str) -> None:
    address = read_address(scheme + rest)
    assume(not (isinstance(address, Outside) and re.match(r"https?://[^/]", address.url)))
    assert isinstance(address, Refused)
    assert address.reason
    assert is_remote(scheme + rest)


def test_an_address_in_a_message_is_short_and_visible() -> None:
    assert shown("a\u202eb\x1b[31m") == "a\ufffdb\ufffd[31m"
    assert len(shown("x" * 500)) == 60


def test_fillings_go_where_they_belong() -> None:
    made = page("[a](members/a) [[members/b]] ![c](c.png) [d](pages/d)").markdown
    filled = fill(made.html, Fillings(("/a", "/b", ""), ("A", 'B & "b"', "D"), ("<img>",)))
    assert filled == ('<p><a href="/a">a</a> <a href="/b">B &amp; &quot;b&quot;</a> <img> d</p>\n')


def test_missing_fillings_leave_the_words() -> None:
    made = page("[a](members/a) ![c](c.png) end").markdown
    assert fill(made.html, Fillings()) == "<p>a  end</p>\n"


def test_an_address_cannot_leave_its_attribute() -> None:
    made = page("[a](members/a)").markdown
    assert (
        fill(made.html, Fillings(('/"onclick="x',)))
        == '<p><a href="/&quot;onclick=&quot;x">a</a></p>\n'
    )


def test_a_second_text_of_a_page_gets_anchors_of_its_own() -> None:
    text = '## One\n\na[^1] [b](#one) and id="one" href="#one"\n\n[^1]: note'
    html = fill(page(text).markdown.html, Fillings(("#one",), anchor_prefix="second-"))
    assert set(re.findall(r'<[^>]* id="([^"]*)"', html)) == {
        "second-one",
        "second-fn1",
        "second-fnref1",
    }
    assert set(re.findall(r'<[^>]* href="([^"]*)"', html)) == {
        "#second-one",
        "#second-fn1",
        "#second-fnref1",
    }
    assert 'and id="one" href="#one"' in html
