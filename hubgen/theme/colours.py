"""Colours as people with weak eyes meet them: the contrast between two, as WCAG 2 computes it, and a nearby one that has enough."""

import re
from collections.abc import Callable

from hubgen.text.patterns import pattern

COLOUR = pattern(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
READABLE = 4.5
"""What WCAG asks at level AA of letters on their ground."""
STEPS = 200
"""Into so many steps is the way to black or white divided when a nearby colour is looked for."""

Rgb = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """From 1, for the same colour twice, to 21, for black on white."""
    low, high = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))))
    return (high + 0.05) / (low + 0.05)


def nearest(colour: str, is_enough: Callable[[str], bool]) -> str:
    """The first colour on the ways to black and to white that is enough; empty where none is."""
    start = _rgb(colour)
    for step in range(STEPS + 1):
        for end in (0.0, 1.0):
            part = step / STEPS
            mixed = _hex(tuple(value + (end - value) * part for value in start))
            if is_enough(mixed):
                return mixed
    return ""


def _rgb(colour: str) -> Rgb:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _hex(values: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(value * 255):02x}" for value in values)


def _luminance(rgb: Rgb) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
