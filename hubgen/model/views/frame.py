"""What the head and the frame of every page say."""

from collections.abc import Mapping

from msgspec import Struct, field

from hubgen.model.views.parts import Link


class Alternate(Struct, frozen=True):
    """The same page in another language."""

    locale: str
    label: str
    """The language in its own words: `français`."""
    url: str
    dir: str
    translated: bool = True
    """Whether the content, and not only the interface, is in that language: then `hreflang` names it."""
    absolute: str = ""
    """With the site's base URL, for `hreflang`; empty when the hub has none."""


class Head(Struct, frozen=True):
    """What the `<head>` and the page's frame say of the page."""

    title: str
    """Of the page alone; templates add the site's name."""
    description: str
    url: str
    """Relative to the root, beginning with `ROOT`."""
    canonical: str = ""
    """Absolute; empty when the hub has no base URL."""
    kind: str = "website"
    """The Open Graph type: website, article, profile."""
    image: str = ""
    """Absolute address of the picture for shared links."""
    noindex: bool = False
    breadcrumbs: tuple[Link, ...] = ()
    """From home to the page's parent."""
    alternates: tuple[Alternate, ...] = ()
    """All versions, this one too; empty in a hub of one language."""
    content_lang: str = ""
    """The language of the content where the interface's is another."""
    modified: str = ""
    """ISO date of the last content change that the content itself states."""
    section: str = ""
    """The collection to which the page belongs: marks the menu."""


class Frame(Struct, frozen=True):
    """What all pages of one locale share."""

    site_title: str
    tagline: str
    locale: str
    dir: str
    """ltr or rtl"""
    home: str
    """Of this locale."""
    root: str
    """The site's root, for scripts that make addresses of the data files that they load."""
    menu: tuple[Link, ...]
    """`current` is never set here; templates compare `section` names held in `rel`."""
    footer: tuple[Link, ...]
    search: str
    """The search page; empty when the hub leaves search out."""
    feeds: tuple[Link, ...]
    search_engine: str = ""
    """minisearch or index; scripts open it."""
    search_data: str = ""
    """The file that the engine begins with."""
    footer_text: str = ""
    policy: str = ""
    """The Content-Security-Policy of its tag: nothing but the site's own files, and no script or style inside the page."""
    generator: str = ""
    contribute: Link | None = None
    """The page that says how to add something; None where the hub names no repository."""
    options: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    """The theme's options with the hub's values."""
