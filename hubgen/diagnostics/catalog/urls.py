"""Codes HG7xx: addresses of pages."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

URLS: tuple[Rule, ...] = ()
