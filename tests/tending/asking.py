"""Hubs with links, and what `hubgen links` says of them."""

import json
from typing import Any

from tests.kit import Hub, site
from tests.tending.running import hubgen

HERE = frozenset({"127.0.0.1"})
"""What counts as public."""
QUICK = (0.02, 0.02)
"""Seconds before further attempts."""


def hub_with(*urls: str) -> Hub:
    """A resource for each link."""
    hub = site("-- site.yaml --\ntitle: A hub\ndiagnostics: {HG342: 'off'}\n")
    for number, url in enumerate(urls):
        text = f"title: Book {number}\nurl: {json.dumps(url)}\ntype: book\n"
        hub.edit(f"content/resources/book-{number}.yaml", text)
    return hub


def said(hub: Hub, *words: str) -> list[dict[str, Any]]:
    result = hubgen(hub, "links", "--format", "json", "--gap", "0", "--timeout", "5", *words)
    found: list[dict[str, Any]] = json.loads(result.stdout)["diagnostics"]
    return found
