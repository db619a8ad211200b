"""Small themes in a string, for tests of themes."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hubgen.diagnostics import Report
from hubgen.theme import Theme, load_theme

PLAIN = """\
-- plain/theme.yaml --
name: plain
-- plain/templates/pages/home.html --
<h1>{{ view.title }}</h1>
"""


def put(folder: Path, text: str) -> Path:
    """The folder with the files of the text in it; the later of two with one name counts."""
    parts = re.split(r"^-- (\S+) --\n", text, flags=re.MULTILINE)
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder


def read(
    folder: Path, text: str, name: str = "plain", settings: Mapping[str, Any] | None = None
) -> tuple[Theme | None, list[str]]:
    """The theme of that name, and what there is to say about it, as `path:line code message help`."""
    report = Report()
    theme = load_theme(name, (put(folder, text),), settings or {}, report)
    return theme, said(report)


def good(folder: Path, text: str, name: str = "plain", **settings: Any) -> Theme:
    """A theme about which there is nothing to say."""
    theme, words = read(folder, text, name, settings)
    assert words == []
    assert theme is not None
    return theme


def said(report: Report) -> list[str]:
    """What a report holds, one line each."""
    return [
        f"{each.span.path.partition('/')[2]}:{each.span.line} {each.code} {each.message} | {each.help}"
        for each in report.diagnostics
    ]
