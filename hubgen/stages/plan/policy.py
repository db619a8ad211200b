"""What a browser lets the site's pages do: said once, for the tag in every page and for the headers that hosts send."""

EVERYWHERE = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)
"""Everything comes from the site itself; nothing inside a page is a script or a style."""
IN_HEADERS = (("frame-ancestors", "'none'"),)
"""Nobody shows the site inside theirs. A tag can't say that: browsers complain when one does."""


def page_policy() -> str:
    """The Content-Security-Policy of a page's tag."""
    return "; ".join(f"{name} {value}" for name, value in EVERYWHERE)


def host_policy() -> str:
    """The Content-Security-Policy of a host's headers: as strict as the tag's, and more is said."""
    return "; ".join((page_policy(), *(f"{name} {value}" for name, value in IN_HEADERS)))
