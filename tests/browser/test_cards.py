"""Cards that scripts make are the theme's own: they say what the cards of the list say, whatever is in them."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.kit import Hub, site
from tests.kit.browsing import visit
from tests.kit.modules import in_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser

# What a reader can tell of an element: its place, its looks, its words, where it leads. Pictures are of another size.
SIGNATURE = """
const ATTRIBUTES = ["class", "lang", "dir", "datetime", "data-zone", "data-end", "alt", "hidden"];
const signature = (node, base) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data.trim().replace(/\\s+/g, " ");
  if (node.nodeType !== Node.ELEMENT_NODE || node.localName === "source") return "";
  const said = ATTRIBUTES.filter((name) => node.hasAttribute(name)).map((name) => `${name}=${node.getAttribute(name).trim()}`);
  if (node.localName === "a") said.push(new URL(node.getAttribute("href"), base).href);
  const inside = [...node.childNodes].map((each) => signature(each, base)).filter(Boolean);
  return `<${node.localName} ${said.join(" ")}>${inside.join("|")}</>`;
};
"""
COMPARED = (
    SIGNATURE
    + """
const template = document.querySelector("template.card-specimen");
const data = await finder_data.loadFinder("finder.json");
const first = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
const shown = [...first.querySelectorAll("main .card")].map((card) => signature(card, location.href));
const made = shown.map((_, row) => signature(cards.makeCard(template, finder_data.rowAt(data, row)), location.href));
return [shown, made];
"""
)
MODULES = ("cards", "finder-data")


@pytest.mark.parametrize(
    "path",
    ["members/", "mentors/", "programs/", "resources/", "fr/news/", "ar/members/", "projects/"],
)
def test_a_made_card_says_what_the_lists_card_says(
    browser: Browser, example_address: str, example_site: Path, path: str
) -> None:
    with visit(browser, example_address, path) as page:
        shown, made = in_page(page, example_site, MODULES, COMPARED)
    assert shown
    assert made == shown


ROW: dict[str, Any] = {
    "url": "https://hub.example/x/",
    "title": "<script>alert(1)</script> $& {}",
    "lang": "ar",
    "summary": "<img src=x onerror=alert(1)>",
    "avatar": {"initials": "<b>", "pattern": 3},
    "chips": [
        {"label": "<i>", "url": "https://hub.example/y/", "relation": "seeks", "match": True}
    ],
    "facts": ["one", {"label": "Where", "texts": ["<u>", "$1"]}],
    "badges": ["full", "<s>"],
    "reasons": ["offers <b>SQL</b>"],
    "dimmed": True,
}
PARTS = (
    *("script", "img", "b", "i", "u", "s", "time"),
    *(
        ".card-title",
        ".card-summary",
        ".card-facts dd",
        ".badge",
        ".avatar-3 .avatar-letters",
        ".chip-seeks.chip-match",
        ".card-reasons li",
    ),
)
FOUND = """
const card = cards.makeCard(document.querySelector("template.card-specimen"), given.row);
const words = (part) => [...card.querySelectorAll(part)].map((each) => each.textContent.trim());
return { ...Object.fromEntries(given.parts.map((part) => [part, words(part)])), lang: card.querySelector(".card-title").lang };
"""


@pytest.fixture(scope="module")
def hub() -> Hub:
    hub = site("-- content/members/ada.yaml --\nname: Ada\noffers: [sql]\n")
    hub.build()
    return hub


def parts_of(browser: Browser, hub: Hub, row: dict[str, Any]) -> dict[str, Any]:
    with served(hub.out) as address, visit(browser, address, "members/") as page:
        given = {"row": row, "parts": PARTS}
        found: dict[str, Any] = in_page(page, hub.out, ("cards",), FOUND, given)
    return found


def test_words_stay_words(browser: Browser, hub: Hub) -> None:
    found = parts_of(browser, hub, ROW)
    assert [found[tag] for tag in ("script", "img", "b", "i", "u", "s", "time")] == [[]] * 7
    assert found[".card-title"] == ["<script>alert(1)</script> $& {}"]
    assert found[".card-summary"] == ["<img src=x onerror=alert(1)>"]
    assert found[".card-facts dd"] == ["one", "<u>", "$1"]
    assert found[".badge"] == ["full", "<s>"]
    assert found[".avatar-3 .avatar-letters"] == ["<b>"]
    assert found[".chip-seeks.chip-match"] == ["seeks: <i>"]
    assert found[".card-reasons li"] == ["offers <b>SQL</b>"]
    assert found["lang"] == "ar"


def test_what_a_row_lacks_is_not_in_its_card(browser: Browser, hub: Hub) -> None:
    found = parts_of(browser, hub, {"url": "https://hub.example/x/", "title": "Ada"})
    lacking = [part for part in PARTS if found[part]]
    assert lacking == [".card-title"]
    assert found["lang"] == ""


DATED = """
-- content/members/ada.yaml --
name: Ada
-- content/events/circle.yaml --
title: Circle
mode: online
start: 2026-11-17T18:00
duration: 1h
timezone: Europe/Paris
skills: [sql]
recurrence: {every: week, count: 4}
-- content/events/fair.yaml --
title: Fair
mode: online
start: 2026-11-10
all_day: true
skills: [sql]
"""
MADE = (
    SIGNATURE
    + """
const template = document.querySelector("template.card-specimen");
const events = new URL("../events/finder.json", location.href).href;
const data = await finder_data.loadFinder(events);
const parts = (card) => [".card-time", ".later-dates", ".badge-past"].map((part) => card.querySelector(part)).filter(Boolean)
  .map((part) => signature(part, location.href));
const skill = new DOMParser().parseFromString(await (await fetch("../skills/sql/")).text(), "text/html");
const byTitle = (cards) => Object.fromEntries(cards.map((card) => [card.querySelector(".card-title").textContent, [card.dataset.end, ...parts(card)]]));
const made = data.title.map((_, row) => {
  const item = document.createElement("li");
  item.append(cards.makeCard(template, finder_data.rowAt(data, row)));
  return item;
});
const before = byTitle(made.map((item) => item.firstElementChild));
document.dispatchEvent(new CustomEvent("dates", { detail: made }));
const told = Object.fromEntries(made.map((item) => [item.querySelector(".card-title").textContent, [
  item.querySelector(".card-time").innerText.trim(),
  item.querySelector(".leaf-day").textContent,
  item.querySelector(".card").classList.contains("is-past"),
  item.querySelector(".badge-past").hidden,
]]));
return [byTitle([...skill.querySelectorAll(".card-events")]), before, told];
"""
)


def test_a_made_card_goes_on_with_its_series_and_tells_the_readers_time(browser: Browser) -> None:
    hub = site(DATED)
    assert hub.build().published
    now = {"now": "2026-11-18T09:00Z", "timezone_id": "Asia/Kolkata"}
    with served(hub.out) as address, visit(browser, address, "members/", **now) as page:
        listed, made, told = in_page(page, hub.out, MODULES, MADE)
    assert made == listed
    assert set(made) == {"Circle", "Fair"}
    # The first evening is over, the second is shown: at six in Paris, which is half past ten in Kolkata.
    time, day, is_past, is_hidden = told["Circle"]
    assert "24" in time
    assert "10:30" in time
    assert (day, is_past, is_hidden) == ("24", False, True)
    assert told["Fair"][1:] == ["10", True, False]
