"""The parts of a search index as a browser puts them together: what the build put in, whatever is asked."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bench.corpus import write_hub
from tests.kit import Hub
from tests.kit.browsing import visit
from tests.kit.indexed import Indexed, Weighed
from tests.kit.modules import in_page
from tests.kit.searching import search, search_page, shown
from tests.kit.serving import served

pytestmark = pytest.mark.browser

OPENED = """
const root = new URL(document.documentElement.dataset.root || "./", location.href);
const index = await search_index_search.Index.open(new URL("search/index.en.json", root).href);
"""
LIKE = """
const like = async (kind, word) => {
  const found = await kind.like(word);
  return [...new Set(found.filter((each) => each.word === word).flatMap(({ rows }) => [...rows]))].sort((a, b) => a - b);
};
const answers = [];
for (const word of given) answers.push([await like(index.names, word), await like(index.texts, word)]);
return answers;
"""
FOUND = """
const answers = [];
for (const text of given) {
  const found = [];
  for (const [collection] of index.start.collections) {
    const { groups } = await index.answer({ text, chosen: { collection }, limit: 1000 }, "texts");
    for (const group of groups) found.push(...group.found.map(({ id }) => id));
  }
  answers.push(found.sort((a, b) => a - b));
}
return answers;
"""

CHOSEN = """
const opened = () => search_index_search.Index.open(new URL("search/index.en.json", root).href);
const ids = (answer) => answer && [...answer.best, ...answer.groups.flatMap(({ found }) => found)].map(({ id }) => id);
const deep = async (index, query) => {
  const found = [];
  for (const depth of ["names", "texts", "counts"]) found.push(ids(await index.answer(query, depth)));
  return found;
};
const all = async (index, text, chosen) => {
  const found = [];
  for (const [collection] of index.start.collections) {
    found.push(...ids(await index.answer({ text, chosen: { ...chosen, collection }, limit: 1000 }, "texts")));
  }
  return found;
};
const withColumns = await opened();
const answers = [];
for (const [text, facet, value] of given) {
  const chosen = { [facet]: value };
  await withColumns.answer({ text: "nobody" }, "counts");
  answers.push({
    all: await all(index, text, {}),
    narrow: await all(await opened(), text, chosen),
    early: await deep(await opened(), { text, chosen }),
    late: await deep(withColumns, { text, chosen }),
  });
}
return answers;
"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """Three hundred, and somebody with letters of her own."""
    made = Hub(tmp_path_factory.mktemp("indexed") / "hub")
    write_hub(made.root, 300)
    made.edit("site.yaml", made.read("site.yaml") + "\nsearch: index\n")
    made.edit("content/members/zoe.yaml", "name: Zoë Łukasz معلّم 日本\nheadline: C++ and C#\n")
    return made


@pytest.fixture(scope="module")
def index(hub: Hub) -> Indexed:
    build = hub.build()
    assert build.published, build.diagnostics
    return Indexed(build)


@pytest.fixture(scope="module")
def page(browser: Browser, hub: Hub, index: Indexed) -> Iterator[Page]:
    assert index.start["count"]
    with served(hub.out) as home, visit(browser, home, "search/") as opened:
        yield opened


def asked(page: Page, hub: Hub, body: str, given: list[Any]) -> list[Any]:
    """What the scripts say to each."""
    found: list[Any] = in_page(page, hub.out, ("search/index-search",), OPENED + body, given)
    return found


def rows_in(words: Weighed, word: str) -> set[int]:
    return {row for rows in words.get(word, {}).values() for row in rows}


def test_every_word_lies_where_scripts_look_for_it(hub: Hub, index: Indexed, page: Page) -> None:
    kinds = (index.words(0), index.words(1))
    words = sorted({*kinds[0], *kinds[1]})
    assert {"zoe", "lukasz", "معلم", "日", "c++", "c#"} <= set(words)
    found = asked(page, hub, LIKE, words)
    assert found == [[sorted(rows_in(kind, word)) for kind in kinds] for word in words]


def fitting(term: str, index: Indexed) -> set[int]:
    """By the rules of docs/search.md: names by the beginnings of two letters and more, texts by those of three and common words as a whole."""
    return saying(term, index.words(0), 2) | (
        rows_in(index.common, term) or saying(term, index.words(1), 3)
    )


def saying(term: str, words: Weighed, letters: int) -> set[int]:
    """The rows that say the word, or one that begins so if it has as many letters."""
    fits = {word for word in words if len(term) >= letters and word.startswith(term)}
    return {row for word in {term, *fits} for row in rows_in(words, word)}


def test_what_has_all_words_is_found_and_nothing_else(hub: Hub, index: Indexed, page: Page) -> None:
    words = sorted({*index.words(0), *index.words(1)})[::97]
    beginnings = [word[: 1 + number % 5] for number, word in enumerate(words)]
    pairs = [" ".join(pair) for pair in pairwise(beginnings)]
    common = list(index.common)
    assert {"and", "to"} <= set(common)
    assert any(saying(word, index.words(1), 3) > rows_in(index.common, word) for word in common)
    queries = [*beginnings, *pairs, *common[::5], "and to", "c", "c+", "c++", "日", "日本", "مع"]
    expected = []
    for query in queries:
        terms = ["日", "本"] if query == "日本" else query.split()
        expected.append(sorted(set.intersection(*(fitting(term, index) for term in terms))))
    answers = asked(page, hub, FOUND, queries)
    # Where nothing has all words, slips and some of the words are looked for; that is another test's.
    compared = [pair for pair in zip(expected, answers, strict=True) if pair[0]]
    assert len(compared) > len(queries) / 3
    assert [answer for _, answer in compared] == [rows for rows, _ in compared]


def test_names_answer_before_texts_are_there(browser: Browser, hub: Hub, index: Indexed) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with served(hub.out) as home, search_page(browser, home) as page:
        page.route("**/en/{texts,common}/*.json", hold)
        page.locator(".search-page input[type=search]").fill("storytelling")
        expect(page.locator(".found")).to_have_count(3)
        expect(page.locator(".search-filters")).to_be_hidden()
        assert page.locator(".found .card-title").first.inner_text() == "Storytelling"
        assert held
        for route in held:
            route.continue_()
        expect(page.get_by_label("Kind")).to_be_visible()
        assert page.locator(".found").count() > 3
    assert index.start["count"] > 300


def test_what_is_lost_on_the_way_is_asked_for_again(
    browser: Browser, hub: Hub, index: Indexed
) -> None:
    lost = []

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        route.abort()

    with served(hub.out) as home, search_page(browser, home) as page:
        page.route("**/en/*/*.json", lose)
        page.locator(".search-page input[type=search]").fill("storytelling")
        failed = page.locator("template.search-kit").get_attribute("data-failed") or "?"
        expect(page.locator(".search-status")).to_have_text(failed)
        assert lost
        page.unroute("**/en/*/*.json")
        page.locator(".search-page input[type=search]").fill("")
        assert "skills/storytelling/" in search(page, "storytelling")[0]
    assert index.start["count"] > 300


def test_what_is_not_shown_is_not_loaded(browser: Browser, hub: Hub, index: Indexed) -> None:
    loaded: list[str] = []
    with served(hub.out) as home, search_page(browser, home) as page:
        page.on("request", lambda request: loaded.append(request.url))
        shown = search(page, "storytelling")
    rows = [url for url in loaded if "/rows/" in url]
    words = [url for url in loaded if url.split("/")[-2] in {"names", "texts", "common"}]
    assert len(rows) == len(set(rows)) <= len(shown) < len(index.start["rows"]["names"])
    assert len(words) == 2


def test_a_common_word_is_loaded_alone(browser: Browser, hub: Hub, index: Indexed) -> None:
    loaded: list[str] = []
    with served(hub.out) as home, search_page(browser, home) as page:
        page.on("request", lambda request: loaded.append(request.url))
        search(page, "and to")
    kinds = [url.split("/")[-2] for url in loaded if "/search/en/" in url]
    assert kinds.count("common") == 2
    assert "texts" not in kinds
    assert index.start["count"] > 300


def test_what_was_common_when_the_page_was_opened_is_found(
    hub: Hub, index: Indexed, page: Page
) -> None:
    """The first file may be older than the others: a word that is in no drawer of its own is where all words are."""
    rare = next(word for word in index.words(1) if len(word) > 4 and word not in index.common)
    stale = f'index.texts.words = new Set(["{rare}"]);\n'
    [found] = asked(page, hub, stale + FOUND, [rare])
    assert found == sorted(fitting(rare, index))


def test_a_choice_leaves_those_who_have_it(hub: Hub, index: Indexed, page: Page) -> None:
    """Their drawers say what columns say: in their order, however much is known by then."""
    columns = {facet: index.filter(facet) for facet in index.start["filters"]}
    asked_for = [
        (text, facet, value)
        for text in ("storytelling", "tools how")
        for facet, column in columns.items()
        for value in [*sorted({value for row in column for value in row})[::45], "nobody", "sk"]
    ]
    answers = asked(page, hub, CHOSEN, asked_for)
    for (_, facet, value), answer in zip(asked_for, answers, strict=True):
        having = [row for row in answer["all"] if value in columns[facet][row]]
        assert answer["narrow"] == having
        assert answer["early"] == answer["late"]
        names, texts, counts = answer["early"]
        assert texts == counts
        assert bool(texts) == bool(having)
        assert {*(names or ()), *texts} <= set(having)
    assert sum(bool(answer["narrow"]) for answer in answers) > 5
    assert any(answer["early"][0] for answer in answers)
    assert any(not answer["narrow"] for answer in answers)


def test_a_choice_in_an_address_does_not_wait_for_columns(
    browser: Browser, hub: Hub, index: Indexed
) -> None:
    held: list[Route] = []
    loaded: list[str] = []

    def hold(route: Route) -> None:
        held.append(route)

    with served(hub.out) as home, visit(browser, home) as page:
        page.on("request", lambda request: loaded.append(request.url))
        page.route("**/search/en/*.json", hold)
        # Columns are asked for when all that can be shown without them stands there.
        with page.expect_request("**/search/en/level-*.json"):
            page.goto(f"{home}search/?q=storytelling&skill=storytelling")
        early = shown(page)
        assert len([url for url in loaded if "/en/choices/" in url]) == 1
        while len(held) < len(index.start["filters"]):
            page.wait_for_timeout(20)
        for route in held:
            route.continue_()
        expect(page.get_by_label("Kind")).to_be_visible()
        assert shown(page) == early
    rows = dict(zip(index.column("url"), index.filter("skill"), strict=True))
    assert len(early) > 3
    assert all("storytelling" in rows[url.removeprefix(home)] for url in early)


def test_what_was_loaded_for_numbers_is_not_loaded_again(
    browser: Browser, hub: Hub, index: Indexed
) -> None:
    """Who narrows results has the columns by then."""
    loaded: list[str] = []
    with served(hub.out) as home, search_page(browser, home) as page:
        search(page, "storytelling")
        everything = page.locator(".search-status").inner_text()
        page.on("request", lambda request: loaded.append(request.url))
        page.locator(".search-filters select[name=skill]").select_option("storytelling")
        expect(page.locator(".search-status")).not_to_have_text(everything)
        assert shown(page)
    assert index.start["choices"]["file"]
    assert not [url for url in loaded if "/en/choices/" in url]
