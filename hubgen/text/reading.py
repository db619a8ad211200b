"""What a format makes of a piece of text: its value, and what its writer should know.

These are msgspec structs and not dataclasses because one is made for nearly every value of a hub.
"""

from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Remark(msgspec.Struct, frozen=True):
    """One thing to tell the writer; whoever knows the place makes a diagnostic of it."""

    code: str
    message: str
    """Goes on after the field's name: `'30/05/2024' is not written as year-month-day`."""
    help: str = ""


class Reading(msgspec.Struct, Generic[T], frozen=True):
    """The value that a text stands for, or None and the reason why there is none."""

    value: T | None
    remarks: tuple[Remark, ...] = ()


def refused(code: str, message: str, advice: str = "") -> Reading[T]:
    """No value, and why."""
    return Reading(None, (Remark(code, message, advice),))


def noted(value: T, code: str, message: str, advice: str = "") -> Reading[T]:
    """A value that could be written better."""
    return Reading(value, (Remark(code, message, advice),))


def quoted(text: str) -> str:
    """The text as a message shows it: in quotes, on one line, not longer than a line, and nothing hidden in it."""
    line = printable(" ".join(text.split()))
    return f"'{line[:60]}…'" if len(line) > 60 else f"'{line}'"


def printable(text: str) -> str:
    """The text with a mark for each character that a terminal could obey or nobody could see."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
