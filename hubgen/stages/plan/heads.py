"""What the `<head>` and the frame of a page say of it."""

from hubgen.model.entry import Key
from hubgen.model.views import Head, Link
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.newsroom import Newsroom


def head(
    title: str,
    path: str,
    edition: Edition,
    room: Newsroom,
    *,
    description: str = "",
    breadcrumbs: tuple[Link, ...] = (),
    section: str = "",
    key: Key = "",
    noindex: bool = False,
) -> Head:
    """The head of the page at that path of the edition."""
    translated = not key or edition.is_translated(key)
    canonical_edition = edition if translated else room.main
    return Head(
        title=title,
        description=description or edition.desk.site.description,
        url=edition.address(path),
        canonical=edition.absolute(canonical_edition.address(path)),
        kind=_kind(section, key),
        noindex=noindex or not translated,
        breadcrumbs=breadcrumbs,
        alternates=edition.alternates(path, room.editions, key),
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
