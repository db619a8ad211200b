"""Codes HG3xx: the values of fields."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

FIELDS: tuple[Rule, ...] = ()
