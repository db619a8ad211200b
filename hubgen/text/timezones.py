"""Time zones by their IANA names, and times that the clock skips or shows twice."""

from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal
from zoneinfo import ZoneInfo

from hubgen.diagnostics.suggest import closest
from hubgen.text.names import fold
from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, noted, quoted, refused

_MOVED = {
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas",
    "Antarctica/South_Pole": "Antarctica/McMurdo",
    "Atlantic/Jan_Mayen": "Europe/Oslo",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
    "Iceland": "Atlantic/Reykjavik",
    "Kwajalein": "Pacific/Kwajalein",
    "GB": "Europe/London",
    "GB-Eire": "Europe/London",
}
"""Old names for which the database gives only a place that keeps the same time, not the same place."""
_UTC = frozenset({"utc", "etc/utc", "z", "zulu", "uct", "etc/uct", "universal", "etc/universal"})
_LIKELY = {
    **dict.fromkeys(("CET", "CEST", "MET", "MEST", "MEZ", "MESZ"), "Europe/Paris"),
    **dict.fromkeys(("EET", "EEST"), "Europe/Athens"),
    **dict.fromkeys(("WET", "WEST"), "Europe/Lisbon"),
    **dict.fromkeys(("GMT", "BST", "GMT+0", "GMT-0", "GMT0", "GREENWICH", "UK"), "Europe/London"),
    **dict.fromkeys(("MSK", "MSD"), "Europe/Moscow"),
    **dict.fromkeys(("EST", "EDT", "ET", "EST5EDT", "EASTERN"), "America/New_York"),
    **dict.fromkeys(("CST", "CDT", "CT", "CST6CDT", "CENTRAL"), "America/Chicago"),
    **dict.fromkeys(("MST", "MDT", "MT", "MST7MDT", "MOUNTAIN"), "America/Denver"),
    **dict.fromkeys(("PST", "PDT", "PT", "PST8PDT", "PACIFIC"), "America/Los_Angeles"),
    **dict.fromkeys(("AKST", "AKDT"), "America/Anchorage"),
    **dict.fromkeys(("AST", "ADT"), "America/Halifax"),
    **dict.fromkeys(("AEST", "AEDT", "AET"), "Australia/Sydney"),
    **dict.fromkeys(("ACST", "ACDT"), "Australia/Adelaide"),
    **dict.fromkeys(("NZST", "NZDT"), "Pacific/Auckland"),
    "AWST": "Australia/Perth",
    "HST": "Pacific/Honolulu",
    "IST": "Asia/Kolkata",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong",
    "PKT": "Asia/Karachi",
    "WIB": "Asia/Jakarta",
    "PHT": "Asia/Manila",
    "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires",
    "CAT": "Africa/Maputo",
    "EAT": "Africa/Nairobi",
    "WAT": "Africa/Lagos",
    "SAST": "Africa/Johannesburg",
}
_BY_HOURS = {
    -10: "Pacific/Honolulu",
    -9: "America/Anchorage",
    -8: "America/Los_Angeles",
    -7: "America/Denver",
    -6: "America/Chicago",
    -5: "America/New_York",
    -4: "America/Halifax",
    -3: "America/Sao_Paulo",
    0: "Europe/London",
    1: "Europe/Paris",
    2: "Europe/Athens",
    3: "Africa/Nairobi",
    4: "Asia/Dubai",
    5: "Asia/Karachi",
    5.5: "Asia/Kolkata",
    6: "Asia/Dhaka",
    7: "Asia/Bangkok",
    8: "Asia/Singapore",
    9: "Asia/Tokyo",
    10: "Australia/Sydney",
    12: "Pacific/Auckland",
}
"""A populous place for each distance from UTC in winter."""
_OFFSET = pattern(r"(?i)(?:etc/)?(utc|gmt)?\s?([+-\u2212])\s?([0-9]{1,2})(?::?([0-9]{2}))?")


@lru_cache(maxsize=1024)
def read_timezone(text: str) -> Reading[str]:
    """The IANA name of a zone: `Europe/Paris`, or `UTC`."""
    word = text.strip().replace(" ", "_")
    name = _zones().get(word.casefold(), "")
    if "/" in name and not name.startswith("Etc/"):
        newer = _newer_names().get(name, name)
        if newer == name:
            return Reading(name)
        return noted(newer, "HG327", f"{quoted(text)} has a newer name", f"write {newer}")
    if word.casefold() in _UTC:
        return Reading("UTC")
    return refused("HG326", f"{quoted(text)} {_reason(word)}", _advice(word, name))


def zone_names() -> tuple[str, ...]:
    """The names of zones that countries use."""
    return ("UTC", *_current_zones())


def zone_abbreviations() -> tuple[str, ...]:
    """What people write instead of a zone's name, in capital letters."""
    return tuple(_LIKELY)


def wall_time_problem(moment: datetime, zone: str) -> Literal["skipped", "twice", ""]:
    """Whether the clocks of a zone skip this time (in spring) or show it twice (in autumn)."""
    clock = ZoneInfo(zone)
    first = moment.replace(tzinfo=clock, fold=0).utcoffset()
    second = moment.replace(tzinfo=clock, fold=1).utcoffset()
    if first is None or second is None or first == second:
        return ""
    return "twice" if first > second else "skipped"


def _reason(word: str) -> str:
    if _OFFSET.fullmatch(word):
        return "is a distance from UTC, which changes in spring and autumn"
    if word.upper() in _LIKELY:
        return "is an abbreviation, which doesn't say when summer time begins"
    return "is no time zone"


def _advice(word: str, name: str) -> str:
    likely = _LIKELY.get(word.upper()) or _by_distance(word) or _newer_names().get(name)
    if likely:
        return f"write the zone by its city, such as {likely}"
    cities = [zone for zone in _current_zones() if fold(zone.rpartition("/")[2]) == fold(word)]
    guess = cities[0] if cities else closest(word, _current_zones())
    return f"did you mean '{guess}'?" if guess else "write continent and city, such as Europe/Paris"


def _by_distance(word: str) -> str | None:
    found = _OFFSET.fullmatch(word)
    if not found:
        return None
    hours = int(found[3]) + int(found[4] or 0) / 60
    west = (found[2] != "+") != word.casefold().startswith("etc/")
    return _BY_HOURS.get(-hours if west else hours)


@cache
def _zones() -> dict[str, str]:
    names = (files("tzdata") / "zones").read_text(encoding="utf-8").split()
    return {name.casefold(): name for name in names}


@cache
def _current_zones() -> tuple[str, ...]:
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple(sorted(row[2] for row in rows))


@cache
def _newer_names() -> dict[str, str]:
    """Names that no country uses any more, with those that took their place."""
    database = (files("tzdata") / "zoneinfo" / "tzdata.zi").read_text(encoding="utf-8")
    links = (line.split() for line in database.splitlines() if line.startswith("L "))
    current = frozenset(_current_zones())
    moved = {old: new for _, new, old in links if old not in current and new in current}
    return moved | _MOVED
