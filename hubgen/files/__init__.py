"""The disk: what may be read of a hub, and how whole files are written."""
