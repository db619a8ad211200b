"""Where the hub's settings stand."""

from typing import Final

SITE_FILE: Final = "site.yaml"
"""Relative to the hub's folder."""
