"""What the `<head>` and the frame of a page say of it."""

from hubgen.model.entry import Key
from hubgen.model.views import Head, Link
from hubgen.stages.plan.edition import Edition

MISSING = "404.html"
"""The one page that stands in one language only, since hosts know no other name for it."""


def head(
    title: str,
    path: str,
    edition: Edition,
    *,
    description: str = "",
    breadcrumbs: tuple[Link, ...] = (),
    section: str = "",
    key: Key = "",
    noindex: bool = False,
) -> Head:
    """The head of the page at that path of the edition."""
    translated = not key or edition.is_translated(key)
    canonical = edition if translated else edition.original
    return Head(
        title=title,
        description=description or edition.desk.site.description,
        url=edition.address(path),
        canonical=edition.absolute(canonical.address(path)),
        kind=_kind(section, key),
        noindex=noindex or not translated,
        breadcrumbs=breadcrumbs,
        alternates=edition.alternates(path, key) if path != MISSING else (),
        content_lang="" if translated else edition.desk.site.language,
        section=section,
    )


def _kind(section: str, key: Key) -> str:
    if not key:
        return "website"
    return "profile" if section in {"members", "mentors"} else "article"


def home_link(edition: Edition) -> Link:
    """The first of all breadcrumbs."""
    return Link(edition.say("nav.home"), edition.address(""))
