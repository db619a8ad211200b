"""Entries as the text of files: YAML with the quotes that people would set, and Markdown below it."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w .,'()/-]*[\w.,'()/-])?", re.ASCII)
"""Text that needs no quotes at a line's end, to be on the safe side."""
_PLAIN_ITEM: Final = re.compile(r"[^\W\d_](?:[\w .'-]*[\w.'-])?", re.ASCII)
"""The same within brackets, where a comma ends it."""
_GUESSED: Final = {"yes", "no", "true", "false", "null", "on", "off"}
"""Words that YAML takes for something else."""


def markdown_file(fields: Mapping[str, Any], body: str) -> str:
    """Front matter, and the body below it."""
    return f"---\n{yaml_fields(fields)}---\n\n{body}"


def yaml_file(fields: Mapping[str, Any], body_name: str, body: str) -> str:
    """YAML alone, with the body as its last field."""
    lines = (f"  {line}" if line else "" for line in body.splitlines())
    return f"{yaml_fields(fields)}{body_name}: |\n" + "\n".join(lines) + "\n"


def yaml_fields(fields: Mapping[str, Any]) -> str:
    """One line for each field that has a value; lists of records have a line for each record."""
    return "".join(_field(name, value) for name, value in fields.items() if value not in ((), ""))


def yaml_mapping(entries: Mapping[str, Mapping[str, Any]]) -> str:
    """Many entries in one file, by slug."""
    blocks = (
        f"{slug}:\n" + "".join(f"  {line}\n" for line in yaml_fields(fields).splitlines())
        for slug, fields in entries.items()
    )
    return "\n".join(blocks)


def _field(name: str, value: Any) -> str:
    if isinstance(value, tuple) and isinstance(value[0], Mapping):
        return f"{name}:\n" + "".join(f"  - {_inline(record)}\n" for record in value)
    return f"{name}: {_inline(value) if not isinstance(value, str) else _text(value, _PLAIN)}\n"


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, date | int | float):
        return str(value)
    return _text(value, _PLAIN_ITEM)


def _text(value: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(value) and value.lower() not in _GUESSED:
        return value
    return json.dumps(value, ensure_ascii=False)
