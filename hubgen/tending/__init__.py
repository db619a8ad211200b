"""Tending a hub that lives: what has grown stale and whom to ask, and whether links to the outside still lead anywhere."""
