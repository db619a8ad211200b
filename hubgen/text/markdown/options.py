"""What a hub may decide about its Markdown."""

from typing import Literal

from msgspec import Struct


class MarkdownOptions(Struct, frozen=True):
    """The `markdown:` part of `site.yaml`."""

    html: Literal["escape", "sanitize"] = "escape"
    """`escape` shows raw HTML as text; `sanitize` keeps a safe subset of it."""
