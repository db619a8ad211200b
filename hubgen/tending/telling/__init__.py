"""What there is to ask, for its audiences: one renderer each, and each a pure function."""
