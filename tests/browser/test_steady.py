"""Nothing moves while a page loads, whatever its type: words that a script adds, letters and pictures that come late have their place."""

from datetime import timedelta
from math import inf
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.kit.hub import TODAY

pytestmark = pytest.mark.browser

LATER = f"{TODAY + timedelta(days=3)}T12:00:00Z"
"""Some days after the site was built, when what was next is over."""
LEAST = 0.001
"""Of the window: what a line of letters in a slanted face moves others by, which come late; Lighthouse rounds it to nothing."""
TIMES = 3
"""That a page is loaded on which something moved."""
ENDLESSLY: list[dict[str, Any]] = [{"by": inf}]
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) {
    const what = each.sources.map(({ node }) => node?.className || node?.textContent?.trim().slice(0, 30));
    moved.push({ by: each.value, what });
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SETTLED = """async () => {
  await document.fonts.ready;
  for (let left = 6; left; left -= 1) await new Promise(requestAnimationFrame);
  return moved;
}"""


@pytest.mark.parametrize("turn, prefix, width", [(0, "", 390), (1, "ar/", 1440)])
def test_nothing_moves_while_a_page_loads(
    browser: Browser,
    example_address: str,
    example_types: dict[str, str],
    turn: int,
    prefix: str,
    width: int,
) -> None:
    """Types take turns: each is loaded in one of the two."""
    context: dict[str, Any] = {"viewport": {"width": width, "height": 844}}
    room = browser.new_context(timezone_id="Asia/Kolkata", **context)
    moved = {}
    for name, url in list(example_types.items())[turn::2]:
        if not url.endswith(".html"):
            moved[name] = _moved_at_least(room, example_address + prefix + url)
    room.close()
    assert {name: each for name, each in moved.items() if _altogether(each) > LEAST} == {}


def _moved_at_least(room: BrowserContext, address: str) -> list[dict[str, Any]]:
    """What moves each time: a machine that is busy shows half a page when the other half isn't read yet."""
    found: list[dict[str, Any]] = []
    for _ in range(TIMES):
        page = room.new_page()
        found = min(_moved(page, address), found or ENDLESSLY, key=_altogether)
        page.close()
        if _altogether(found) <= LEAST:
            break
    return found


def _altogether(moved: list[dict[str, Any]]) -> float:
    return float(sum(each["by"] for each in moved))


def _moved(page: Page, address: str) -> list[dict[str, Any]]:
    """What moves, each time as for somebody who comes for the first time."""
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.clock.set_fixed_time(LATER)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load")
    found: list[dict[str, Any]] = page.evaluate(SETTLED)
    return found
