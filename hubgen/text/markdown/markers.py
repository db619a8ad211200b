r"""Markers: places in rendered Markdown that wait for an address, a title or a picture.

They are written with noncharacters, which content cannot hold, so nobody can forge one: `\ufdd1`, a letter for what
belongs there, a number, `\ufdd2`.
"""

from html import escape

from msgspec import Struct

from hubgen.text.patterns import pattern

KEPT = "\ufdd3"
"""Stands before every attribute value that hubgen itself wrote, until raw HTML has been cleaned."""

_MARKER = pattern("\ufdd1([LETI])([0-9]+)\ufdd2")
_TAG = pattern(r'<[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")+>')
_ANCHOR = pattern(r' (id="|href="#)')
_NONCHARACTERS = pattern("[\ufdd0-\ufdef\ufffe\uffff]")


class Fillings(Struct, frozen=True):
    """What the link and plan stages found out about one `Markdown`, each by its number there."""

    link_urls: tuple[str, ...] = ()
    """Empty for a broken link: its words stay, without a link around them."""
    link_titles: tuple[str, ...] = ()
    """What the target is called, for `[[members/ada]]`."""
    image_html: tuple[str, ...] = ()
    """The finished tag; empty for a picture that can't be shown."""
    anchor_prefix: str = ""
    """Put before every id of the text and every link to one, where a page holds more than one text: `expectations-`."""


def fill(html: str, fillings: Fillings) -> str:
    """The finished HTML: no marker is left in it, whatever is missing in the fillings."""
    filled = _MARKER.sub(lambda match: _filling(match[1], int(match[2]), fillings), html)
    return _prefixed(filled, fillings.anchor_prefix) if fillings.anchor_prefix else filled


def settle(html: str) -> str:
    """The HTML without the signs of what is hubgen's own; attributes without a value lose their empty quotes."""
    return html.replace(f'="{KEPT}"', "").replace(KEPT, "")


def strip(text: str) -> str:
    """The text without the characters that markers are made of."""
    if text.replace("\n", "").isprintable():
        return text
    return _NONCHARACTERS.sub("", text)


def link_open(number: int) -> str:
    """Where the link of that number begins."""
    return f"\ufdd1L{number}\ufdd2"


def link_close(number: int) -> str:
    """Where the link of that number ends."""
    return f"\ufdd1E{number}\ufdd2"


def title(number: int) -> str:
    """Where the title of the target of that link belongs."""
    return f"\ufdd1T{number}\ufdd2"


def image(number: int) -> str:
    """Where the picture of that number belongs."""
    return f"\ufdd1I{number}\ufdd2"


def _filling(letter: str, number: int, fillings: Fillings) -> str:
    if letter == "I":
        return _at(fillings.image_html, number)
    if letter == "T":
        return escape(_at(fillings.link_titles, number))
    url = _at(fillings.link_urls, number)
    if not url:
        return ""
    return f'<a href="{escape(url)}">' if letter == "L" else "</a>"


def _prefixed(html: str, prefix: str) -> str:
    put = r" \1" + escape(prefix)
    return _TAG.sub(lambda tag: _ANCHOR.sub(put, tag[0]), html)


def _at(values: tuple[str, ...], number: int) -> str:
    return values[number] if number < len(values) else ""
