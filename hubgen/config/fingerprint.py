"""A short name for everything in the settings that decides what an entry means: the key of what is remembered."""

from hashlib import blake2b
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from hubgen.config.site import Site

_PLACES: Final = frozenset({"span", "spans"})


def schema_digest(site: Site) -> str:
    """The same for the same collections, Markdown options and language, in any process; else another: 32 hex digits.

    The order of a mapping is a part of it, because fields are shown in the schema's order.
    """
    return _digest((site.collections, site.markdown, site.language))


def site_digest(site: Site) -> str:
    """The same for the same settings, wherever they stand in the file: 32 hex digits."""
    settings = msgspec.to_builtins(replace(site, collections={}))
    return _digest((schema_digest(site), _placeless(settings)))


def _digest(value: Any) -> str:
    return blake2b(msgspec.json.encode(value), digest_size=16).hexdigest()


def _placeless(value: Any) -> Any:
    """The same values without where they stand."""
    if isinstance(value, dict):
        return {key: _placeless(each) for key, each in value.items() if key not in _PLACES}
    return [_placeless(each) for each in value] if isinstance(value, list | tuple) else value
