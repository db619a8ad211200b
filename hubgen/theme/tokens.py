"""Reads the colours out of a theme's tokens: what each custom property is by day and by night."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from hubgen.text.patterns import pattern
from hubgen.theme.colours import COLOUR

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

_COMMENT = pattern(r"/\*.*?\*/", re.DOTALL)
_BRACES = pattern(r"([{}])")
_PROPERTY = pattern(r"(--[a-z0-9-]+)\s*:\s*([^;]+)")
_EITHER = pattern(r"light-dark\(\s*([^,]+?)\s*,\s*(.+?)\s*\)")
_VARIABLE = pattern(r"var\(\s*(--[a-z0-9-]+)\s*\)")
_DEEPEST = 20
"""Properties that name each other further than this name each other in a circle."""


class Tokens(Struct, frozen=True):
    """The custom properties of a theme, as written."""

    values: Mapping[str, str]

    def with_values(self, values: Mapping[str, str]) -> "Tokens":
        """The same with some of them set anew."""
        return Tokens({**self.values, **values})

    def colour(self, name: str, scheme: Scheme) -> str:
        """Its colour by day or night, such as `#1a5c50`; empty where it is none, or a see-through one."""
        value = self.values.get(name, "")
        for _ in range(_DEEPEST):
            if COLOUR.fullmatch(value):
                return value
            either, variable = _EITHER.fullmatch(value), _VARIABLE.fullmatch(value)
            if either:
                value = either[1 + SCHEMES.index(scheme)]
            elif variable:
                value = self.values.get(variable[1], "")
            else:
                return ""
        return ""


def read_tokens(text: str) -> Tokens:
    """The properties that a stylesheet sets for every page; the later of two of one name counts."""
    said = ";".join(_for_every_page(_COMMENT.sub("", text)))
    return Tokens({name: value.strip() for name, value in _PROPERTY.findall(said)})


def _for_every_page(text: str) -> Iterator[str]:
    """What stands in rules for `:root` alone; what is for some pages only, or for paper, is passed over."""
    depth, of = 0, ""
    for part in _BRACES.split(text):
        if part in {"{", "}"}:
            depth += 1 if part == "{" else -1
        elif depth == 0:
            of = part.strip()
        elif depth == 1 and of == ":root":
            yield part
