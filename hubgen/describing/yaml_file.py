"""A file of settings for another program, in YAML: plain values as blocks, in their order."""

from collections.abc import Iterator, Mapping
from typing import Any

from hubgen.text.yaml_writer import scalar_text

Settings = Mapping[str, Any]


def yaml_file(settings: Settings, *comments: str) -> bytes:
    """The file, with comments above."""
    lines = [f"# {line}" for line in comments]
    return ("\n".join([*lines, *_mapping(settings)]) + "\n").encode()


def _mapping(settings: Settings) -> Iterator[str]:
    for name, value in settings.items():
        key = f"{scalar_text(name, wordy=True)}:"
        if isinstance(value, Mapping) and value:
            yield key
            yield from (f"  {line}" for line in _mapping(value))
        elif isinstance(value, list | tuple) and value:
            yield key
            yield from (f"  {line}" for line in _items(value))
        else:
            yield f"{key} {_scalar(value)}"


def _items(values: list[Any] | tuple[Any, ...]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and value:
            first, *rest = _mapping(value)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
        else:
            yield f"- {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return scalar_text(value, wordy=True)
    return "{}" if isinstance(value, Mapping) else "[]"
