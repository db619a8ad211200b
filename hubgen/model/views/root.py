"""The one address that all others begin with."""

ROOT = "\ufdd0/"
"""Stands for the site's root. A noncharacter: content that holds one is refused, so nobody can forge it."""
