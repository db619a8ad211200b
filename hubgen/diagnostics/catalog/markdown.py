"""Codes HG9xx: what people write in Markdown."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

MARKDOWN: tuple[Rule, ...] = (
    Rule(
        "HG901",
        "unsafe-link",
        Severity.WARNING,
        "A link leads to an address that is not safe to follow",
        "Links with `javascript:`, `data:` and the like can run a program in a visitor's browser, and some addresses are "
        "written so that people and browsers read them differently. Such a link is not published; its words are.",
        "Use a complete address that begins with `https://`, `http://`, `mailto:` or `tel:`, or link to an entry: "
        "`[Ada](members/ada)`.",
    ),
    Rule(
        "HG902",
        "empty-link",
        Severity.WARNING,
        "A link has no words",
        "Nobody can see a link without words, and a screen reader reads its address aloud instead.",
        "Write what the link leads to between the square brackets: `[the reading list](resources/list)`.",
    ),
    Rule(
        "HG903",
        "markdown-too-long",
        Severity.ERROR,
        "A text is too long",
        "Very long texts are hard to read and slow to build, for everybody who builds the hub. The text is shown "
        "without any formatting.",
        "Split the text into several pages, or put the long part into a file beside the entry and link to it.",
    ),
    Rule(
        "HG904",
        "markdown-too-tangled",
        Severity.ERROR,
        "A text can't be read as Markdown in reasonable time",
        "Thousands of brackets, stars or quotation marks in a row take a Markdown reader very long, so that one text could "
        "stop the whole hub from being built. The text is shown without any formatting.",
        "Put tables of symbols, drawings and logs into a code block (three backticks before and after), or into a file.",
    ),
    Rule(
        "HG905",
        "unknown-admonition",
        Severity.HINT,
        "A note is of a kind that hubgen doesn't know",
        "`!!! kind` sets a note apart and colours it by its kind; an unknown kind looks like a plain note.",
        'Use one of the known kinds, with a title in your own words: `!!! note "Before you come"`.',
    ),
)
