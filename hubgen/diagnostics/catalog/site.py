"""Codes HG4xx: site.yaml and collections defined there."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

SITE: tuple[Rule, ...] = ()
