"""A view at a glance: its fields with short values, and how long the long ones are."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from msgspec import Struct

SHORT = 60
"""Characters of a text that are shown."""
NAMED = 4
"""Items of a list that are named; of the others only the number is given."""
DEEP = 3
"""Views within views that are opened."""
_NAMES = ("title", "label", "name", "text", "src", "url")
"""The fields by which a view is called in a list."""


def outline(view: Any) -> tuple[str, ...]:
    """One line for each field that has a value, indented by two spaces for each view around it."""
    if isinstance(view, Struct):
        return (type(view).__name__, *_fields(view, 1))
    return tuple(_lines("view", view, 0))


def _fields(view: Any, depth: int) -> Iterator[str]:
    for name in view.__struct_fields__:
        yield from _lines(name, getattr(view, name), depth)


def _lines(name: str, value: Any, depth: int) -> Iterator[str]:
    start = f"{'  ' * depth}{name}: "
    if value is None or value in ("", (), [], {}):
        return
    if isinstance(value, Struct):
        if depth >= DEEP:
            yield f"{start}{_brief(value)}"
            return
        yield f"{start}{type(value).__name__}"
        yield from _fields(value, depth + 1)
    elif isinstance(value, Mapping):
        yield f"{start}{len(value)} by name"
        for key, inner in value.items() if depth < DEEP else ():
            yield from _lines(str(key), inner, depth + 1)
    elif isinstance(value, tuple | list):
        yield f"{start}{_listed(value)}"
    else:
        yield start + _short(value)


def _brief(view: Any) -> str:
    """A view that isn't opened: what it is called, and the first list that it holds."""
    held = (getattr(view, name) for name in view.__struct_fields__)
    lists = (_listed(each) for each in held if isinstance(each, tuple) and each)
    return ": ".join([_called(view), *islice(lists, 1)])


def _listed(items: tuple[Any, ...] | list[Any]) -> str:
    names = ", ".join(map(_called, items[:NAMED]))
    return f"{len(items)}: {names}{', ...' if len(items) > NAMED else ''}"


def _called(value: Any) -> str:
    """A value inside a list in a few words."""
    if isinstance(value, tuple | list):
        return f"({', '.join(map(_called, value[:NAMED]))}{', ...' if len(value) > NAMED else ''})"
    for name in _NAMES:
        if found := getattr(value, name, ""):
            return _short(found)
    if isinstance(value, Struct):
        return type(value).__name__
    return _short(value)


def _short(value: Any) -> str:
    if not isinstance(value, str):
        return _cut(repr(value))
    return _cut(value, '"')


def _cut(text: str, quote: str = "") -> str:
    if len(text) <= SHORT:
        return f"{quote}{text}{quote}"
    return f"{quote}{text[:SHORT]}...{quote} ({len(text):,} characters)"
