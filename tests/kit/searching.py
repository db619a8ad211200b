"""The search page of a built site in a browser, and the table of queries that it must answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page

from tests.kit.browsing import visit

TABLE = Path(__file__).parent.parent / "browser" / "queries.yaml"
FIRST = 3
"""Among so many results must be what was meant."""


@dataclass(frozen=True, slots=True)
class Query:
    """One row of the table."""

    text: str
    finds: str
    because: str
    locale: str


def queries() -> tuple[Query, ...]:
    """The whole table."""
    rows = yaml.safe_load(TABLE.read_text("utf-8"))
    return tuple(
        Query(str(row["q"]), row["finds"], row["because"], row.get("in", "en")) for row in rows
    )


@contextmanager
def search_page(browser: Browser, home: str, locale: str = "en", **context: Any) -> Iterator[Page]:
    """The search page of that language."""
    prefix = "" if locale == "en" else f"{locale}/"
    with visit(browser, home, f"{prefix}search/", **context) as page:
        yield page


def search(page: Page, text: str) -> list[str]:
    """The addresses of what is found, in the order in which people see it."""
    page.locator(".search-page input[type=search]").fill(text)
    page.locator(".search-results[data-query]").wait_for(state="attached")
    page.wait_for_function(
        "text => document.querySelector('.search-results').dataset.query === text.trim()", arg=text
    )
    return shown(page)


def shown(page: Page) -> list[str]:
    """The addresses of what stands there."""
    return [each.get_attribute("href") or "" for each in page.locator(".found .card-title a").all()]


def missed(browser: Browser, home: str) -> list[str]:
    """Each query whose page isn't among the first, with what was there instead."""
    found = []
    for locale in ("en", "fr", "ar"):
        with search_page(browser, home, locale) as page:
            for query in (each for each in queries() if each.locale == locale):
                first = [url.removeprefix(home) for url in search(page, query.text)[:FIRST]]
                if query.finds not in first:
                    found.append(f"{query.text} ({query.because}): {query.finds} not in {first}")
    return found
