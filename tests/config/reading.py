"""Reads a `site.yaml` that stands in a test."""

from textwrap import dedent

from hubgen.config.loading import read_site
from hubgen.config.site import Site
from hubgen.diagnostics import Diagnostic, Report


def site_of(text: str) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The settings of a text, and what was wrong with it."""
    report = Report()
    site = read_site(dedent(text).lstrip("\n"), report)
    return site, report.diagnostics


def sound(text: str) -> Site:
    """The settings of a text with which nothing may be wrong."""
    site, problems = site_of(text)
    assert problems == ()
    return site


def collections_of(text: str) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The settings of a hub whose `collections` are this text, which begins on line 3."""
    return site_of(
        "title: T\ncollections:\n"
        + "".join(f"  {line}\n" for line in dedent(text).strip("\n").split("\n"))
    )
