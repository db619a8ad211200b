"""Times of day: `18:00` is read, everything else is explained."""

from datetime import time
from functools import lru_cache
from typing import Final

from hubgen.text.patterns import pattern
from hubgen.text.reading import Reading, quoted, refused

TIME_FORM: Final = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.0{1,9})?)?"
"""How a time of day is written; what is written so is one."""
_PLAIN = pattern(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.0{1,9})?)?")
_TWELVE = pattern(
    r"(?i)(?<![0-9:])([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::[0-9]{2})?\s?([ap])\.?\s?m\b"
)
_TWENTY_FOUR = pattern(r"(?i)(?<![0-9:])([0-9]{1,2})\s?(?:[:.]|h|uhr\b)\s?([0-9]{2})?(?![0-9])")
_FOUR_DIGITS = pattern(r"([01][0-9]|2[0-3])([0-5][0-9])")
_WORDS = {
    "noon": time(12),
    "midday": time(12),
    "midi": time(12),
    "midnight": time(0),
    "minuit": time(0),
}


@lru_cache(maxsize=4096)
def read_time(text: str) -> Reading[time]:
    """A time of day on a clock of 24 hours."""
    word = text.strip()
    found = _PLAIN.fullmatch(word)
    value = _time(found[1], found[2], found[3]) if found else None
    if value is not None:
        return Reading(value)
    if word in {"24:00", "24:00:00"}:
        return refused(
            "HG323", f"{quoted(text)} is no time of a day", "write 00:00 and the next day"
        )
    if found:
        return refused(
            "HG323", f"{quoted(text)} is no time of a day", "hours go from 00 to 23, minutes to 59"
        )
    guess = guess_time(word)
    advice = f"write {guess:%H:%M}" if guess is not None else "write it as 18:00"
    return refused("HG323", f"{quoted(text)} is not written as hours:minutes", advice)


def guess_time(text: str) -> time | None:
    """The first time of day that the text may mean; of a span of time, its beginning."""
    text = text[:100]
    if text.casefold() in _WORDS:
        return _WORDS[text.casefold()]
    if found := _TWELVE.search(text):
        hour = int(found[1]) % 12 + (12 if found[3] in "pP" else 0)
        return _time(hour, found[2]) if int(found[1]) <= 12 else _time(found[1], found[2])
    if found := _TWENTY_FOUR.search(text):
        return _time(found[1], found[2])
    if found := _FOUR_DIGITS.fullmatch(text):
        return _time(found[1], found[2])
    return None


def _time(hour: str | int, minute: str | None, second: str | None = None) -> time | None:
    parts = int(hour), int(minute or 0), int(second or 0)
    return time(*parts) if parts[0] < 24 and parts[1] < 60 and parts[2] < 60 else None
