"""Codes HG1xx: reading files:  encodings, YAML, front matter, tables."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

FILES: tuple[Rule, ...] = ()
