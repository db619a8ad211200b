"""What the finder answers is what one would find by going through the entries one by one, in hubs of any size."""

import gzip
import json
import re
import unicodedata
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit.browsing import visit
from tests.kit.finding import rows_of
from tests.kit.modules import in_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser

MODULES = ("finder-data", "finder-filter", "finder-text")
ANSWERS = """
const data = await finder_data.loadFinder("finder.json");
const index = finder_filter.indexOf(data);
return Promise.all(given.map(async ({ facets, q }) => {
  const demands = Object.entries(facets).map(([facet, values]) => ({ facet, mask: finder_filter.chosenIn(index, facet, values) }));
  if (q) demands.push({ facet: "", mask: await finder_text.matching(data, index, q) });
  const { rows, counts, without } = finder_filter.narrow(index, demands);
  return { rows, counts: Object.fromEntries([...counts].map(([name, numbers]) => [name, [...numbers]])), without: [...without] };
}));
"""
Question = dict[str, Any]


class Entries:
    """The entries of a directory, gone through one by one."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.facets = {
            each["name"]: {**each, "rows": rows_of(each["rows"])} for each in data["facets"]
        }
        self.words = [self._words(row) for row in range(data["count"])]

    def chose(self, row: int, name: str) -> set[str]:
        """The values that the entry has in the facet."""
        facet = self.facets[name]
        return {facet["values"][place][0] for place in facet["rows"][row]}

    def meets(self, row: int, asked: Question, but: str = "") -> bool:
        """Whether the entry meets all that is asked for, but for one thing."""
        wanted = asked["facets"].items()
        return all(
            name == but or self.chose(row, name) & set(values) for name, values in wanted
        ) and (
            but == "q"
            or all(
                any(one.startswith(word) for one in self.words[row]) for word in words(asked["q"])
            )
        )

    def answer(self, asked: Question) -> dict[str, Any]:
        """Rows, counts and what dropping each demand gives back."""
        rows = [row for row in range(self.data["count"]) if self.meets(row, asked)]
        demands = [*asked["facets"], *(["q"] if asked["q"] else [])]
        return {
            "rows": rows,
            "counts": {name: self._counts(name, asked) for name in self.facets},
            "without": [self._left(asked, but=name) - len(rows) for name in demands],
        }

    def _left(self, asked: Question, but: str) -> int:
        return sum(self.meets(row, asked, but) for row in range(self.data["count"]))

    def _counts(self, name: str, asked: Question) -> list[int]:
        left = [
            self.chose(row, name)
            for row in range(self.data["count"])
            if self.meets(row, asked, name)
        ]
        return [sum(value in chosen for chosen in left) for value, _ in self.facets[name]["values"]]

    def _words(self, row: int) -> list[str]:
        facts = self.data.get("facts", {"rows": [[]] * self.data["count"], "values": []})
        said = [self.data["title"][row], self.data["summary"][row]]
        for facet in self.facets.values():
            said += [facet["values"][place][1] for place in facet["rows"][row]]
        for place in facts["rows"][row]:
            said += facts["values"][place][1:]
        return words(" ".join(said))


def words(text: str) -> list[str]:
    """Folded words: letters and numbers, `+` and `#`."""
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", text)
        if not unicodedata.category(sign).startswith("M")
    )
    kept = "".join(
        sign if unicodedata.category(sign)[0] in "LN" or sign in "+#" else " "
        for sign in plain.lower()
    )
    return kept.split()


def question(entries: Entries, chance: Random) -> Question:
    """Some values of some facets, and now and then the beginning of a word that somebody has."""
    names = chance.sample(sorted(entries.facets), chance.randint(0, 3))
    facets = {
        name: [
            value
            for value, _ in chance.choices(entries.facets[name]["values"], k=chance.randint(1, 3))
        ]
        for name in names
    }
    said = chance.choice(entries.words)
    typed = [
        chance.choice(said)[: chance.randint(1, 5)] for _ in range(chance.choice((0, 0, 1, 2)))
    ]
    return {"facets": facets, "q": " ".join(typed)}


@pytest.mark.parametrize("directory", ["members", "resources", "fr/events", "ar/mentors"])
def test_the_finder_finds_what_is_there(
    browser: Browser, example_address: str, example_site: Path, directory: str
) -> None:
    data = json.loads((example_site / directory / "finder.json").read_text("utf-8"))
    entries, chance = Entries(data), Random(7)
    asked = [question(entries, chance) for _ in range(60)]
    with visit(browser, example_address, f"{directory}/") as page:
        answers = in_page(page, example_site, MODULES, ANSWERS, asked)
    for one, answer in zip(asked, answers, strict=True):
        assert answer == entries.answer(one), one
    assert any(answer["rows"] for answer in answers)
    assert any(not answer["rows"] for answer in answers)


def sent(out: Path, page: str) -> int:
    """The compressed bytes of the page with the styles and scripts that it names, and those that these load at once."""
    html = (out / page / "index.html").read_text("utf-8")
    waiting = [
        (out / page, each)
        for each in re.findall(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"', html)
    ]
    total, seen = len(gzip.compress(html.encode(), mtime=0)), set()
    while waiting:
        folder, name = waiting.pop()
        path = (folder / name).resolve()
        if path in seen:
            continue
        seen.add(path)
        data = path.read_bytes()
        total += len(gzip.compress(data, mtime=0))
        if path.suffix == ".js":
            waiting += [
                (path.parent, each) for each in re.findall(r'\bfrom\s*"(\.[^"]+)"', data.decode())
            ]
    assert len(seen) > 2
    return total


@pytest.mark.parametrize("directory", ["members", "resources", "mentors", "ar/members"])
def test_the_first_view_is_light(example_site: Path, directory: str) -> None:
    assert sent(example_site, directory) < 60_000


# What one does with a directory, and how long the page is busy until it can draw what that changes: words, layout and all.
ACTS = """
const busy = async (act) => {
  const begun = performance.now();
  act();
  for (let turn = 0; turn < 20; turn += 1) await null;
  document.body.getBoundingClientRect();
  const time = performance.now() - begun;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 80))));
  return time;
};
const field = document.querySelector("[name=q]");
const sort = document.querySelector("[name=sort]");
const boxes = () => [...document.querySelectorAll("[data-facet] .choices input")];
const type = (words) => { field.value = words; field.dispatchEvent(new InputEvent("input", { bubbles: true })); };
const acts = {
  tick: (turn) => boxes()[(turn * 5) % boxes().length].click(),
  untick: () => (document.querySelector(".pick") ?? boxes()[0]).click(),
  type: (turn) => type("developing".slice(0, 1 + (turn % 9))),
  clear: (turn) => type(turn % 2 ? "" : "a"),
  sort: () => {
    sort.selectedIndex = (sort.selectedIndex + 1) % sort.options.length;
    sort.dispatchEvent(new Event("change", { bubbles: true }));
  },
};
// What it takes to lay out the page's own sixty cards, all of them, as a measure of the machine at this moment.
const list = document.querySelector(".directory-all");
for (const card of list.querySelectorAll(".cards > li")) card.style.contentVisibility = "visible";
const times = { list: [] };
for (let turn = 0; turn < 15; turn += 1) {
  const [place, after] = [list.parentNode, list.nextSibling];
  list.remove();
  document.body.getBoundingClientRect();
  times.list.push(await busy(() => place.insertBefore(list, after)));
}
times.list.sort((one, other) => one - other);
for (const [name, act] of Object.entries(acts)) {
  times[name] = [];
  for (let turn = 0; turn < 15; turn += 1) times[name].push(await busy(() => act(turn)));
  times[name].sort((one, other) => one - other);
}
return times;
"""


def shown(page: Page) -> int:
    return page.locator(".finder-results .card").count()


FRAME = 16
"""Milliseconds."""
TIMES = 3
"""That all is measured again, if something was late: what the page does itself is late each time."""


@pytest.mark.alone
def test_ten_thousand_entries_answer_within_a_frame(browser: Browser, large_site: Path) -> None:
    assert sent(large_site, "members") < 60_000
    late: list[Any] = ["nothing was measured"]
    for _ in range(TIMES):
        late = late and too_late(answer_times(browser, large_site))
    assert late == []


def answer_times(browser: Browser, site: Path) -> dict[str, list[float]]:
    """Milliseconds of each act on a page that was just opened, sorted; and of laying out its own list."""
    with (
        served(site) as where,
        visit(browser, where, "members/", viewport={"width": 1440, "height": 900}) as page,
    ):
        page.get_by_role("searchbox", name="Words to look for").focus()
        page.wait_for_timeout(1500)
        times: dict[str, list[float]] = in_page(page, site, (), ACTS)
        return times


def too_late(times: dict[str, list[float]]) -> list[Any]:
    """What took longer than it may. Whatever else the machine does only adds to it: the quickest tells what the page does.
    A machine that is busy all the time takes longer for everything.
    """
    whole = times.pop("list")
    longest = max(FRAME, whole[0] / 2)
    usual = max(2 * FRAME, whole[len(whole) // 2])
    return [
        (name, took, whole)
        for name, took in times.items()
        if took[0] >= longest or took[len(took) // 2] >= usual
    ]


@pytest.mark.alone  # It measures nothing, but so the large site is built once.
def test_ten_thousand_entries_are_drawn_little_by_little(
    browser: Browser, large_site: Path
) -> None:
    with (
        served(large_site) as where,
        visit(browser, where, "members/", viewport={"width": 1440, "height": 900}) as page,
    ):
        page.locator("[data-facet=languages] .choices input").first.check()
        expect(page.locator(".finder-status")).to_contain_text("matches")
        more = page.get_by_role("button", name="Show 24 more")
        more.click()
        expect(page.locator(".finder-results li:nth-child(25) .card-title a")).to_be_focused()
        expect(more).to_be_visible()
        assert shown(page) == 48
        page.get_by_label("Order").select_option(label="Newest first")
        expect(page).to_have_url(re.compile("sort=newest"))
        expect(more).to_be_visible()
        assert shown(page) == 24
        # Who asks again before all is drawn sees nothing of the first answer.
        page.evaluate(
            """() => {
            const boxes = document.querySelectorAll("[data-facet=languages] .choices input");
            for (const box of [...boxes].slice(1, 4)) box.click();
            }"""
        )
        expect(more).to_be_visible()
        listed = page.locator(".finder-results .card-title").all_inner_texts()
        assert len(listed) == 24
        page.reload()
        expect(more).to_be_visible()
        assert page.locator(".finder-results .card-title").all_inner_texts() == listed
