"""Reads the themes that come with hubgen once for all hubs of a test run: that takes longer than a small build."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hubgen.diagnostics import Diagnostic, Report, Span
from hubgen.theme import Theme, load_theme


@contextmanager
def themes_read_once(hub: Path) -> Iterator[None]:
    """In here, a hub without themes of its own gets those that were read before."""
    if (hub / "themes").exists():
        yield
        return
    with patch("hubgen.workshop.theming.load_theme", _remembered):
        yield


def _remembered(
    name: str,
    folders: tuple[Path, ...],
    settings: Mapping[str, Any],
    report: Report,
    *,
    locales: tuple[str, ...] = (),
    places: Mapping[str, Span] | None = None,
) -> Theme | None:
    options = tuple(sorted(settings.items()))
    spans = tuple(sorted((places or {}).items()))
    theme, diagnostics = _shipped(name, folders[-1], options, locales, spans)
    report.include(diagnostics)
    return theme


@lru_cache(maxsize=64)
def _shipped(
    name: str,
    folder: Path,
    options: tuple[tuple[str, Any], ...],
    locales: tuple[str, ...],
    spans: tuple[tuple[str, Span], ...],
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    report = Report()
    theme = load_theme(name, (folder,), dict(options), report, locales=locales, places=dict(spans))
    return theme, report.found
