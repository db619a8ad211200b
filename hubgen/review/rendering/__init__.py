"""A review for its readers: one outline of hubgen's words and quoted ones, and a renderer for each format."""
