"""Cleans HTML in which people wrote raw tags: what is not known to be harmless is taken out."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hubgen.text.markdown import markers
from hubgen.text.markdown.addresses import FOREIGN, Outside, read_address
from hubgen.text.markdown.markers import KEPT
from hubgen.text.patterns import pattern

if TYPE_CHECKING:
    import nh3

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
"""No pictures and no headings of the first level: those have a Markdown form, or belong to the page."""

WRITERS_ATTRIBUTES = frozenset(
    {"cite", "colspan", "datetime", "dir", "href", "lang", "open", "rowspan", "scope"}
)
"""What people may give in raw tags; `href` leads only where a Markdown link may lead."""

OWN_ATTRIBUTES = frozenset(
    {
        "aria-label",
        "checked",
        "class",
        "disabled",
        "id",
        "role",
        "start",
        "tabindex",
        "title",
        "type",
    }
)
"""What only hubgen itself gives."""

VALUELESS = frozenset({"checked", "disabled", "open"})

_LINK_MARKER = pattern("\ufdd1([LE])([0-9]+)\ufdd2")
_LINK_TAG = pattern(r'<a((?: [a-z-]+="[^"]*")*)>|</a>')
_HUB_HREF = pattern(' href="(\ufdd1L([0-9]+)\ufdd2)"')
_REL = f' rel="{FOREIGN}"'
_NUMERIC = pattern(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")


def without_forged_markers(raw: str) -> str:
    """Raw HTML in which no character reference stands for one of the characters that markers are made of."""
    return _NUMERIC.sub(_harmless_reference, raw)


def sanitize(html: str) -> str:
    """The harmless part of the HTML; hubgen's own tags, attributes and markers stay."""
    # Links become real tags for a moment, so that cleaning closes them where raw tags cross them.
    cleaned = _cleaner().clean(_LINK_MARKER.sub(_as_tag, html))
    return markers.settle(_links_as_markers(cleaned.replace("<input>", "")))


def _as_tag(match: re.Match[str]) -> str:
    return f'<a href="{KEPT}{match[0]}">' if match[1] == "L" else "</a>"


@lru_cache(maxsize=1)
def _cleaner() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes={"*": set(WRITERS_ATTRIBUTES | OWN_ATTRIBUTES)},
        attribute_filter=_filtered,
        link_rel=None,
        set_tag_attribute_values={"a": {"rel": FOREIGN}},
        url_schemes={"http", "https", "mailto", "tel"},
        url_relative="pass_through",
    )


def _filtered(_: str, name: str, value: str) -> str | None:
    own = value.startswith(KEPT)
    if name == "href":
        return _safe_href(value.removeprefix(KEPT), own=own)
    if name == "rel":
        return FOREIGN
    if not own and name not in WRITERS_ATTRIBUTES:
        return None
    return KEPT if name in VALUELESS else markers.strip(value)


def _safe_href(value: str, *, own: bool) -> str | None:
    if own and _LINK_MARKER.fullmatch(value):
        return value
    if own and value.startswith("#"):
        return markers.strip(value)
    address = read_address(markers.strip(value))
    return address.url if isinstance(address, Outside) else None


def _links_as_markers(html: str) -> str:
    """Links into the hub as markers again."""
    ends: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        if match[1] is None:
            return ends.pop() if ends else ""
        begin, end = _link_ends(match[1])
        ends.append(end)
        return begin

    return _LINK_TAG.sub(replaced, html)


def _link_ends(attributes: str) -> tuple[str, str]:
    """What stands before and after the words of a link with these attributes."""
    hub = _HUB_HREF.search(attributes)
    if hub is not None:
        return hub[1], markers.link_close(int(hub[2]))
    if " href=" not in attributes:
        return "", ""  # Its address was unsafe, or it never had one.
    if ' href="#' in attributes:
        return f"<a{attributes.replace(_REL, '')}>", "</a>"
    return f"<a{attributes}>", "</a>"


def _harmless_reference(match: re.Match[str]) -> str:
    digits = (match[1] or match[2])[-8:]
    point = int(digits, 16 if match[1] else 10)
    return "\ufffd" if 0xFDD0 <= point <= 0xFDEF else match[0]
