"""What the catalogue keeps of each code."""

from msgspec import Struct

from hubgen.diagnostics.diagnostic import Severity


class Rule(Struct, frozen=True):
    """One code: the page about it in the docs, and the broken hub that shows it, are made from this."""

    code: str
    name: str
    """The end of the broken hub's folder name: `unknown-skill`."""
    severity: Severity
    """What `site.yaml` may raise or lower."""
    title: str
    """One line, as a heading."""
    why: str
    """What would go wrong for people if nobody looked."""
    mend: str
    """What to do."""
