"""Writes tokens as HTML: one small function for each kind of token, in the table at the end.

Every attribute value begins with `KEPT`, so that the cleaning of raw HTML can tell hubgen's own attributes from a
stranger's. What the functions need to know was noted in a token's `meta` by `resolving.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from markdown_it.token import Token

from hubgen.text.markdown import markers
from hubgen.text.markdown.code import highlight, language_of
from hubgen.text.markdown.markers import KEPT


def write(tokens: Sequence[Token]) -> str:
    """The tokens' HTML with markers."""
    pieces: list[str] = []
    _write_into(pieces, tokens)
    return "".join(pieces)


def write_plain(text: str) -> str:
    """A text that isn't read as Markdown: paragraphs and line ends are all that it keeps."""
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return "\n".join(
        "<p>" + escape(part, quote=False).replace("\n", "<br>\n") + "</p>"
        for part in paragraphs
        if part
    )


def _write_into(pieces: list[str], tokens: Sequence[Token]) -> None:
    for token in tokens:
        kind = token.type
        if kind == "text":
            pieces.append(_escape(token.content))
        elif kind == "inline":
            _write_into(pieces, token.children or ())
        elif kind in WRITERS:
            pieces.append(WRITERS[kind](token))
        elif not token.hidden:
            pieces.append(_tag(token))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attributes(values: Mapping[str, str | int | float]) -> str:
    return "".join(f' {name}="{KEPT}{escape(str(value))}"' for name, value in values.items())


def _tag(token: Token) -> str:
    if token.nesting < 0:
        return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
    attributes = _attributes(token.attrs) if token.attrs else ""
    return f"<{token.tag}{attributes}>"


def _code_inline(token: Token) -> str:
    return f"<code{_attributes(token.attrs)}>{_escape(token.content)}</code>"


def _code(token: Token) -> str:
    language = language_of(token.info)
    words = highlight(token.content, language)
    named = _attributes({"class": f"language-{language}"}) if language else ""
    # Wide code scrolls, and what scrolls must be reachable with the keyboard.
    outside = _attributes({"tabindex": 0, **token.attrs})
    return f"<pre{outside}><code{named}>{words}</code></pre>\n"


def _link_open(token: Token) -> str:
    return f"<a{_attributes(token.attrs)}>"


def _table_open(token: Token) -> str:
    about: dict[str, str | int | float] = {"class": "table-scroll", "tabindex": 0}
    if token.meta["label"]:
        # A section with a name is a landmark, so that a scrolling table can be found and left by ear.
        about["aria-label"] = token.meta["label"]
    tag = _table_tag(token)
    return f"<{tag}{_attributes(about)}>\n<table{_attributes(token.attrs)}>\n"


def _table_close(token: Token) -> str:
    return f"</table>\n</{_table_tag(token)}>\n"


def _table_tag(token: Token) -> str:
    return "section" if token.meta["label"] else "div"


def _task_open(token: Token) -> str:
    box = {"class": "task", "type": "checkbox", "disabled": ""}
    if token.meta["checked"]:
        box["checked"] = ""
    return f"<label><input{_attributes(box)}> "


def _admonition_open(token: Token) -> str:
    if token.tag == "details":
        opened = {"open": ""} if token.markup == "???+" else {}
        return f"<details{_attributes({**token.attrs, **opened})}>\n"
    return f"<div{_attributes({**token.attrs, 'role': 'note'})}>\n"


def _footnote_ref(token: Token) -> str:
    number = token.meta["id"] + 1
    about = {
        "href": f"#fn{number}",
        "id": f"{_back(token)}",
        "role": "doc-noteref",
    }
    return f"<sup{_attributes({'class': 'footnote-ref'})}><a{_attributes(about)}>{number}</a></sup>"


def _footnote_open(token: Token) -> str:
    anchor = f"fn{token.meta['id'] + 1}"
    return f"<li{_attributes({'id': anchor})}>"


def _footnote_anchor(token: Token) -> str:
    about = {
        "href": f"#{_back(token)}",
        "class": "footnote-back",
        "role": "doc-backlink",
        "aria-label": f"↩ {token.meta['id'] + 1}",
    }
    return f" <a{_attributes(about)}>↩\ufe0e</a>"


def _back(token: Token) -> str:
    again = token.meta.get("subId", 0)
    return f"fnref{token.meta['id'] + 1}" + (f"-{again}" if again > 0 else "")


def _footnotes_open(_: Token) -> str:
    return f"<section{_attributes({'class': 'footnotes', 'role': 'doc-endnotes'})}>\n<ol>\n"


def _line(text: str) -> Callable[[Token], str]:
    return lambda _: text


WRITERS: dict[str, Callable[[Token], str]] = {
    "admonition_open": _admonition_open,
    "code_block": _code,
    "code_inline": _code_inline,
    "dropped": _line(""),
    "fence": _code,
    "footnote_anchor": _footnote_anchor,
    "footnote_block_close": _line("</ol>\n</section>\n"),
    "footnote_block_open": _footnotes_open,
    "footnote_close": _line("</li>\n"),
    "footnote_open": _footnote_open,
    "footnote_ref": _footnote_ref,
    "hardbreak": _line("<br>\n"),
    "html_block": lambda token: token.content,
    "html_inline": lambda token: token.content,
    "hub_image": lambda token: markers.image(token.meta["number"]),
    "hub_link_close": lambda token: markers.link_close(token.meta["number"]),
    "hub_link_open": lambda token: markers.link_open(token.meta["number"]),
    "link_open": _link_open,
    "softbreak": _line("\n"),
    "table_close": _table_close,
    "table_open": _table_open,
    "target_title": lambda token: markers.title(token.meta["number"]),
    "task_close": _line("</label>"),
    "task_open": _task_open,
}
"""How each kind of token is written; all others are plain tags."""
