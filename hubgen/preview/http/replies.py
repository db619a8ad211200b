"""From an answer to the bytes on the line: 304, 206 and 416, HEAD, and what keeps a browser safe."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formatdate
from hashlib import blake2b
from http import HTTPStatus
from typing import Final

from hubgen.preview.http.asking import Answer
from hubgen.preview.http.ranges import OutOfRange, stretch
from hubgen.preview.http.request_head import Request

SAFETY: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Content-Security-Policy", "frame-ancestors 'self'"),
    ("Referrer-Policy", "same-origin"),
)
"""On every answer. There is no CORS header: no other site may read anything."""

_TEXT: Final = re.compile(r"text/.*|.*[/+](?:json|xml|javascript)")
_LINE: Final = re.compile(r"[\x20-\x7e]*")
_TAG: Final = re.compile(r'(?:W/)?"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes out on the line."""

    head: bytes
    body: memoryview


def reply(
    answer: Answer, request: Request | None, *, is_lasting: bool, now: float | None = None
) -> Reply:
    """The answer as this request wants it; without a request, for one that couldn't be read.

    Raises ValueError for an answer that can't be sent.
    """
    status, headers, part = answer.status, list(answer.headers), slice(0, len(answer.body))
    if status == HTTPStatus.OK and request is not None:
        tag = f'"{answer.etag or blake2b(answer.body, digest_size=16).hexdigest()}"'
        headers.append(("ETag", tag))
        status, more, part = _as_wanted(answer, request, tag)
        headers += more
    body = memoryview(answer.body)[part]
    if status != HTTPStatus.NOT_MODIFIED:
        headers += (("Content-Type", full_type(answer.type)), ("Content-Length", str(len(body))))
    if request is not None and request.method == "HEAD":
        body = body[:0]
    lines = (*headers, ("Cache-Control", "no-cache"), *_manners(is_lasting=is_lasting, now=now))
    return Reply(head_bytes(status, lines), body)


def head_bytes(status: int, headers: tuple[tuple[str, str], ...]) -> bytes:
    """The first line and the headers; raises ValueError for one that would break out of its line."""
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
    lines += [f"{name}: {value}" for name, value in (*headers, *SAFETY)]
    if not all(map(_LINE.fullmatch, lines)):
        raise ValueError("a header holds characters that headers can't")
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def full_type(type: str) -> str:
    """Texts are in UTF-8."""
    is_plain = ";" not in type and _TEXT.fullmatch(type)
    return f"{type}; charset=utf-8" if is_plain else type


def _as_wanted(
    answer: Answer, request: Request, tag: str
) -> tuple[int, list[tuple[str, str]], slice]:
    size = len(answer.body)
    whole, nothing = slice(0, size), slice(0, 0)
    if _is_known(request.header("if-none-match"), tag):
        return 304, [], nothing
    if _TEXT.fullmatch(answer.type.partition(";")[0]):
        return 200, [], whole
    units = ("Accept-Ranges", "bytes")
    try:
        part = stretch(_range(request, tag), size)
    except OutOfRange:
        return 416, [units, ("Content-Range", f"bytes */{size}")], nothing
    if part is None:
        return 200, [units], whole
    return 206, [units, ("Content-Range", f"bytes {part.start}-{part.stop - 1}/{size}")], part


def _is_known(known: str, tag: str) -> bool:
    return known.strip() == "*" or tag.strip('"') in _TAG.findall(known)


def _range(request: Request, tag: str) -> str:
    """Only GET has one, and only of the file of which the browser has the rest."""
    is_same = request.header("if-range") in {"", tag}
    return request.header("range") if request.method == "GET" and is_same else ""


def _manners(*, is_lasting: bool, now: float | None) -> Iterator[tuple[str, str]]:
    yield "Connection", "keep-alive" if is_lasting else "close"
    if now is not None:
        yield "Date", formatdate(now, usegmt=True)
