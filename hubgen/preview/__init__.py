"""The live preview: the hub as it is now, shown while somebody edits it."""
