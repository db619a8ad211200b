"""Which template lays a page out: the collection's own where the theme has one."""

from hubgen.theme.values import Theme


def template_for(collection: str, page: str, theme: Theme) -> str:
    """`pages/members/entry.html` where it exists, else `pages/entry.html`."""
    own = f"pages/{collection}/{page}.html"
    return own if theme.has(own) else f"pages/{page}.html"
