"""The theme's scripts, asked for by name inside a page: what a module exports is tested where it runs."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page


def in_page(page: Page, out: Path, modules: tuple[str, ...], body: str, given: Any = None) -> Any:
    """What the body gives: an async function with the exports of these scripts, and `given`, in reach.

    Exports are told apart by the script's name: `cards.makeCard`, `finder_data.rowAt`, `form_judge.judge`.
    """
    root = page.evaluate(
        "new URL(document.documentElement.dataset.root || './', location.href).href"
    )
    loads = "".join(
        f"const {name.replace('-', '_').replace('/', '_')} = await import({json.dumps(root + _address(out, name))});"
        for name in modules
    )
    return page.evaluate(f"async (given) => {{ {loads} {body} }}", given)


def _address(out: Path, name: str) -> str:
    (found,) = out.glob(f"assets/js/{name}.*.js")
    return found.relative_to(out).as_posix()
