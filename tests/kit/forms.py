"""A small hub with forms, what somebody fills into one, and the file that comes out of it."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from tests.kit import Hub, site
from tests.kit.browsing import visit
from tests.kit.serving import served

FORM_HUB = """
    -- site.yaml --
    title: Test hub
    languages: [en, ar]
    repository: {url: https://github.com/weavers/hub, branch: main}
    diagnostics: {HG203: error}
    collections:
      tools:
        label: Tools
        singular: tool
        title_field: name
        fields:
          name: {kind: text, required: true, label: Name}
          weight: {kind: number, min: 0, max: 100}
          colours: {kind: list, of: [red, green, blue]}
          keeper: {kind: reference, to: members}
          lent: {kind: mapping, keys: month, of: {kind: text}}
          story: {kind: markdown, body: true}
    -- content/skills.yaml --
    looms: {name: Looms, aliases: [weaving machines]}
    public-speaking: {name: Public speaking}
    -- content/members/ada.yaml --
    name: Ada Lovelace
    offers: [looms]
    -- content/members/grace.md --
    ---
    name: Grace Hopper
    ---
    I like *nanoseconds*.
    -- content/members/lin.md --
    ---
    # Asked twice.
    name: Lin Odd
    email: lin-secret@example.org
    owner: lin-account
    headline: Spins
    timezone: Europe/Paris
    ---
    I spin.
    -- content/members/hid.yaml --
    name: Hidden Person
    visibility: hidden
    -- content/members/uma.yaml --
    name: Uma Unlisted
    pronouns: unlisted-words
    visibility: unlisted
    -- content/members/dra.yaml --
    name: Draft Person
    draft: true
    -- content/events/ring.md --
    ---
    title: Ring
    start: 2027-03-02 18:00
    end: 2027-03-02 19:30
    timezone: Europe/Paris
    mode: online
    recurrence: FREQ=MONTHLY;BYDAY=1TU
    join_url: https://secret.example/
    ---
    Come.
    -- content/resources/looms.md --
    ---
    title: On looms
    type: book
    url: https://looms.example/
    ---
    A book.
    -- content/tools/shears.md --
    ---
    name: Shears
    ---
"""


class Visit(Protocol):
    """Opens a page of the hub's site."""

    def __call__(self, path: str, **context: Any) -> AbstractContextManager[Page]: ...


@cache
def form_hub() -> Hub:
    """The hub, built; whoever puts something into it takes a copy."""
    hub = site(FORM_HUB)
    assert hub.build().published
    return hub


@contextmanager
def visits(browser: Browser) -> Iterator[Visit]:
    """A way to open its pages, below a folder of a server."""
    with served(form_hub().out, "/a/hub/") as address:

        def open_page(path: str, **context: Any) -> AbstractContextManager[Page]:
            return visit_form(browser, address, path, **context)

        yield open_page


@contextmanager
def visit_form(browser: Browser, home: str, path: str, **context: Any) -> Iterator[Page]:
    """The page at that path of the site, with its form ready where it has one."""
    with visit(browser, home, path, **context) as page:
        if "contribute/" in path and context.get("java_script_enabled", True):
            # The script comes when somebody comes to the form.
            page.locator(".entry-form").dispatch_event("pointerdown")
            expect(page.locator(".entry-form[data-ready]")).to_be_attached()
        yield page


def field(page: Page, *names: str) -> Locator:
    """The field of that name, in the field of the name before."""
    found = page.locator(f".entry-form .form-part > [data-name={names[0]}]")
    for name in names[1:]:
        found = found.locator(f"[data-name={name}]")
    return found


def fill_in(page: Page, answers: Mapping[str, Any]) -> None:
    """Put answers into the fields of the form, as a person would: by typing, ticking and adding."""
    page.locator(".form-more").evaluate_all("(all) => all.forEach((each) => (each.open = true))")
    for name, answer in answers.items():
        answer_in(field(page, name), answer)


def answer_in(place: Locator, answer: Any) -> None:
    """Put an answer into one field."""
    widget = place.get_attribute("data-widget")
    own = place.locator(".form-input").first
    match widget:
        case "choices":
            for word in answer:
                place.locator(f"input[value='{word}']").check()
        case "choice":
            own.select_option(answer)
        case "flag":
            own.check()
        case "names":
            for name in [answer] if isinstance(answer, str) else answer:
                own.fill(name)
                own.press("Enter")
        case "parts":
            for name, part in answer.items():
                answer_in(place.locator(f":scope > .form-inner > [data-name={name}]"), part)
        case "list":
            for item in answer:
                place.locator(":scope > p > .form-add").click()
                last = place.locator(":scope > .form-items > li").last
                answer_in(last.locator(":scope > .form-field"), item)
        case "map":
            for key, value in answer.items():
                place.locator(":scope > p > .form-add").click()
                last = place.locator(":scope > .form-items > li").last
                answer_in(last.locator(":scope > [data-name=key]"), key)
                answer_in(last.locator(":scope > [data-name=value]"), value)
        case _:
            own.fill(answer)


def hand_in(page: Page) -> None:
    """Press the form's button."""
    page.locator(".entry-form [type=submit]").click()


def file_in(url: str) -> tuple[str, str]:
    """The name and the text of the file that an address of the host's editor holds."""
    query = parse_qs(urlsplit(url).query, keep_blank_values=True)
    return query["filename"][0], query.get("value", [""])[0]
