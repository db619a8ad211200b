"""Durations: `PT40M` and the ways in which people write it; months and years have no fixed length and are refused."""

from datetime import timedelta
from functools import lru_cache

from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

LONGEST = timedelta(days=36_500)
_ISO = pattern(
    r"(?i)P(?=.)(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})(?:\.0+)?S)?)?"
)
_ISO_LONG = pattern(r"(?i)(P([0-9]{1,4})([YM]))")
_CLOCK = pattern(r"([0-9]{1,3}):([0-5][0-9])")
_HOURS_AND = pattern(r"(?i)([0-9]{1,3})\s?h\s?([0-5][0-9])")
_PART = pattern(r"(?i)\s*(?:,|and|et|und|y)?\s*([0-9]{1,6}(?:[.,][0-9]{1,3})?)\s?-?([^\W\d_]+)\.?")
_NUMBER = pattern(r"[0-9]{1,6}")
_RANGE = pattern(r"(?i)[0-9.]+\s?(?:[-\u2013]|to|or)\s?([0-9.]+\s?[^\W\d_]+)")


def _units(*lengths: tuple[str, float]) -> dict[str, float]:
    return {word: length for words, length in lengths for word in words.split()}


_MINUTES = _units(
    ("s sec secs second seconds seconde secondes", 1 / 60),
    ("m min mins minute minutes minuten minuto minutos", 1),
    ("h hr hrs hour hours heure heures stunde stunden hora horas std", 60),
    ("d day days jour jours tag tage día dias días", 24 * 60),
    ("w wk wks week weeks semaine semaines woche wochen semana semanas", 7 * 24 * 60),
)
_WEEKS = _units(
    ("month months mo mos mois monat monate mes meses", 52 / 12),
    ("year years y yr yrs an ans année années jahr jahre año años", 52),
)
"""Units without a fixed length, about as many weeks as suggested instead."""


@lru_cache(maxsize=4096)
def read_duration(text: str) -> Reading[timedelta]:
    """How long something takes: `40m`, `1h30`, `1:30`, `2 hours`, `PT40M`."""
    word = text.strip()
    minutes = _minutes(word) if len(word) <= 60 else None
    if minutes is None:
        return refused(
            "HG325", f"{quoted(text)} is no duration that can be relied on", _advice(word[:60])
        )
    if not 0 < minutes <= LONGEST.total_seconds() / 60:
        return refused(
            "HG325",
            f"{quoted(text)} is no time at all" if not minutes else f"{quoted(text)} is too long",
        )
    return Reading(timedelta(seconds=round(minutes * 60)))


def iso_duration(duration: timedelta) -> str:
    """`PT1H30M`, as calendars and schema.org want it."""
    minutes, seconds = divmod(duration.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days = f"{duration.days}D" if duration.days else ""
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    clock = "".join(f"{number}{unit}" for number, unit in parts if number)
    return f"P{days}T{clock}" if clock else f"P{days or 'T0S'}"


def _minutes(word: str) -> float | None:
    if found := _ISO.fullmatch(word):
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60
    if found := _CLOCK.fullmatch(word) or _HOURS_AND.fullmatch(word):
        return int(found[1]) * 60 + int(found[2])
    return _sum(word)


def _sum(word: str) -> float | None:
    total, position = 0.0, 0
    while found := _PART.match(word, position):
        unit = _MINUTES.get(found[2].casefold())
        if unit is None:
            return None
        total += float(found[1].replace(",", ".")) * unit
        position = found.end()
    return total if position and not word[position:].strip() else None


def _advice(word: str) -> str:
    if found := _ISO_LONG.fullmatch(word):
        if found[3] in "yY":
            return f"{found[1]} means {found[2]} years, which differ in length: write weeks or days"
        return f"{found[1]} means {found[2]} months: write PT{found[2]}M for minutes"
    if _NUMBER.fullmatch(word):
        return f"say of what: {word}m for minutes, {word}h for hours"
    if found := _RANGE.fullmatch(word):
        return f"write one number: {found[1].strip()}"
    found = _PART.fullmatch(word)
    if found and found[2].casefold() in _WEEKS:
        weeks = round(float(found[1].replace(",", ".")) * _WEEKS[found[2].casefold()])
        return f"months and years differ in length: write {max(weeks, 1)} weeks"
    return "write 40m, 1h30, 3 days or 2 weeks"
