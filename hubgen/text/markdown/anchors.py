"""The ids of headings: natural, unique, and never a name that scripts or the theme rely on."""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct, field

from hubgen.model.values import Heading
from hubgen.text.patterns import pattern

PREFIX = "h-"
"""Set before a natural id that is taken by the browser or the theme."""

RESERVED_PREFIXES = ("fn", "hg-", "site-")
"""Footnotes are called `fn1` and `fnref1`; the theme's own ids begin with `site-` or `hg-`."""

_THEME_IDS = """
    main content menu nav navigation header footer search results filters finder toc top skip sidebar breadcrumbs
    pagination body html head form language theme
"""
_BROWSER_NAMES = """
    alert all anchors applets atob blur btoa caches chrome clear close closed confirm console constructor cookie
    crypto document domain embeds event events external fetch find focus forms frames getselection history images
    implementation indexeddb lastmodified length links location localstorage locationbar menubar name navigator
    open opener origin outerheight parent performance personalbar plugins popup print process prompt prototype
    readystate referrer require scheduler screen screenx screeny scripts scroll scrollbars self sessionstorage
    status statusbar stop stylesheets title toolbar tostring trustedtypes undefined url valueof window write
"""

RESERVED = frozenset(_THEME_IDS.split() + _BROWSER_NAMES.split())
"""What a theme is likely to call the parts of its page, and what scripts look up in `window` and `document`, where an
element with such an id could be found instead."""

_NOT_IN_ANCHORS = pattern(r"[^\w\- ]+")
_GAPS = pattern(r"[\s_-]+")


class Anchors(Struct):
    """The ids given so far in one text."""

    _taken: dict[str, int] = field(default_factory=dict)
    """Each id with the last number that was tried after it."""

    def claim(self, text: str) -> str:
        """The id for a heading of these words, or for an id that its writer asked for."""
        wanted = natural_anchor(text)
        if wanted in RESERVED or wanted.startswith(RESERVED_PREFIXES):
            wanted = PREFIX + wanted
        anchor, number = wanted, self._taken.get(wanted, 0)
        while anchor in self._taken:
            number += 1
            anchor = f"{wanted}-{number}"
        self._taken[wanted] = number
        self._taken.setdefault(anchor, 0)
        return anchor


def natural_anchor(text: str) -> str:
    """`Ada's first talk` is `adas-first-talk`; letters of every script stay."""
    plain = unicodedata.normalize("NFC", text).lower()
    return _GAPS.sub("-", _NOT_IN_ANCHORS.sub("", plain)).strip("-")[:80].strip("-") or "section"


def find_anchor(fragment: str, headings: Iterable[Heading]) -> str | None:
    """The id that a link's `#fragment` means, also where the natural id got a prefix; None when there is none."""
    known = {heading.anchor for heading in headings}
    natural = natural_anchor(fragment)
    return next((each for each in (fragment, natural, PREFIX + natural) if each in known), None)
