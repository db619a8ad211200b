"""Diagnostics for their audiences: one renderer each, and each a pure function."""
