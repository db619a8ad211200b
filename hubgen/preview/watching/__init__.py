"""Sees that a file of the hub or its theme has changed: events are hints, the tree of files is the truth."""
