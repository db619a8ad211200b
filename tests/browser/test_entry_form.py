"""The form that writes an entry's file, in a real browser: by keyboard alone, for every sort of collection, with every sort of text."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Route, expect

from hubgen.cli.group import hubgen
from tests.kit import Hub
from tests.kit.axe import findings
from tests.kit.browsing import visit
from tests.kit.forms import Visit, answer_in, field, file_in, fill_in, form_hub, hand_in, visits
from tests.kit.keyboard import tab_to_submit, type_in
from tests.kit.serving import served

pytestmark = pytest.mark.browser

NASTY = "👩‍🚀 \"so: #1\" 'C#' - مرحبا --- <script>alert(1)</script> {x} [y] a\\b %20 yes"
LONG = "\n\n".join(f"Paragraph {n}: {'word ' * 17}words." for n in range(1, 60))[:5000]
"""What somebody wrote; one ends in the middle of a word."""
MEMBER = {
    "name": NASTY,
    "headline": "yes",
    "goals": ["1.10", "- a", "null"],
    "bio": f"# Hi\n\n---\n\n{NASTY}\n\n- one",
}
ANSWERS: dict[str, dict[str, Any]] = {
    "members": {
        **MEMBER,
        "offers": ["weaving machines"],
        "languages": ["fr", "Arabic"],
        "location": {"city": "Łódź", "country": "PL", "latitude": "51.77", "longitude": "19.46"},
        "timezone": "Europe/Warsaw",
        "links": ["github: ada", "https://ada.example.org/"],
        "email": "ada@example.org",
        "joined": "2026-03",
        "confirmed": "2026-11-01",
        "status": "in memoriam",
    },
    "resources": {"title": f"On {NASTY}", "url": "https://a.example/b?c=d#e", "type": "book", "skills": ["looms"], "identifier": "10.1234/5", "reviews": [{"by": "ada", "rating": "5", "text": NASTY}], "tags": ["a b", "c"], "description": NASTY},
    "mentors": {"member": "Ada Lovelace", "topics": ["looms"], "contact": "@ada@social.example", "levels": ["beginner", "advanced"], "capacity": "3", "availability": [{"days": ["tuesday", "friday"], "from": "18:00", "to": "20:00"}], "expectations": NASTY},
    "events": {"title": NASTY, "start": "2027-03-02T18:00", "end": "2027-03-02T19:30", "timezone": "Europe/Paris", "mode": "online", "speakers": ["ada", "Some Body"], "registration": {"url": "https://r.example/"}, "recurrence": {"every": "week", "on": ["tuesday"], "until": "2027-06-29"}, "description": NASTY},
    "tools": {"name": NASTY, "weight": "1.5", "colours": ["red", "blue"], "keeper": "ada", "lent": {"2026-03": "yes"}, "story": NASTY},
}  # fmt: skip
LONG_ANSWERS: dict[str, dict[str, Any]] = {
    "members": {"name": "Noor", "bio": LONG},
    "resources": {"title": "On knots", "url": "https://a.example/", "type": "book", "description": LONG},
    "mentors": {"name": "Noor", "topics": ["looms"], "contact": "https://noor.example.org/ask", "expectations": LONG},
    "events": {"title": "Knots", "start": "2027-03-02T18:00", "timezone": "Europe/Paris", "mode": "online", "description": LONG},
    "tools": {"name": "Needle", "story": LONG},
}  # fmt: skip


@pytest.fixture(scope="module")
def hub() -> Hub:
    return form_hub()


@pytest.fixture(scope="module")
def go(browser: Browser) -> Iterator[Visit]:
    with visits(browser) as opened:
        yield opened


def prefilled(page: Page) -> str:
    """The address that the form's result leads to."""
    expect(page.locator(".form-result")).to_be_visible()
    return page.locator(".form-open").get_attribute("href") or ""


def accepted(hub: Hub, path: str, text: str) -> None:
    """What `check` says of the hub with that file in it is nothing."""
    other = hub.clean_copy().edit(path, text)
    assert [(each.code, each.message) for each in other.check()] == []


def made_by_new(hub: Hub, collection: str, answers: dict[str, Any]) -> str:
    """What `hubgen new` writes for the same answers."""
    other = hub.clean_copy().edit("answers.json", json.dumps(answers))
    file = str(other.root / "answers.json")
    words = ["new", "-C", str(other.root), collection, "new-one", "--answers", file]
    assert CliRunner().invoke(hubgen, words).exit_code == 0
    return other.read(f"content/{collection}/new-one.md")


def test_the_member_form_by_keyboard_alone(go: Visit, hub: Hub) -> None:
    with go("contribute/members/") as page:
        press, write = page.keyboard.press, page.keyboard.type
        page.locator(".entry-form .form-input").first.focus()
        write("Noor Haddad")
        press("Tab")
        write("Weaves: by hand")
        for _ in "ab":
            press("Tab")
        # Offers: a skill by another of its names, chosen with the arrows.
        write("weaving")
        expect(page.get_by_role("option", name="Looms")).to_be_visible()
        press("ArrowDown")
        press("Enter")
        expect(field(page, "offers").locator(".form-chosen li")).to_have_text(["Looms"])
        email = field(page, "email").locator(".form-input")
        while not page.evaluate("document.activeElement.matches('.form-more > summary')"):
            press("Tab")
        press("Enter")
        while not email.evaluate("(each) => each === document.activeElement"):
            press("Tab")
        write("noor at example.org")
        press("Tab")
        problem = field(page, "email").locator(".form-problem")
        expect(problem).to_contain_text("'noor at example.org' is no e-mail address")
        expect(problem).to_contain_text("write noor@example.org")
        expect(email).to_have_attribute("aria-invalid", "true")
        described = email.get_attribute("aria-describedby") or ""
        assert (problem.get_attribute("id") or "?") in described.split()
        expect(page.locator(".form-status")).to_contain_text("is no e-mail address")
        # Handed in as it is, the form says what is wrong, and leads there.
        while not page.evaluate("document.activeElement.matches('[type=submit]')"):
            press("Tab")
        press("Enter")
        expect(page.locator(".form-summary")).to_be_focused()
        expect(page.locator(".form-summary li")).to_have_count(1)
        expect(page.locator(".form-result")).to_be_hidden()
        press("Tab")
        press("Enter")
        expect(email).to_be_focused()
        press("Control+A")
        write("noor@example.org")
        expect(problem).to_be_hidden()
        press("Enter")
        expect(page.locator("#form-result-title")).to_be_focused()
        url = prefilled(page)
        press("Tab")
        expect(page.locator(".form-open")).to_be_focused()
    assert (
        urlsplit(url)._replace(query="").geturl()
        == "https://github.com/weavers/hub/new/main/content/members"
    )
    name, text = file_in(url)
    assert name == "noor-haddad.md"
    assert "offers:\n  - looms\n" in text
    accepted(hub, f"content/members/{name}", text)


@pytest.mark.parametrize("collection", ANSWERS)
def test_every_sort_of_entry_by_keyboard_alone(collection: str, go: Visit, hub: Hub) -> None:
    with go(f"contribute/{collection}/") as page:
        first = page.locator(".entry-form .form-input").first
        # Whoever hands in nothing is told what is missing, and led there.
        first.focus()
        tab_to_submit(page)
        page.keyboard.press("Enter")
        expect(page.locator(".form-summary")).to_be_focused()
        expect(page.locator(".form-summary li").first).to_contain_text("is missing")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        wrong = page.locator(".entry-form [aria-invalid=true]").first
        expect(wrong).to_be_focused()
        expect(wrong).to_have_accessible_description(re.compile("is missing"))
        while not first.evaluate("(each) => each === document.activeElement"):
            page.keyboard.press("Shift+Tab")
        type_in(page, ANSWERS[collection], "new-one")
        page.keyboard.press("Enter")
        name, text = file_in(prefilled(page))
        (kept,) = page.evaluate("Object.values(localStorage)")
    assert name == "new-one.md"
    assert text == made_by_new(hub, collection, json.loads(kept)["answers"])
    assert text.startswith(
        f"---\n# yaml-language-server: $schema=../../.hubgen/schema/{collection}.schema.json\n"
    )
    accepted(hub, f"content/{collection}/{name}", text)


def test_a_text_that_is_too_long_for_an_address_is_copied(go: Visit, hub: Hub) -> None:
    assert len(LONG) > 4500
    with go("contribute/members/", permissions=["clipboard-read", "clipboard-write"]) as page:
        fill_in(page, {"name": "Noor", "bio": LONG * 2})
        hand_in(page)
        url = prefilled(page)
        assert file_in(url) == ("noor.md", "")
        expect(page.locator(".form-told")).to_contain_text("too long")
        expect(page.locator(".form-open")).to_have_text("Open on GitHub")
        page.locator(".form-copy").click()
        expect(page.locator(".form-copy")).to_have_text("Copied")
        text = page.evaluate("navigator.clipboard.readText()")
        with page.expect_download() as coming:
            page.locator(".form-download").click()
        assert coming.value.suggested_filename == "noor.md"
        assert coming.value.path().read_text("utf-8") == text
    accepted(hub, "content/members/noor.md", text)


@pytest.mark.parametrize("collection", LONG_ANSWERS)
def test_five_thousand_characters_fit_into_an_address(collection: str, go: Visit, hub: Hub) -> None:
    assert len(LONG) == 5000
    with go(f"contribute/{collection}/") as page:
        fill_in(page, LONG_ANSWERS[collection])
        hand_in(page)
        name, text = file_in(prefilled(page))
    assert text.endswith(LONG + "\n")
    accepted(hub, f"content/{collection}/{name}", text)


def test_what_was_typed_survives_a_reload_until_it_is_handed_in(go: Visit) -> None:
    with go("contribute/events/") as page:
        given = ANSWERS["events"]
        fill_in(page, given)
        hand_in(page)
        before = file_in(prefilled(page))
        page.reload()
        expect(page.locator(".form-restored")).to_be_visible()
        hand_in(page)
        assert file_in(prefilled(page)) == before
        page.context.route("https://github.com/**", lambda route: route.fulfill(body="the host"))
        with page.context.expect_page():
            page.locator(".form-open").click()
        page.reload()
        page.locator(".entry-form").dispatch_event("pointerdown")
        expect(page.locator(".entry-form[data-ready]")).to_be_attached()
        expect(page.locator(".form-restored")).to_be_hidden()
        expect(field(page, "title").locator(".form-input")).to_have_value("")


def test_a_name_that_is_taken_is_told(go: Visit) -> None:
    with go("contribute/members/") as page:
        fill_in(page, {"name": "Ada"})
        hand_in(page)
        expect(page.locator(".form-summary")).to_contain_text("“ada” already")
        page.locator("#form-slug").fill("Ada-2")
        page.locator("#form-slug").blur()
        expect(page.locator("#form-slug-problem")).to_have_text("The name has capital letters.")


def test_what_is_missing_is_told_in_the_words_of_check(go: Visit, hub: Hub) -> None:
    with go("contribute/tools/") as page:
        hand_in(page)
        problem = field(page, "name").locator(".form-problem")
        expect(problem).to_be_visible()
        shown = problem.inner_text().split("\n")
    other = hub.clean_copy().edit("content/tools/x.md", "---\nweight: 1\n---\n")
    (said,) = [each for each in other.check() if each.code == "HG303"]
    assert [said.message, said.help] == shown


def test_a_name_that_nobody_knows_is_told_and_lets_the_file_through(go: Visit) -> None:
    with go("contribute/members/") as page:
        answer_in(field(page, "name"), "Noor")
        seeks = field(page, "seeks")
        own = seeks.locator(".form-input")
        own.press_sequentially("loo")
        expect(page.get_by_role("option", name="Looms")).to_be_visible()
        own.fill("loooms")
        own.press("Enter")
        expect(seeks.locator(".form-problem.is-mild")).to_contain_text(
            "no skill is called 'loooms'"
        )
        hand_in(page)
        assert "seeks:\n  - loooms\n" in file_in(prefilled(page))[1]


def test_nobody_has_to_wait_for_suggestions(go: Visit) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with go("contribute/members/") as page:
        page.context.route("**/skills/names.json", hold)
        own = field(page, "offers").locator(".form-input")
        own.fill("weaving machines")
        own.press("Enter")
        own.fill("Knots")
        own.press("Enter")
        own.fill("publ")
        own.press("Enter")
        for route in held:
            route.continue_()
        chosen = field(page, "offers").locator(".form-chosen li")
        expect(chosen).to_have_text(["Looms", "Knots"])
        expect(own).to_have_value("publ")
        expect(page.get_by_role("option", name="Public speaking")).to_be_visible()


def test_a_preview_does_nothing(go: Visit) -> None:
    with go("contribute/members/") as page:
        text = "# Hi\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) **b** `c`\n\n1. one\n   - two\n\n> three"
        answer_in(field(page, "bio"), text)
        page.locator(".form-preview summary").click()
        shown = page.locator(".form-shown")
        expect(shown.locator("h2")).to_have_text("Hi")
        expect(shown.locator("ol li ul li")).to_have_text("two")
        expect(shown.locator("blockquote")).to_have_text("three")
        assert shown.locator("img, a").count() == 0
        assert "<img src=x onerror=alert(1)>" in shown.inner_text()


@pytest.mark.parametrize(
    "path, width",
    [("contribute/members/", 1440), ("contribute/events/", 390), ("ar/contribute/mentors/", 390)],
)
def test_anybody_can_use_it(path: str, width: int, go: Visit) -> None:
    with go(path, viewport={"width": width, "height": 900}) as page:
        for more in page.locator(".form-more summary").all():
            more.click()
        for add in page.locator(".form-add").all():
            add.click()
        hand_in(page)
        expect(page.locator(".form-summary")).to_be_visible()
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_whoever_only_reads_the_page_loads_no_form(browser: Browser, hub: Hub) -> None:
    with served(hub.out) as address, visit(browser, address, "contribute/members/") as page:
        page.wait_for_timeout(300)
        loaded = "performance.getEntriesByType('resource').map((each) => each.name).filter((each) => each.includes('/form/'))"
        assert len(page.evaluate(loaded)) == 2
        # The first thing that somebody does counts, though the script has yet to come.
        page.locator(".form-more > summary").first.click()
        field(page, "goals").locator(".form-add").click()
        expect(field(page, "goals").locator(".form-items > li")).to_have_count(1)


def test_without_a_script_the_steps_are_there(go: Visit) -> None:
    with go("contribute/members/", java_script_enabled=False) as page:
        expect(page.locator(".entry-form")).to_be_hidden()
        expect(page.locator(".deeds pre")).to_contain_text("name: Ada Lovelace")
