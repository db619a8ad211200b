"""Reads each theme once for all hubs of a test run: that takes longer than a small build.

A theme is known by the bytes of all its files, so a test that changes one gets another theme.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hubgen.diagnostics import Diagnostic, Report, Span
from hubgen.theme import Theme, load_theme
from hubgen.theme.outlines import Outlines


@contextmanager
def themes_read_once() -> Iterator[None]:
    """In here, a theme that was read before isn't read again."""
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
    outlines: Outlines | None = None,
) -> Theme | None:
    # The hub's own themes are first, and lie somewhere else for each hub; the others come with hubgen.
    own = _content(folders[0]) if len(folders) > 1 else ()
    asked = repr(
        (name, folders[-1], sorted(settings.items()), locales, sorted((places or {}).items()))
    )
    known = _READ.get((own, asked))
    if known is None:
        found = Report()
        theme = load_theme(
            name, folders, settings, found, locales=locales, places=places, outlines=outlines
        )
        known = _READ[own, asked] = (theme, found.found)
    report.include(known[1])
    return known[0]


_READ: dict[tuple[Any, str], tuple[Theme | None, tuple[Diagnostic, ...]]] = {}


def _content(folder: Path) -> tuple[tuple[str, bytes], ...]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
