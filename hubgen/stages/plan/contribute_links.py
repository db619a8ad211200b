"""The ways to change the hub's files: the page that says how to add something, and the editor of an entry's file."""

from hubgen.config.code_host import edit_url
from hubgen.model.addresses import CONTRIBUTE
from hubgen.model.entry import Entry
from hubgen.model.entry_sources import drawer_of, has_own_file
from hubgen.model.hub import is_unlisted
from hubgen.model.views import Link
from hubgen.stages.plan.edition import Edition

TEMPLATES = ("pages/contribute.html", "pages/addition.html")


def contribute_link(edition: Edition) -> Link | None:
    """The page that says how to add something; None where the hub names no repository, or has a page of that name itself."""
    theme = edition.desk.theme
    is_taken = edition.desk.has_own_contribute_page
    if edition.desk.site.repository is None or is_taken or not all(map(theme.has, TEMPLATES)):
        return None
    return Link(edition.say("contribute.title"), edition.address(f"{CONTRIBUTE}/"), rel=CONTRIBUTE)


def edit_link(entry: Entry, edition: Edition) -> Link | None:
    """The host's editor with the entry's file; None where nobody knows where that is."""
    repository = edition.desk.site.repository
    url = edit_url(repository, entry.span.path) if repository else ""
    return Link(entry.span.path, url, external=True) if url else None


def edit_form_link(entry: Entry, edition: Edition) -> Link | None:
    """The form with what the entry's file says in it; None where no form shows that."""
    collection = edition.hub.collections[entry.collection]
    if not collection.listed or is_unlisted(entry) or contribute_link(edition) is None:
        return None
    if not has_own_file(edition.hub.entries[entry.key]):
        return None
    drawer = drawer_of(entry.slug, edition.desk.drawers[collection.name])
    address = edition.address(f"{CONTRIBUTE}/{collection.name}/#edit={entry.slug}/{drawer}")
    return Link(edition.say("edit.form"), address)
