"""Which mistakes a JSON Schema knows of, by code: all others, for the reason that stands beside them, it lets pass."""

from collections.abc import Mapping
from typing import Final


def _codes(words: str) -> frozenset[str]:
    return frozenset(f"HG{number}" for number in words.split())


TOLD: Final = _codes("131 138 301 303 306 312 315 317 318 320 322 323 324 345 402 404 407 416")
"""Whatever `check` refuses with one of these, the schema refuses."""

PARTLY: Final[Mapping[str, frozenset[str]]] = {
    "a number in quotes is text, whose size no schema tells": _codes("316"),
    "that a date is written in another way is seen, that a day of the calendar doesn't exist is not": _codes(
        "321"
    ),
    "how a web address begins is seen, not which hosts and ports there can be": _codes("340"),
    "an entry without a name is seen where it must have one, not that no address can be made of it": _codes(
        "140"
    ),
    "a list that is far too long is seen, not how much a file holds altogether": _codes("128"),
    "the shapes of definitions and links are seen, not those that are empty": _codes("406"),
}
"""Some of it the schema refuses."""

UNTOLD: Final[Mapping[str, frozenset[str]]] = {
    "about the file and not about what it says": _codes(
        "101 102 103 104 105 106 107 150 151 152 153 157"
    ),
    "about bytes and characters, and a schema is shown values": _codes(
        "111 112 113 114 115 116 117"
    ),
    "about syntax, which is settled before there are values": _codes(
        "121 122 123 124 125 126 127 129 130 132 133 136 137 142 143 144 145 146"
    ),
    "about the text below the fields": _codes("134 135"),
    "two entries, or an entry and its file's name": _codes("139 141 154 155 156 215"),
    "one entry names another, or something else that lies elsewhere in the hub": _codes(
        "201 203 204 205 206 207 208 209 210 211 212 213 214 408 420"
    ),
    "accepted by check, too": _codes("302 304 307 319 327 342 343 344 351 353 354 360 364 421"),
    "which of several names of a field were used": _codes("305"),
    "a long list of the world's, in many languages": _codes("326 350 352 363"),
    "a small language of its own": _codes("325 330 346 365"),
    "a check digit, or a password: arithmetic and parsing": _codes("341 366"),
    "the name of a file, for which there are better words than a pattern's": _codes("361 362"),
    "one date, time or zone compared with another": _codes("328 329 370 371 373 374 375"),
    "the hub's settings against each other, and against what is built in": _codes(
        "401 403 405 409 410 411 412 413 414 415 417 418 419"
    ),
    "the theme's own affair": _codes(
        "501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517 518"
    ),
    "pictures and other files": _codes("601 602 603 604 605 606 607 608 609"),
    "addresses of the whole site": _codes("701 702 703"),
    "the world outside, which check never asks": _codes("801 802 803 804 805 806"),
    "Markdown, which is text to a schema": _codes("901 902 903 904 905"),
}
"""The schema accepts what has no other mistake than these."""
