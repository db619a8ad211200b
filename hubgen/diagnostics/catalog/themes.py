"""Codes HG5xx: themes and templates."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

THEMES: tuple[Rule, ...] = ()
