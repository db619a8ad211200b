"""Codes HG2xx: references, skills and links between entries."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

LINKS: tuple[Rule, ...] = ()
