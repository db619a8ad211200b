"""The hub's time zone alone: needed to know what day it is, before anything else is read."""

import re
from datetime import tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hubgen.config.place import SITE_FILE
from hubgen.diagnostics import Report
from hubgen.files.limits import ENTRY_FILE_LIMIT
from hubgen.files.reading import HubFolder, Unreadable

_PLAIN: Final = re.compile(rb"^timezone:[ \t]+([A-Za-z0-9_+/-]+)[ \t]*(?:#.*)?\r?$", re.MULTILINE)
"""How nearly every hub says it."""
_ANY: Final = re.compile(rb"zone|tz", re.IGNORECASE)


def hub_zone(folder: HubFolder) -> tzinfo:
    """The zone in which the hub's days begin; UTC where `site.yaml` names none or a wrong one, which others report."""
    try:
        data = folder.read(SITE_FILE, ENTRY_FILE_LIMIT)
    except Unreadable:
        return ZoneInfo("UTC")
    plain = _PLAIN.findall(data)
    if len(plain) == 1:
        return _zone(plain[0].decode())
    return _zone(_read_zone(folder) if _ANY.search(data) else "UTC")


def _read_zone(folder: HubFolder) -> str:
    # Loading what reads all of the settings takes a while, and hardly any hub needs it to know the day.
    from hubgen.config.loading import load_site

    return load_site(folder, Report()).timezone


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
