"""A short name for everything in the settings that decides what an entry means: the key of what is remembered."""

from hashlib import blake2b
from typing import Any

import msgspec

from hubgen.config.site import Site


def schema_digest(site: Site) -> str:
    """The same for the same collections, Markdown options and language, in any process; else another: 32 hex digits."""
    return _digest((site.collections, site.markdown, site.language))


def site_digest(site: Site) -> str:
    """The same for the same settings, wherever they stand in the file: 32 hex digits."""
    return _digest(site)


def _digest(value: Any) -> str:
    return blake2b(msgspec.json.encode(_plain(value)), digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    """Lists, numbers and text, with the order of a mapping as a part of it: fields are shown in the schema's order."""
    if isinstance(value, dict):
        return [[_plain(key), _plain(each)] for key, each in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    return _plain(
        list(msgspec.structs.asdict(value).items())
        if isinstance(value, msgspec.Struct)
        else _parts(value)
    )


def _parts(value: Any) -> list[tuple[str, Any]]:
    """A dataclass's fields by name; places in the file don't count."""
    return [
        (name, getattr(value, name))
        for name in value.__dataclass_fields__
        if name not in {"span", "spans"}
    ]
