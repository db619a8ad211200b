"""Which engine serves the hub's search."""

from dataclasses import dataclass

from hubgen.config.site import Site


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """How the site is searched."""

    engine: str = ""
    """minisearch; empty when the hub leaves search out"""
    bodies: bool = True
    """Whether texts are looked through beside titles, skills and summaries."""


def plan_search(site: Site) -> SearchPlan:
    """The engine that `site.yaml` asks for."""
    return SearchPlan() if site.search.engine == "off" else SearchPlan("minisearch")
