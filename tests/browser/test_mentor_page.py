"""A mentor's page: how to reach them, their times on both clocks, and a first message to copy."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.kit.browsing import visit
from tests.kit.mentors import mentors_hub
from tests.kit.serving import served

pytestmark = pytest.mark.browser

NOW = "2026-11-18T12:00:00Z"
MESSAGE = """\
Hello Ada Stitch,

I found you among the mentors of A hub.

You help with SQL and Public speaking. I would like to get further with [which of them, and what you want to be able to do].

What I have tried so far: [two or three lines]
The question that I would bring: [one question]

Would Monday, 6:00 PM – 9:00 PM (Europe/Berlin) suit you for a first talk (45 min)?

Thank you for offering your time.
[your name]
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    hub = mentors_hub()
    assert hub.build().published
    with served(hub.out, "/a/hub/") as address:
        yield address


def message(page: Page) -> str:
    return plain(page.locator(".reach textarea").input_value())


def plain(text: str) -> str:
    """With the space that one types."""
    return text.replace("\u202f", " ").replace("\u2009", " ")


def times(page: Page) -> list[str]:
    return [plain(each) for each in page.locator(".reach-mine:visible").all_inner_texts()]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_first_message_stands_ready(browser: Browser, address: str, scripts: bool) -> None:
    with visit(
        browser, address, "mentors/ada/", java_script_enabled=scripts, timezone_id="Europe/Berlin"
    ) as page:
        assert message(page).strip() == MESSAGE.strip()
        assert page.get_by_role("textbox", name="A first message").is_editable()
        assert page.get_by_role("button", name="Copy the message").is_visible() == scripts
        assert page.locator(".reach-state").inner_text() == "2 places are free."


def test_after_the_finder_it_names_what_both_share(browser: Browser, address: str) -> None:
    start = "mentors/#want=sql&speak=fr&free=weekday-evenings"
    with visit(browser, address, start, now=NOW, timezone_id="Europe/Lisbon") as page:
        page.locator(".match-found .card-title a").first.click()
        asking = "I would like to get further with SQL, which you offer"
        expect(page.locator(".reach textarea")).to_have_value(re.compile(asking))
        # Not before the day after tomorrow, and while both are free: 18:00 in Lisbon.
        expected = (
            "Would Monday, November 23 at 7:00 PM (Europe/Berlin) suit you for a first talk (45 min)?"
            " On my clock that is Monday, November 23 at 6:00 PM. We could speak French."
        )
        assert expected in message(page)
        assert message(page).startswith("Hello Ada Stitch,\n\nI found you")


def test_where_hours_never_meet_it_asks_to_write(browser: Browser, address: str) -> None:
    path = "mentors/ada/#want=sql&free=weekday-mornings"
    with visit(browser, address, path, now=NOW, timezone_id="Europe/Berlin") as page:
        expect(page.locator(".reach textarea")).to_have_value(re.compile("which you offer"))
        assert "Our usual hours don’t meet. May I send you my question in writing?" in message(page)


def test_what_was_already_written_stays(browser: Browser, address: str) -> None:
    with visit(browser, address, "", now=NOW) as page:
        waiting: list[Route] = []

        def hold(route: Route) -> None:
            waiting.append(route)

        page.route("**/finder.json", hold)
        with page.expect_request("**/finder.json"):
            page.goto(f"{address}mentors/ada/#want=sql")
        page.locator(".reach textarea").fill("My own words")
        with page.expect_response("**/finder.json"):
            waiting[0].continue_()
        page.wait_for_timeout(100)
        assert message(page) == "My own words"


def test_times_are_shown_on_the_readers_clock(browser: Browser, address: str) -> None:
    with visit(browser, address, "mentors/ada/", now=NOW, timezone_id="Asia/Kolkata") as page:
        head = page.locator(".reach-mine-head").inner_text()
        assert head in {"Your time (Asia/Kolkata)", "Your time (Asia/Calcutta)"}
        # From half past ten in the evening into the next day.
        assert times(page) == ["Mon 10:30 PM – Tue 1:30 AM", "Thu 10:30 PM – Fri 1:30 AM"]
    with visit(browser, address, "mentors/ada/", now=NOW, timezone_id="Europe/Oslo") as page:
        assert not page.locator(".reach-mine-head").is_visible()
        assert times(page) == []


def test_copying_is_announced(browser: Browser, address: str) -> None:
    with visit(
        browser, address, "mentors/ada/", permissions=["clipboard-read", "clipboard-write"]
    ) as page:
        button = page.get_by_role("button", name="Copy the message")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("The message is copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert plain(copied).strip() == MESSAGE.strip()


def test_where_copying_is_forbidden_the_text_is_selected(browser: Browser, address: str) -> None:
    with visit(browser, address, "mentors/ada/") as page:
        page.evaluate(
            "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error())}})"
        )
        page.get_by_role("button", name="Copy the message").click()
        expect(page.get_by_role("status")).to_have_text(re.compile("is selected"))
        selected = "(box) => box.value.slice(box.selectionStart, box.selectionEnd)"
        assert plain(page.locator("textarea").evaluate(selected)).strip() == MESSAGE.strip()


@pytest.mark.parametrize("locale", ["", "fr/", "es/", "de/", "ar/"])
@pytest.mark.parametrize("mentor", ["ada", "bo", "cy", "ed"])
def test_every_language_fills_every_place(
    browser: Browser, address: str, locale: str, mentor: str
) -> None:
    path = f"{locale}mentors/{mentor}/#want=sql&want=weaving&want=communication&speak=en&speak=de"
    with visit(browser, address, path, now=NOW, timezone_id="America/Bogota") as page:
        box = page.locator(".reach textarea")
        default = box.evaluate("(box) => box.defaultValue")
        expect(box).not_to_have_value(default)
        for text in (default, box.input_value(), page.locator(".reach").inner_text()):
            assert not re.search(r"\{\w+\}|match\.", text)


def test_who_pauses_says_so(browser: Browser, address: str) -> None:
    with visit(browser, address, "mentors/ed/", timezone_id="Europe/Berlin") as page:
        assert "Please don’t write now." in page.locator(".reach-state").inner_text()
        assert page.locator(".reach-times").count() == 0
        assert "When would you have time for a first talk?" in message(page)
