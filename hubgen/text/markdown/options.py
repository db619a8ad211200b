"""What a hub may decide about its Markdown."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class MarkdownOptions:
    """The `markdown:` part of `site.yaml`."""

    html: Literal["escape", "sanitize"] = "escape"
    """`escape` shows raw HTML as text; `sanitize` keeps a safe subset of it."""
