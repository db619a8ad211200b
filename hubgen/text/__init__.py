"""Formats, not hubs: YAML with positions, Markdown, slugs, dates, places, languages."""
