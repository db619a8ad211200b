"""Which bytes of a file a player asks for (RFC 9110, section 14): one stretch at a time."""

import re
from typing import Final

_ONE: Final = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.IGNORECASE)


class OutOfRange(Exception):
    """The stretch begins after the end."""


def stretch(wanted: str, size: int) -> slice | None:
    """The bytes that are asked for, or None for all of them; raises OutOfRange."""
    found = _ONE.fullmatch(wanted)
    if found is None or not (found[1] or found[2]):
        # Several stretches, other units and nonsense may be ignored, and are.
        return None
    if not found[1]:
        return _last(int(found[2]), size)
    first = int(found[1])
    last = min(int(found[2]), size - 1) if found[2] else size - 1
    if found[2] and int(found[2]) < first:
        return None
    if first >= size:
        raise OutOfRange
    return slice(first, last + 1)


def _last(count: int, size: int) -> slice:
    if not count or not size:
        raise OutOfRange
    return slice(max(0, size - count), size)
