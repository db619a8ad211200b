"""What entries say, as plain words that can be compared and shown."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from hubgen.model.values import (
    Handle,
    Identifier,
    ImageUse,
    Markdown,
    Place,
    Recurrence,
    Reference,
    SkillUse,
)

AROUND = 60
"""Letters that are shown before and after what changed in a long text."""
LONGEST = 300
"""Letters of a value that are shown."""
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_FOLLOWED = re.compile(r"(?:href|src)=\"(https?:[^\"]+)\"", re.IGNORECASE)


def plain(value: Any) -> str:
    """The value as somebody would say it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Reference() | SkillUse() | Markdown():
            return value.text
        case Handle():
            return value.url or value.name
        case Identifier():
            return f"{value.scheme}:{value.value}"
        case ImageUse():
            return f"{value.file} ({value.alt})" if value.alt else value.file
        case Recurrence():
            return " except ".join((value.rule, *value.excluded))
        case Place():
            parts = (value.name, value.address, value.city, value.region, value.country)
            return ", ".join(part for part in parts if part)
        case tuple() | list():
            return "; ".join(map(plain, value))
        case dict():
            return ", ".join(f"{name}: {plain(each)}" for name, each in value.items())
    return "" if value is None else str(value)


def shape(value: Any) -> Any:
    """What of a value counts when two are compared: not where it stands."""
    match value:
        case Reference() | SkillUse():
            return value.text
        case Markdown():
            links = tuple((each.target, each.fragment) for each in value.links)
            return value.html, links, tuple((each.file, each.alt) for each in value.images)
        case ImageUse():
            return value.file, value.alt
        case tuple() | list():
            return tuple(map(shape, value))
        case dict():
            return tuple((name, shape(each)) for name, each in value.items())
    return value


def addresses(value: Any) -> Iterator[str]:
    """The web addresses in a value, in their order."""
    match value:
        case str():
            yield from _ADDRESS.findall(value)
        case Handle() | Identifier():
            if value.url:
                yield value.url
        case Markdown():
            yield from map(unescape, _FOLLOWED.findall(value.html))
        case tuple() | list():
            for each in value:
                yield from addresses(each)
        case dict():
            for each in value.values():
                yield from addresses(each)


def domain(address: str) -> str:
    """The host that an address leads to, in letters that can't be mistaken; empty for none."""
    try:
        host = urlsplit(address).hostname or ""
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""


def cut(text: str) -> str:
    """The text, shortened."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def around_change(old: str, new: str) -> tuple[str, str]:
    """Both texts, of long ones the part that changed."""
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    start = _shared(old, new)
    end = min(_shared(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    return _part(old, start, end), _part(new, start, end)


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _part(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    return "…" * bool(first) + cut(text[first:last]) + "…" * (last < len(text))
