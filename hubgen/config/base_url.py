"""The address under which the hub is published, in the one form that everything else relies on."""

import ipaddress
from typing import Final
from urllib.parse import quote, urlsplit

from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

_HOST: Final = pattern(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?"
)
_CODE: Final = "HG403"
_EXAMPLE: Final = "write it like https://example.org/ or https://example.org/hub/"


def read_base_url(text: str) -> Reading[str]:
    """`https://example.org/hub/` from whatever a browser's address line gives: with a trailing slash, without the rest."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        return refused(_CODE, f"{quoted(text)} is no address", _EXAMPLE)
    if parts.scheme not in {"http", "https"}:
        advice = f"write https://{text.strip()}" if "." in text and "//" not in text else _EXAMPLE
        return refused(_CODE, f"{quoted(text)} doesn't begin with https:// or http://", advice)
    if parts.username is not None or parts.password is not None:
        return refused(
            _CODE, "a base URL can't hold a name or a password: everybody will see it", _EXAMPLE
        )
    if parts.query or parts.fragment:
        return refused(_CODE, "a base URL ends before any ? or #", _EXAMPLE)
    host = _host(parts.hostname or "")
    if not host or any(part in {".", ".."} for part in parts.path.split("/")):
        return refused(_CODE, f"{quoted(text)} is no address of a site", _EXAMPLE)
    return Reading(
        f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{_path(parts.path)}"
    )


def _host(name: str) -> str:
    if ":" in name:
        try:
            return f"[{ipaddress.IPv6Address(name)}]"
        except ValueError:
            return ""
    try:
        ascii_name = name.encode("idna").decode() if not name.isascii() else name.lower()
    except UnicodeError:
        return ""
    return ascii_name if _HOST.fullmatch(ascii_name) else ""


def _path(path: str) -> str:
    inner = "/".join(part for part in path.split("/") if part)
    return quote(f"/{inner}/" if inner else "/", safe="/%~:@!$&'()*+,;=-._")
