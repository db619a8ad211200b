"""A request's head: its first line and its headers, read strictly, since whoever is lenient is misled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hubgen.preview.http.limits import Limits
from hubgen.preview.http.refusals import Refused

_FIRST_LINE: Final = re.compile(rb"([A-Z]{1,20}) ([\x21-\x7e]+) HTTP/(\d)\.(\d)")
_HEADER: Final = re.compile(
    rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e\x80-\xff\t]*?)[ \t]*"
)
_ONCE: Final = frozenset({"host", "content-length", "transfer-encoding", "origin"})


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked, before anybody has decided whether it is to be answered."""

    method: str
    target: str
    """Printable ASCII."""
    headers: Mapping[str, str]
    """By name in lower case."""
    is_lasting: bool
    """The browser keeps the connection for its next request."""

    @property
    def has_body(self) -> bool:
        return self.header("content-length") not in {"", "0"} or bool(
            self.header("transfer-encoding")
        )

    def header(self, name: str) -> str:
        return self.headers.get(name, "")


def read_head(head: bytes, limits: Limits) -> Request:
    """The request in the bytes before the empty line; raises Refused."""
    first, *lines = head.split(b"\r\n")
    found = _FIRST_LINE.fullmatch(first)
    if found is None:
        raise Refused(400, "This isn't a request that the preview understands.")
    method, target, major, minor = (part.decode("ascii") for part in found.groups())
    if len(target) > limits.url_bytes:
        raise too_long()
    if major != "1":
        raise Refused(505, "The preview speaks HTTP/1.1.")
    headers = _headers(lines)
    ends = "close" in headers.get("connection", "").lower()
    return Request(method, target, headers, minor != "0" and not ends)


def too_long() -> Refused:
    return Refused(414, "The address is longer than any page of a hub has.")


def _headers(lines: list[bytes]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        found = _HEADER.fullmatch(line)
        if found is None:
            raise Refused(400, "One of the request's headers is broken.")
        name, value = found[1].decode("ascii").lower(), found[2].decode("latin-1")
        if name in headers and name in _ONCE:
            raise Refused(400, "One of the request's headers is there twice.")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
