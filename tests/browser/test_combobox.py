"""A field with suggestions below it: what keys, fingers and screen readers find there."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.kit.forms import Visit, field, visits

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def go(browser: Browser) -> Iterator[Visit]:
    with visits(browser) as opened:
        yield opened


def listed(page: Page) -> Locator:
    """What is suggested."""
    return page.locator(".picker-list [role=option]")


def offers(page: Page) -> Locator:
    """The field, with suggestions that both begin with what was typed, or have it in a name."""
    own = field(page, "offers").get_by_role("combobox")
    own.press_sequentially("s")
    expect(listed(page)).to_have_text(["Public speaking", "Looms weaving machines"])
    return own


def active(page: Page, own: Locator) -> str:
    """What the field says to be the active option, which says so itself; empty for none."""
    name = own.get_attribute("aria-activedescendant")
    selected = page.locator("[role=option][aria-selected=true]")
    if not name:
        expect(selected).to_have_count(0)
        return ""
    expect(selected).to_have_attribute("id", name)
    return selected.inner_text().strip()


def test_keys_lead_through_the_list_and_the_field_keeps_the_focus(go: Visit) -> None:
    with go("contribute/members/") as page:
        own = offers(page)
        expect(own).to_have_attribute("aria-expanded", "true")
        box = page.locator(f"#{own.get_attribute('aria-controls')}")
        expect(box).to_have_role("listbox")
        expect(box).to_have_accessible_name("Offers")
        went = [active(page, own)]
        for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
            own.press(key)
            went.append(active(page, own))
        first, second = "Public speaking", "Looms\nweaving machines"
        assert went == ["", first, second, first, second, first]
        own.press("o")
        assert active(page, own) == ""
        expect(own).to_be_focused()


def test_escape_puts_away_the_list_then_the_text(go: Visit) -> None:
    with go("contribute/members/") as page:
        own = offers(page)
        own.press("Escape")
        expect(listed(page)).to_have_count(0)
        expect(own).to_have_attribute("aria-expanded", "false")
        expect(own).to_have_value("s")
        own.press("Escape")
        expect(own).to_have_value("")


def test_an_option_is_taken_by_a_press_that_ends_on_it(go: Visit) -> None:
    with go("contribute/members/", has_touch=True) as page:
        own = offers(page)
        listed(page).last.dispatch_event("pointerdown")
        expect(listed(page)).to_have_count(2)
        listed(page).last.tap()
        chosen = field(page, "offers").locator(".form-chosen li")
        expect(chosen).to_have_text(["Looms"])
        expect(own).to_be_focused()
        expect(page.locator(".form-status")).to_have_text("Looms was added")
        own.press_sequentially("pub")
        listed(page).click()
        expect(chosen).to_have_text(["Looms", "Public speaking"])
        page.get_by_role("button", name="Remove Looms").click()
        expect(page.locator(".form-status")).to_have_text("Looms was taken out")
        expect(own).to_be_focused()
