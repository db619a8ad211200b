"""Who is suggested, and in which order: what the browser finds is what docs/matching.md says, reckoned here once more."""

import json
import math
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.kit.browsing import visit
from tests.kit.finding import rows_of
from tests.kit.modules import in_page
from tests.kit.weeks import Person, shared_minutes

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TIMES = {
    "weekday-mornings": (range(5), 7, 12),
    "weekday-afternoons": (range(5), 12, 18),
    "weekday-evenings": (range(5), 18, 22),
    "weekend-mornings": (range(5, 7), 7, 12),
    "weekend-afternoons": (range(5, 7), 12, 18),
    "weekend-evenings": (range(5, 7), 18, 22),
}
ZONES = ("Asia/Kolkata", "America/New_York", "Pacific/Chatham", "Europe/Lisbon", "America/Bogota")
FIND = """
    const market = match.marketOf(given.data);
    return given.wishes.map((each) => match.matches(market, each, given.now).map((fit) => [market.data.slug[fit.row], fit.points]));
"""


@pytest.fixture(scope="module")
def data(example_site: Path) -> dict[str, Any]:
    """The example hub's mentors, and some made up to be odd: full, paused, stale, silent, over."""
    found: dict[str, Any] = json.loads(
        (example_site / "mentors" / "finder.json").read_text("utf-8")
    )
    return found


@pytest.fixture(scope="module")
def desk(browser: Browser, example_address: str) -> Iterator[Page]:
    with visit(browser, example_address, "mentors/", timezone_id="Asia/Kolkata") as page:
        yield page


@st.composite
def wishes(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """What somebody may tick, and some things that nobody can."""

    def some(values: list[str], most: int) -> list[str]:
        return draw(st.lists(st.sampled_from(values), max_size=most, unique=True))

    return {
        "skills": some([word[0] for word in data["vocabulary"]] + ["nothing"], 4),
        "languages": some([*values(data, "languages"), "pt-BR", "xx"], 3),
        "free": some(list(TIMES), 3),
        "formats": some(values(data, "formats"), 2),
        "level": draw(st.sampled_from(["", *values(data, "levels")])),
        "placesOnly": draw(st.booleans()),
        "zone": draw(st.sampled_from(ZONES)),
    }


@given(st.data())
def test_the_order_is_the_documented_one(
    desk: Page, example_site: Path, data: dict[str, Any], drawn: st.DataObject
) -> None:
    odd = made_odd(data, drawn)
    asked = drawn.draw(st.lists(wishes(data), min_size=4, max_size=4))
    given_ = {"data": odd, "wishes": asked, "now": NOW.timestamp() * 1000}
    found = in_page(desk, example_site, ("match",), FIND, given_)
    assert [[tuple(each) for each in one] for one in found] == [by_hand(odd, one) for one in asked]


def made_odd(data: dict[str, Any], drawn: st.DataObject) -> dict[str, Any]:
    """The same mentors with other places, hours, confirmations and ends."""
    rows = data["count"]

    def column(choices: list[Any]) -> list[Any]:
        each = st.sampled_from(choices)
        found: list[Any] = drawn.draw(st.lists(each, min_size=rows, max_size=rows))
        return found

    return {
        **data,
        "places": column([None, 0, 1, 2]),
        "dimmed": column([0, 0, 0, 1]),
        "until": column(["", "", "2026-11-17", "2026-11-18", "2027-01-01"]),
        "zone": [
            zone and new for zone, new in zip(data["zone"], column(["", *ZONES]), strict=True)
        ],
    }


def by_hand(data: dict[str, Any], wish: dict[str, Any]) -> list[tuple[str, int]]:
    """Those who fit with their points, best first."""
    found = [
        (stands_back(data, row), -points(data, row, wish), data["slug"][row])
        for row in range(data["count"])
        if fits(data, row, wish)
    ]
    return [(slug, -least) for _, least, slug in sorted(found)]


def values(data: dict[str, Any], name: str) -> list[str]:
    return [
        value for facet in data["facets"] if facet["name"] == name for value, _ in facet["values"]
    ]


def chose(data: dict[str, Any], name: str, row: int) -> list[str]:
    (facet,) = (each for each in data["facets"] if each["name"] == name)
    return [facet["values"][place][0] for place in rows_of(facet["rows"])[row]]


def fits(data: dict[str, Any], row: int, wish: dict[str, Any]) -> bool:
    if data["dimmed"][row] or (data["until"][row] and data["until"][row] < today(wish).isoformat()):
        return False
    if wish["skills"] and not any(part(data, row, slug) for slug in wish["skills"]):
        return False
    if wish["languages"] and chose(data, "languages", row) and not speaks(data, row, wish):
        return False
    return not wish["placesOnly"] or bool(data["places"][row] and not stands_back(data, row))


def today(wish: dict[str, Any]) -> date:
    return NOW.astimezone(ZoneInfo(wish["zone"])).date()


def speaks(data: dict[str, Any], row: int, wish: dict[str, Any]) -> bool:
    mine = {code.split("-")[0] for code in wish["languages"]}
    return bool(mine & {code.split("-")[0] for code in chose(data, "languages", row)})


def stands_back(data: dict[str, Any], row: int) -> bool:
    return data["places"][row] == 0 or bool(
        {"paused", "waitlist"} & set(chose(data, "status", row))
    )


def part(data: dict[str, Any], row: int, wanted: str) -> int:
    """How many quarters of the wished skill the mentor covers."""
    offers = set(chose(data, "topics", row))
    if wanted in offers:
        return 4
    above = broader(data)
    if any(wanted in above.get(slug, ()) for slug in offers):
        return 2
    return 1 if offers & set(above.get(wanted, ())) else 0


def broader(data: dict[str, Any]) -> dict[str, list[str]]:
    words = data["vocabulary"]
    return {
        word[0]: [words[place][0] for place in (*word, [], [], [])[3]]
        for word in words
        if len(word) > 3
    }


def weight(data: dict[str, Any], slug: str) -> int:
    rows = [row for row in range(data["count"]) if not data["dimmed"][row]]
    if not any(part(data, row, slug) for row in rows):
        return 0
    count = sum(slug in chose(data, "topics", row) for row in rows)
    return math.floor(1000 * math.log(1 + data["count"] / max(count, 1)) + 0.5)


def points(data: dict[str, Any], row: int, wish: dict[str, Any]) -> int:
    weights = {slug: weight(data, slug) for slug in wish["skills"]}
    total = sum(weights.values())
    covered = sum(part(data, row, slug) * each for slug, each in weights.items())
    return (
        (6000 * covered // (4 * total) if total else 0)
        + hours(data, row, wish)
        + partly(data, row, "formats", wish["formats"])
        + partly(data, row, "levels", [wish["level"]] if wish["level"] else [])
        + (500 if wish["languages"] and speaks(data, row, wish) else 0)
    )


def hours(data: dict[str, Any], row: int, wish: dict[str, Any]) -> int:
    if not data["zone"][row] or not data["hours"][row]:
        return 500
    theirs = {"zone": data["zone"][row], "ranges": data["hours"][row]}
    return 2000 * min(shared_minutes(reader(wish), theirs, today(wish)), 240) // 240


def reader(wish: dict[str, Any]) -> Person:
    ticked = [TIMES[each] for each in wish["free"]] or [(range(7), 7, 22)]
    ranges = [(day, start * 60, end * 60) for days, start, end in ticked for day in days]
    return {"zone": wish["zone"], "ranges": ranges}


def partly(data: dict[str, Any], row: int, name: str, wished: list[str]) -> int:
    if not wished:
        return 0
    said = chose(data, name, row)
    return 1000 if set(said) & set(wished) else (0 if said else 500)
