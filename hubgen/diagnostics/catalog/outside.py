"""Codes HG8xx: links that lead out of the hub. Only `hubgen links` follows them."""

from hubgen.diagnostics.catalog.rule import Rule
from hubgen.diagnostics.diagnostic import Severity

OUTSIDE: tuple[Rule, ...] = (
    Rule(
        "HG801",
        "dead-link",
        Severity.ERROR,
        "A link to the outside leads nowhere",
        "Visitors land on an error page, and doubt the rest of the entry.",
        "Look for the page's new address, or take the link out.",
    ),
    Rule(
        "HG802",
        "moved-link",
        Severity.HINT,
        "What a link leads to has moved for good",
        "Old addresses stop working one day, and each redirect costs visitors a moment.",
        "Write the new address.",
    ),
    Rule(
        "HG803",
        "unreachable-link",
        Severity.WARNING,
        "A link to the outside gave no answer",
        "It may be down for a day or for good: it is asked again the next time.",
        "Look again on another day; if it lasts, take the link out.",
    ),
    Rule(
        "HG804",
        "unsafe-link",
        Severity.WARNING,
        "A link's site can't prove who it is",
        "Browsers show a warning in place of the page.",
        "Ask whoever runs the site, or link to another page.",
    ),
    Rule(
        "HG805",
        "private-link",
        Severity.WARNING,
        "A link leads, at once or by a redirect, to where visitors can't go",
        "The address belongs to a private network, so it isn't followed: it could be used to look into one.",
        "Link to an address that everybody can reach.",
    ),
    Rule(
        "HG806",
        "closed-link",
        Severity.HINT,
        "A link's site doesn't let programs in",
        "Nobody knows whether it still works until a person looks.",
        "Open it in a browser.",
    ),
)
