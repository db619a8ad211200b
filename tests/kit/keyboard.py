"""A form that somebody fills in with the keyboard alone: with Tab from one field to the next, and by typing what each asks for."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from playwright.sync_api import Page

FOCUS = """() => {
    const here = document.activeElement;
    const field = here.closest(".form-field");
    const path = [];
    for (let at = field; at; at = at.parentElement.closest(".form-field, .form-items > li"))
        path.unshift(at.matches("li") ? [...at.parentElement.children].indexOf(at) : at.dataset.name);
    const what = here.matches(".form-more:not([open]) > summary") ? "folded"
        : here.matches(".form-add") ? "add"
        : here.id === "form-slug" ? "slug"
        : here.matches(".entry-form [type=submit]") ? "submit"
        : here.matches(".form-field :is(input, select, textarea)") ? field.dataset.widget
        : "";
    const items = field?.querySelectorAll(":scope > .form-items > li").length ?? 0;
    const names = what === "folded" ? [...here.parentElement.querySelectorAll(":scope > .form-part > .form-field")].map((each) => each.dataset.name) : [];
    return { path, what, items, names, value: here.value ?? "", choices: [...(here.options ?? [])].map((each) => each.value) };
}"""
"""What has the focus: which part of the form, and the way to its field by names and places."""
MOST_STEPS = 400
LONG = 20
"""Longer words come all at once, as from a telephone's keyboard."""


def tab_to_submit(page: Page) -> None:
    """Go on to the form's button, past everything."""
    for _ in range(MOST_STEPS):
        if page.evaluate(FOCUS)["what"] == "submit":
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard doesn't lead to the form's button")


def type_in(page: Page, answers: Mapping[str, Any], slug: str) -> None:
    """Give these answers, from the field that has the focus on to the form's button."""
    seen = set()
    for _ in range(MOST_STEPS):
        here = page.evaluate(FOCUS)
        if here["what"] == "submit":
            return
        place = (here["what"], *here["path"], here["value"] if here["what"] == "choices" else "")
        if here["what"] == "add" or place not in seen:
            seen.add(place)
            if _answered(page, here, answers, slug):
                continue
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard doesn't lead to the form's button")


def _answered(page: Page, here: Mapping[str, Any], answers: Mapping[str, Any], slug: str) -> bool:
    """Do what the part that has the focus is there for; whether something else has it now."""
    press = page.keyboard.press
    given = answer_at(answers, here["path"]) if here["path"] else None
    match here["what"]:
        case "folded":
            if not answers.keys().isdisjoint(here["names"]):
                press("Enter")
        case "slug":
            press("Control+A")
            page.keyboard.type(slug)
        case "add" if len(given or ()) > here["items"]:
            press("Enter")
            return True
        case _ if given is None or here["what"] in {"", "add"}:
            pass
        case "choices":
            if here["value"] in given:
                press("Space")
        case "flag":
            press("Space")
        case "choice":
            for _ in range(here["choices"].index(given)):
                press("ArrowDown")
        case "names":
            for name in [given] if isinstance(given, str) else given:
                page.keyboard.type(name)
                press("Enter")
        case "date" | "moment":
            _type_moment(page, given)
        case _ if len(given) > LONG:
            page.keyboard.insert_text(given)
        case _:
            page.keyboard.type(given)
    return False


def _type_moment(page: Page, given: str) -> None:
    """The parts of a day, and of an hour, as an American browser asks for them."""
    moment = datetime.fromisoformat(given)
    page.keyboard.type(f"{moment:%m%d%Y}")
    if "T" in given:
        page.keyboard.type(f"{moment:%I%M%p}")


def answer_at(answers: Any, path: Sequence[str | int]) -> Any:
    """The answer to which a way of names and places leads; None where there is none."""
    found = answers
    for step in path:
        if isinstance(step, int):
            items = list(found.items() if isinstance(found, dict) else found)
            found = items[step] if step < len(items) else None
        elif isinstance(found, tuple):
            found = found[step == "value"]
        elif step != "item":
            found = found.get(step)
        if found is None:
            return None
    return found
