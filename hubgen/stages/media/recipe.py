"""How pictures are made, as values: what the two processes say to each other, and the version of it all."""

from typing import Literal

import msgspec

VERSION = 1
"""Rises when the same picture would be made into other bytes."""

MOST_PIXELS = 40_000_000
"""Forty megapixels: what good cameras make. A few bytes can claim any number of them."""

LARGEST_FILE = 30_000_000
"""Bytes of a picture's file."""

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
"""What is decoded; nothing else is even tried."""

Encoding = Literal["webp", "jpg", "png"]


class Variant(msgspec.Struct, frozen=True):
    """One size and encoding of a picture."""

    width: int
    height: int
    encoding: Encoding


class Request(msgspec.Struct, frozen=True):
    """A picture, and what is wanted of it; without variants, only what it is."""

    data: bytes
    variants: tuple[Variant, ...] = ()


class Facts(msgspec.Struct, frozen=True, tag="facts"):
    """What a picture is, once it was decoded to the last pixel."""

    width: int
    height: int
    """As seen: after turning it as its camera says."""
    encoding: str
    """One of `FORMATS`."""
    is_drawing: bool
    """Has transparency, or was saved without loss: its fallback is a PNG."""
    moves: bool
    """Holds more pictures than the first."""


class Developed(msgspec.Struct, frozen=True, tag="developed"):
    """The bytes of the wanted variants, in their order."""

    files: tuple[bytes, ...]


class Problem(msgspec.Struct, frozen=True, tag="problem"):
    """Why nothing could be made of a picture."""

    code: str
    reason: str
    """The end of the sentence `the picture 'ada.jpg' ...`."""
    help: str


Reply = Facts | Developed | Problem
