"""Codes HG8xx: the output folder and the caches."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

OUTPUT: tuple[Rule, ...] = ()
