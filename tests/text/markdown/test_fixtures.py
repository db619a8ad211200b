"""The fixtures: a title, a text, and the HTML that it makes, for whoever wants to see or add a case.

Each case is three parts between lines that hold a single dot. Links into the hub are shown as `/target#fragment`,
titles of targets in capitals, pictures by their number.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.text.markdown.page import page, read

FOLDER = Path(__file__).parent / "fixtures"


def cases() -> Iterator[tuple[str, str, str, str]]:
    """File, title, text and HTML of every case."""
    for file in sorted(FOLDER.glob("*.md")):
        parts = file.read_text("utf-8").split("\n.\n")
        for title, text, html in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            yield file.stem, title.strip(), text, html


@pytest.mark.parametrize(
    "file, text, html",
    [pytest.param(f, text, html, id=f"{f}: {t}") for f, t, text, html in cases()],
)
def test_the_text_makes_this_html(file: str, text: str, html: str) -> None:
    made = page(text, raw=file == "sanitized")
    assert made.html.strip() == html.strip()
    assert read(made.html).faults == []


def test_there_are_cases() -> None:
    assert len(list(cases())) > 50
