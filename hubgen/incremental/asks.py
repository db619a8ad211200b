"""What the plan asks for each page: which view, and with what. Where that is another than before, so may the page be."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from hashlib import blake2b
from typing import Any

from msgspec import Struct

from hubgen.model.plan import Page
from hubgen.model.schema import Collection

PLAIN = (str, int, date, type(None))


class _Untold(Exception):
    """It can't be said what the view is asked with."""


def asks_of(pages: Iterable[Page]) -> dict[str, bytes]:
    """By path: a short name for what is asked; pages of which it can't be told are left out."""
    teller = _Teller({}, {})
    told = ((page.path, teller.ask(page.view)) for page in pages)
    return {path: ask for path, ask in told if ask}


class _Teller(Struct, frozen=True):
    names: dict[Callable[..., Any], str]
    """Of views; empty for those that can't be told from others by their names."""
    known: dict[int, str]
    """What many pages are asked with (lists of names, shelves), by the object's id."""

    def ask(self, view: Callable[[Any], Any]) -> bytes:
        function, given = (view.func, view.args) if isinstance(view, partial) else (view, ())
        name = self._name(function)
        if not name or (isinstance(view, partial) and view.keywords):
            return b""
        try:
            # Most are asked with an entry's name.
            told = repr(given) if {str}.issuperset(map(type, given)) else self._told(given)
        except _Untold:
            return b""
        return blake2b(f"{name}{told}".encode(), digest_size=8).digest()

    def _name(self, function: Callable[..., Any]) -> str:
        if function not in self.names:
            name = f"{function.__module__}.{function.__qualname__}"
            # What a function has from around itself isn't seen here.
            self.names[function] = "" if "<" in name else name
        return self.names[function]

    def _told(self, value: Any) -> str:
        if isinstance(value, PLAIN):
            return repr(value)
        if id(value) not in self.known:
            self.known[id(value)] = self._told_of_parts(value)
        return self.known[id(value)]

    def _told_of_parts(self, value: Any) -> str:
        if isinstance(value, Collection):
            return value.name  # Its schema is one of the inputs.
        if isinstance(value, tuple):
            return f"({', '.join(map(self._told, value))})"
        if isinstance(value, Struct):
            parts = (getattr(value, name) for name in value.__struct_fields__)
            return f"{type(value).__name__}({', '.join(map(self._told, parts))})"
        raise _Untold
