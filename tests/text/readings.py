"""What the tests of formats ask of a reading: that it was accepted, or why not and with which advice."""

from collections.abc import Callable
from typing import TypeVar

from hubgen.text.reading import Reading

T = TypeVar("T")

ABOUT_CONTENT = {"HG342", "HG344"}
"""Remarks on what an address leads to, which no other spelling of it would remove."""


def accepted(reading: Reading[T]) -> T:
    """The value of a reading that has one and needs no remark."""
    assert reading.remarks == ()
    assert reading.value is not None
    return reading.value


def noted(reading: Reading[T]) -> tuple[T, str, str]:
    """The value, code and advice of a reading that could be written better."""
    assert reading.value is not None
    (remark,) = reading.remarks
    return reading.value, remark.code, remark.help


def refused(reading: Reading[T]) -> tuple[str, str]:
    """The code and advice of a reading without a value."""
    assert reading.value is None
    (remark,) = reading.remarks
    assert remark.message
    assert "\n" not in remark.message
    return remark.code, remark.help


def settles(read: Callable[[str], Reading[T]], text: str, spelled: Callable[[T], str]) -> None:
    """What is read from a text, spelled in the canonical way, is read as the same, and nothing is left to remark."""
    reading = read(text)
    if reading.value is None:
        assert reading.remarks
        return
    again = read(spelled(reading.value))
    assert again.value == reading.value
    assert {remark.code for remark in again.remarks} <= ABOUT_CONTENT
