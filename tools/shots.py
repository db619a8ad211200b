"""Screenshots of every page type of the example hub, on a phone and a desk, by day and night, in both directions of script.

    ./dev shots                             all of them, into shots/
    ./dev shots --page home --page member   only page types whose names contain one of these words
    ./dev shots --out DIR                   somewhere else

Each is named after what it shows: `mentors-directory-390-dark-rtl.png`. `index.html` beside them shows all on one page.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.kit.browsing import chromium
from tests.kit.hub import TODAY, Hub
from tests.kit.page_types import page_types
from tests.kit.serving import served
from tools.contact_sheet import contact_sheet
from tools.example import CHECKOUT, build_example

NOON = f"{TODAY}T12:00:00Z"
HEIGHTS = {390: 844, 1440: 900}
"""Of the window, by its width."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DIRECTIONS = {"ltr": "", "rtl": "ar/"}
"""What stands before the address of a page in each direction of script."""
TALLEST = 3200
"""Pixels of a long page that one can still look through."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One screenshot."""

    type: str
    width: int
    scheme: Literal["light", "dark"]
    direction: str

    @property
    def file(self) -> str:
        """`member-with-photo-390-light-ltr.png`"""
        return f"{self.type}-{self.width}-{self.scheme}-{self.direction}.png"


def main(arguments: list[str]) -> int:
    """Build the example hub, take the pictures, and say where they are."""
    asked = _asked(arguments)
    out = Path(asked.out).resolve()
    types = _chosen(page_types(Hub(CHECKOUT).prepare()[0], TODAY), asked.page)
    if not types:
        print(f"no page type is called like that: {', '.join(asked.page)}", file=sys.stderr)
        return 2
    out.mkdir(parents=True, exist_ok=True)
    site = out / "site"
    build_example(site)
    with chromium() as browser, served(site) as address:
        shots = tuple(_taken(browser, address, types, out))
    names = sorted(path.name for path in out.glob("*-*-*-*.png"))
    (out / "index.html").write_text(contact_sheet(names), "utf-8")
    print(f"{len(shots)} pictures of {len(types)} page types: {out / 'index.html'}")
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("./dev shots", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--page", action="append", default=[], metavar="TYPE")
    parser.add_argument("--out", default=str(CHECKOUT / "shots"), metavar="DIR")
    return parser.parse_args(arguments)


def _chosen(types: dict[str, str], words: list[str]) -> dict[str, str]:
    return {
        name: url for name, url in types.items() if not words or any(word in name for word in words)
    }


def _taken(browser: Browser, address: str, types: dict[str, str], out: Path) -> Iterator[Shot]:
    """Each page is loaded once a direction and width, since what it unfolds depends on that; only the colours change between its pictures."""
    room = browser.new_context(reduced_motion="reduce", timezone_id="Europe/Paris")
    page = room.new_page()
    page.clock.set_fixed_time(NOON)
    for (name, url), direction, width in product(types.items(), DIRECTIONS, HEIGHTS):
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        answer = page.goto(address + DIRECTIONS[direction] + url)
        if answer is None or answer.status != 200:
            continue
        for scheme in SCHEMES:
            shot = Shot(name, width, scheme, direction)
            _take(page, shot, out)
            yield shot
    room.close()


def _take(page: Page, shot: Shot, out: Path) -> None:
    page.emulate_media(color_scheme=shot.scheme)
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    page.evaluate("document.querySelectorAll('img').forEach((each) => (each.loading = 'eager'))")
    page.wait_for_function("[...document.images].every((each) => each.complete)")
    page.screenshot(
        path=out / shot.file,
        full_page=True,
        clip={"x": 0, "y": 0, "width": shot.width, "height": height},
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
