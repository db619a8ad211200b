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
COMPILED = " 'wasm-unsafe-eval'"
"""What a search engine needs that is no JavaScript: it compiles itself, and still no text becomes code."""


def page_policy(*, compiled: bool = False) -> str:
    """The Content-Security-Policy of a page's tag; `compiled` where its search engine is a compiled program."""
    more = {"script-src": COMPILED} if compiled else {}
    return "; ".join(f"{name} {value}{more.get(name, '')}" for name, value in EVERYWHERE)


def host_policy(*, compiled: bool = False) -> str:
    """The Content-Security-Policy of a host's headers: as strict as the tag's, and more is said."""
    more = (f"{name} {value}" for name, value in IN_HEADERS)
    return "; ".join((page_policy(compiled=compiled), *more))
