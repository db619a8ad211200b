"""The parts of docs/performance.md that programs write, each between marks of its own; whatever is around them stays."""

import re
from typing import Final

PAGE_HEAD: Final = "# Performance\n"
"""What a page that isn't there yet begins with."""


def with_section(page: str, name: str, text: str) -> str:
    """The page with this text in the place of the earlier one of that name, or at its end."""
    begin, end = marks(name)
    whole = f"{begin}\n{text}\n{end}\n"
    earlier = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}\n", re.DOTALL)
    if earlier.search(page):
        return earlier.sub(lambda _: whole, page, count=1)
    return f"{(page or PAGE_HEAD).rstrip()}\n\n{whole}"


def marks(name: str) -> tuple[str, str]:
    """What stands above a section and below it."""
    return f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
