"""The table of formats of a review."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from hubgen.diagnostics.rendering.plain import as_json
from hubgen.review.rendering import html, markdown
from hubgen.review.rendering.outline import outline
from hubgen.review.review import Review

VERSION = 1
"""Rises when a key changes its meaning or goes; new keys may come at any time."""


def _markdown(review: Review) -> str:
    return markdown.render(outline(review))


def _html(review: Review) -> str:
    return html.render(outline(review))


def _json(review: Review) -> str:
    document: dict[str, Any] = {"version": VERSION, **asdict(review)}
    return as_json(document) + "\n"


FORMATS: Final[Mapping[str, Callable[[Review], str]]] = {
    "markdown": _markdown,
    "json": _json,
    "html": _html,
}
"""By name."""
