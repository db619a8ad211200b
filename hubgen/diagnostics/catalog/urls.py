"""Codes HG7xx: the addresses of pages."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

URLS: tuple[Rule, ...] = (
    Rule(
        "HG701",
        "address-taken",
        Severity.ERROR,
        "Two pages want one address",
        "Only one of them could be seen, and which one would be chance.",
        "Give one of the two another slug, or take the old address out of `aliases`.",
    ),
    Rule(
        "HG702",
        "reserved-address",
        Severity.ERROR,
        "An old address that isn't free to give",
        "Hosts and browsers read some names in their own way; a page there could take the whole site over.",
        "Choose another address, or take it out of `aliases`.",
    ),
    Rule(
        "HG703",
        "bad-old-address",
        Severity.ERROR,
        "An old address that is no path of this site",
        "Redirects may only lead from this site to this site.",
        "Write the path as it stood after the site's name, such as `people/ada`.",
    ),
)
