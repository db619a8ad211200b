"""How to add something: a page that offers every collection, and one for each with a file to begin with."""

from collections.abc import Iterator
from functools import partial

from hubgen.config.code_host import HOSTS, new_file
from hubgen.config.site import Repository
from hubgen.kinds.new_entries import entry_suffix, new_entry
from hubgen.kinds.questions import slug_for, smallest_values
from hubgen.model.addresses import CONTRIBUTE
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import Addition, AdditionView, ContributeView, HtmlView, Link
from hubgen.stages.plan.contribute_data import contribute_data
from hubgen.stages.plan.contribute_form import form_of
from hubgen.stages.plan.contribute_links import contribute_link
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.named import host_of
from hubgen.stages.plan.newsroom import Newsroom

UNNAMED = "name"
"""What a file is called where its values suggest nothing."""


def contribute_pages(room: Newsroom) -> Iterator[Page]:
    """The pages, where the hub says in which repository its files are."""
    for edition in room.editions:
        repository = edition.desk.site.repository
        if repository is None or contribute_link(edition) is None:
            continue
        yield _page(f"{CONTRIBUTE}/", "pages/contribute.html", edition)
        for collection in _open_collections(edition):
            path = f"{CONTRIBUTE}/{collection.name}/"
            yield _page(path, "pages/addition.html", edition, collection)
        yield from contribute_data(edition)


def contribute_page(edition: Edition, repository: Repository) -> HtmlView:
    """What one can add."""
    title = edition.say("contribute.title")
    additions = (
        Addition(
            collection=each.name,
            label=edition.label_of(each),
            description=edition.description_of(each),
            icon=edition.icon_of(each),
            url=edition.address(f"{CONTRIBUTE}/{each.name}/"),
        )
        for each in _open_collections(edition)
    )
    return HtmlView(
        head(
            title,
            f"{CONTRIBUTE}/",
            edition,
            description=edition.say("contribute.lead"),
            breadcrumbs=(home_link(edition),),
            section=CONTRIBUTE,
        ),
        ContributeView(title, tuple(additions), _repository_link(repository)),
    )


def addition_page(collection: Collection, edition: Edition, repository: Repository) -> HtmlView:
    """How to add an entry of the collection."""
    title = edition.say("contribute.title_for", collection=edition.label_of(collection))
    parent = Link(edition.say("contribute.title"), edition.address(f"{CONTRIBUTE}/"))
    return HtmlView(
        head(
            title,
            f"{CONTRIBUTE}/{collection.name}/",
            edition,
            description=edition.description_of(collection),
            breadcrumbs=(home_link(edition), parent),
            section=CONTRIBUTE,
        ),
        _addition(title, collection, edition, repository),
    )


def _addition(
    title: str, collection: Collection, edition: Edition, repository: Repository
) -> AdditionView:
    values = smallest_values(collection, skill=_known_skill(edition))
    slug = slug_for(collection, values) or UNNAMED
    folder, file = f"content/{collection.name}/", slug + entry_suffix(collection)
    smallest = new_entry(collection, slug, values, suggestions=False)
    begun = new_file(repository, folder + file, smallest)
    host = HOSTS.get(repository.host) or host_of(repository.url)
    return AdditionView(
        title=title,
        collection=collection.name,
        icon=edition.icon_of(collection),
        directory=_directory(collection, edition),
        host=host,
        repository=_repository_link(repository),
        new_file=Link(host, begun.url, external=True) if begun else None,
        is_filled=begun is not None and begun.filled,
        folder=folder,
        file=file,
        lines=tuple(new_entry(collection, slug, values).rstrip("\n").split("\n")),
        form=form_of(collection, edition, repository),
    )


def _page(path: str, template: str, edition: Edition, collection: Collection | None = None) -> Page:
    return Page(
        url=edition.prefix + path,
        renderer="html",
        view=partial(_view, collection),
        template=template,
        locale=edition.locale,
        sources=("site.yaml",),
        index=True,
    )


def _view(collection: Collection | None, edition: Edition) -> HtmlView:
    repository = edition.desk.site.repository or Repository("")
    if collection is None:
        return contribute_page(edition, repository)
    return addition_page(collection, edition, repository)


def _open_collections(edition: Edition) -> Iterator[Collection]:
    return (each for each in edition.hub.collections.values() if each.listed)


def _directory(collection: Collection, edition: Edition) -> Link | None:
    if not edition.desk.count(collection.name):
        return None
    return Link(edition.label_of(collection), edition.directory_url(collection))


def _repository_link(repository: Repository) -> Link:
    shown = repository.url.partition("://")[2].removeprefix("www.")
    return Link(shown, repository.url, external=True)


def _known_skill(edition: Edition) -> str:
    """One that the hub knows, so that an example with it is sound; empty in a hub without skills."""
    return min((slug for slug, skill in edition.hub.skills.items() if skill.known), default="")
