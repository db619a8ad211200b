"""Which addresses of the site appear, show something else, or vanish, and whether a redirect is missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from hubgen.model.plan import Page
from hubgen.prepared import Prepared
from hubgen.review.versions import Versions

MANY = 1_500
"""Pages of a site from which on only those are compared that are made of files that changed."""


@dataclass(frozen=True, slots=True)
class PageChanges:
    """What becomes of the site's addresses, each relative to its root."""

    appear: tuple[str, ...]
    change: tuple[str, ...]
    vanish: tuple[str, ...]
    without_redirect: tuple[str, ...]
    """Those of entries that vanish and lead nowhere afterwards."""
    is_partly: bool = False
    """Whether lists that change weren't looked for."""


def compare_pages(versions: Versions) -> PageChanges:
    """The plans of both versions, side by side."""
    old, new = (_pages(each.prepared) for each in (versions.before, versions.after))
    vanish = tuple(url for url in old if url not in new)
    touched = {each.path for each in versions.changes}
    is_partly = max(len(old), len(new)) > MANY
    both = [url for url in new if url in old]
    if is_partly:
        both = [url for url in both if touched & {*old[url].sources, *new[url].sources}]
    return PageChanges(
        appear=tuple(url for url in new if url not in old),
        change=tuple(url for url in both if _differs(old[url], new[url], versions)),
        vanish=vanish,
        without_redirect=tuple(url for url in vanish if url in _of_entries(versions)),
        is_partly=is_partly,
    )


def _of_entries(versions: Versions) -> frozenset[str]:
    """The addresses that people may know of: of lists, and of words that are no skills of the hub, nobody does."""
    hub = versions.before.prepared.hub
    return frozenset(
        hub.collections[entry.collection].url.replace("{slug}", entry.slug)
        for entry in hub.entries.values()
    )


def _pages(prepared: Prepared) -> Mapping[str, Page]:
    """What people open, in the site's own language first: pages and redirects, no feeds and data."""
    pages = prepared.plan.pages.values()
    return {each.url: each for each in pages if each.renderer in {"html", "redirect"}}


def _differs(old: Page, new: Page, versions: Versions) -> bool:
    if versions.before.prepared is versions.after.prepared:
        return False
    return _digest(old, versions.before.prepared) != _digest(new, versions.after.prepared)


def _digest(page: Page, prepared: Prepared) -> str:
    return prepared.renderer.view_digest(page, prepared.plan.view_of(page))
