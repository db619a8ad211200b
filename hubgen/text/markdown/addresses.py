"""What the address of a link in Markdown means, and which addresses may never reach a page."""

import re
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink
from msgspec import Struct

from hubgen.text.patterns import pattern

SCHEMES = ("http", "https", "mailto", "tel")
"""All that may lead out of a hub."""

FOREIGN = "noopener nofollow ugc"
"""The `rel` of contributed links: they lend no reputation, and the other side learns nothing of the page."""

_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.\-]*):")
# Control characters and everything that is invisible or turns the direction of writing: browsers drop
# some of them, so that what is checked would not be what is followed.
_UNSEEN = pattern(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_WEB = pattern(r"https?://[^/?#\\@\s]+(?:[/?#].*)?\Z", re.IGNORECASE | re.DOTALL)
_PLAIN = pattern(r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*\Z")


class Outside(Struct, frozen=True):
    """A safe address outside the hub."""

    url: str
    is_web: bool = True
    """False for mail and telephone."""


class Inside(Struct, frozen=True):
    """An entry, a page, a file of the hub, or a heading."""

    target: str
    fragment: str


class Refused(Struct, frozen=True):
    """An address that is not followed."""

    reason: str
    """The end of the sentence `The link to '...' is left out: `."""


def read_address(written: str) -> Outside | Inside | Refused:
    """What an address as written in Markdown, entities decoded, leads to."""
    if _UNSEEN.search(written):
        return Refused("it holds an invisible character")
    if re.match(r"[/\\]{2}", written):
        return Refused("an address that begins with two slashes leaves the site without saying how")
    scheme = _SCHEME.match(written)
    if scheme is None:
        target, _, fragment = written.partition("#")
        return Inside(unquote(target), unquote(fragment))
    return _read_outside(written, scheme[1].lower())


def is_remote(written: str) -> bool:
    """Whether a picture's address would make a visitor's browser ask another server."""
    return not isinstance(read_address(written), Inside)


def shown(address: str) -> str:
    """An address for a message: short, and with nothing invisible in it."""
    visible = _UNSEEN.sub("\ufffd", address)
    return visible if len(visible) <= 60 else visible[:59] + "…"


def _read_outside(written: str, scheme: str) -> Outside | Refused:
    if scheme not in SCHEMES:
        return Refused(f"only {', '.join(SCHEMES[:-1])} and {SCHEMES[-1]} links may leave the hub")
    is_web = scheme in {"http", "https"}
    if is_web and not _WEB.match(written):
        return Refused("it names no server, or a user before the server")
    return Outside(written if _PLAIN.match(written) else normalizeLink(written), is_web)
