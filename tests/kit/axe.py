"""What axe, the accessibility checker, finds on a page in a browser: `findings(page)`, one line each; none is as it should be."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

PROGRAM = Path(__file__).parent.parent / "html/node_modules/axe-core/axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async (tags) => {
    const found = await axe.run(document, {
        runOnly: { type: "tag", values: tags },
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
    });
    return found.violations.map(({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.length}, first ${nodes[0].target}: ${nodes[0].failureSummary})`);
}"""


def findings(page: Page) -> list[str]:
    """Everything that keeps people from using the page as it is now, as far as a program can tell."""
    if not PROGRAM.is_file():
        pytest.fail("axe is not installed: it needs Node 20.19 or newer, then ./dev test")
    if not page.evaluate("'axe' in window"):
        # Not as a script of the page: its policy would, rightly, refuse that.
        page.evaluate(PROGRAM.read_text("utf-8"))
    return [" ".join(str(each).split()) for each in page.evaluate(RUN, list(RULES))]
