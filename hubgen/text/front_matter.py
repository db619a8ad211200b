"""The YAML between two lines of three hyphens at the top of a Markdown file."""

import re

from msgspec import Struct

from hubgen.text.patterns import pattern
from hubgen.text.positions import count_lines

_OPENING = pattern(r"\s*^---[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_CLOSING = pattern(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


class FrontMatter(Struct, frozen=True):
    """A Markdown file in its two parts; lines count from 1 in the whole file."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int
    is_closed: bool = True
    """False when the second line of hyphens is missing; then all of the file is `yaml`."""


def split(text: str) -> FrontMatter | None:
    """The two parts, or None when the file begins with something else than `---`."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    yaml_line = 1 + count_lines(opening.group())
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return FrontMatter(text[opening.end() :], yaml_line, "", yaml_line, is_closed=False)
    yaml = text[opening.end() : closing.start()]
    body_line = yaml_line + count_lines(yaml) + 1
    return FrontMatter(yaml, yaml_line, text[closing.end() :], body_line)
