"""What MkDocs doesn't know of itself: which entries a list and a skill's page show."""

import re
from collections import defaultdict
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import cache
from typing import Any


@cache
def slug(name: str) -> str:
    """The name in the letters of an address."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def on_env(env: Any, *, files: Any, **_more: Any) -> Any:
    """All pages have been read: their cards are put on the lists that show them."""
    pages = [file.page for file in files.documentation_pages()]
    entries = [page for page in pages if page.meta.get("collection")]
    collections, skills = defaultdict(list), defaultdict(list)
    for page in sorted(entries, key=lambda page: page.title):
        collections[page.meta["collection"]].append(page)
        for name in page.meta.get("skills", ()):
            skills[name].append(page)
    collections["news"].sort(key=lambda page: page.meta["date"], reverse=True)
    env.globals.update(collections=collections, skills=skills)
    env.filters.update(slug=slug, rfc822=rfc822)
    return env


def rfc822(day: str) -> str:
    """A day as feeds give it."""
    return format_datetime(datetime.combine(date.fromisoformat(day), time(), UTC))
