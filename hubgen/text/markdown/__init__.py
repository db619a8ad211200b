"""Markdown as a hub speaks it: CommonMark with tables, notes and links to entries, made safe to publish."""

from hubgen.text.markdown.options import MarkdownOptions
from hubgen.text.markdown.renderer import MarkdownRenderer

__all__ = ["MarkdownOptions", "MarkdownRenderer"]
