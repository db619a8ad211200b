"""Since when an entry is there."""

DAYS_OF_ARRIVAL = ("date", "posted", "joined", "started", "published", "checked")
"""Fields that say since when an entry is there; the first that it has counts."""
