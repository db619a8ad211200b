"""Codes HG6xx: images and other files beside entries."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

MEDIA: tuple[Rule, ...] = ()
