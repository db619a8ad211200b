"""What people ask of their system holds: less movement, their own colours, no script."""

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import visit

pytestmark = pytest.mark.browser

PATHS = ("", "members/", "mentors/", "events/gathering-2027/", "field-guide/")

MOVING = """() => [...document.querySelectorAll("*")].filter((each) => {
    const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(each);
    const seconds = `${transitionDuration}, ${animationDuration}`.split(", ").map(parseFloat);
    return scrollBehavior === "smooth" || seconds.some((one) => one > 0.01);
}).map((each) => each.outerHTML.slice(0, 80))"""

LOST = """() => [...document.querySelectorAll("main .chip, .button, button, input, select, nav a[aria-current]")]
    .filter((each) => each.checkVisibility())
    .filter((each) => {
        const style = getComputedStyle(each);
        const lined = ["Top", "Bottom", "Left", "Right"].some((side) =>
            style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
        const underlined = style.textDecorationLine.includes("underline");
        const native = each.matches("input[type=checkbox], input[type=radio]");
        return !(lined || underlined || native || style.outlineStyle !== "none");
    }).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_for_who_wants_it_so(
    browser: Browser, example_address: str, path: str
) -> None:
    with visit(browser, example_address, path, reduced_motion="reduce") as page:
        assert page.evaluate(MOVING) == []
        page.mouse.move(300, 300)
        assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("path", PATHS)
def test_in_forced_colours_everything_keeps_its_edge(
    browser: Browser, example_address: str, path: str
) -> None:
    with visit(browser, example_address, path, forced_colors="active") as page:
        assert page.evaluate(LOST) == []


def test_offers_and_seeks_differ_in_forced_colours(browser: Browser, example_address: str) -> None:
    with visit(browser, example_address, forced_colors="active") as page:
        edges = {
            kind: page.locator(f"main .chip-{kind}").first.evaluate(
                "e => { const s = getComputedStyle(e); return s.borderTopStyle + s.borderTopWidth; }"
            )
            for kind in ("offers", "seeks")
        }
        assert edges["offers"] != edges["seeks"]


@pytest.mark.parametrize("path", PATHS)
def test_without_a_script_the_page_is_all_there(
    browser: Browser, example_address: str, path: str
) -> None:
    with visit(browser, example_address, path, java_script_enabled=False) as page:
        assert page.locator("main h1").first.is_visible()
        assert page.locator("main a").count() > 3
        dead = page.locator("main :is(button, input):visible:not(form[action] *)")
        assert dead.count() == 0, dead.first.evaluate("e => e.outerHTML")
