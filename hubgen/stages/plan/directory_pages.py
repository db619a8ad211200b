"""The lists: every collection has one, complete without a script."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from hubgen.model.addresses import directory_address
from hubgen.model.entry import Entry
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import DirectoryView, Facet, Group, HtmlView, PageLink, Pagination
from hubgen.stages.plan.cards import cards, layout_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import facets, telling
from hubgen.stages.plan.finder_pages import finder_path
from hubgen.stages.plan.finder_panel import finder
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.letters import entry_letter
from hubgen.stages.plan.moments import happenings
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.paginations import pagination
from hubgen.stages.plan.specimens import specimens
from hubgen.stages.plan.templates import template_for
from hubgen.text.locales import format_month


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page's stretch of a directory."""

    collection: Collection
    number: int
    """From 1."""
    count: int
    """Of pages."""

    @property
    def path(self) -> str:
        """`members/`, `members/page/2/`"""
        return shelf_path(self.collection, self.number)


def shelf_path(collection: Collection, number: int) -> str:
    """The address of a directory's page, the first of which is the directory's own."""
    start = directory_address(collection)
    return start if number == 1 else f"{start}page/{number}/"


def directory_pages(room: Newsroom) -> Iterator[Page]:
    """The pages of every directory that has entries; skills have their own, and so have calendars."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.name == "skills" or collection.keeps_calendar:
                continue
            total = len(room.desk.listed(collection.name))
            count = -(-total // collection.per_page)
            for number in range(1, count + 1):
                shelf = Shelf(collection, number, count)
                yield Page(
                    url=edition.prefix + shelf.path,
                    renderer="html",
                    view=partial(directory_page, shelf),
                    template=template_for(collection.name, "directory", room.desk.theme),
                    locale=edition.locale,
                    sources=(f"content/{collection.name}/",),
                    index=True,
                )


def directory_page(shelf: Shelf, edition: Edition) -> HtmlView:
    """One page of a directory."""
    collection = shelf.collection
    label = edition.label_of(collection)
    title = (
        label if shelf.number == 1 else edition.say("directory.page", title=label, n=shelf.number)
    )
    description = edition.description_of(collection)
    entries = edition.desk.listed(collection.name)
    start = (shelf.number - 1) * collection.per_page
    shown = entries[start : start + collection.per_page]
    return HtmlView(
        head(
            title,
            shelf.path,
            edition,
            description=description,
            breadcrumbs=(home_link(edition),),
            section=collection.name,
        ),
        DirectoryView(
            collection=collection.name,
            title=title,
            description=description,
            total=len(entries),
            groups=_groups(shown, collection, edition),
            pagination=_pagination(shelf, edition),
            layout=layout_of(collection),
            letters=_letters(shelf, edition),
            facets=_facets(shelf, edition),
            finder=finder(collection, edition) if shelf.number == 1 else None,
            data_url=edition.address(finder_path(collection)),
            specimens=specimens(collection, edition) if shelf.number == 1 else (),
        ),
    )


def _facets(shelf: Shelf, edition: Edition) -> tuple[Facet, ...]:
    """What the list can be narrowed by, on its first page: the others needn't be made again when a count changes."""
    if shelf.number != 1:
        return ()
    total = len(edition.desk.listed(shelf.collection.name))
    return tuple(each for each in facets(shelf.collection, edition) if telling(each, total))


def _groups(
    entries: tuple[Entry, ...], collection: Collection, edition: Edition
) -> tuple[Group, ...]:
    """The entries under their letters or months, in list order."""
    groups: list[tuple[str, list[Entry]]] = []
    for entry in entries:
        label = _group_label(entry, collection, edition)
        if not groups or groups[-1][0] != label:
            groups.append((label, []))
        groups[-1][1].append(entry)
    return tuple(
        Group(label, f"part-{place}", cards(edition.desk.keys(members), edition))
        for place, (label, members) in enumerate(groups, start=1)
    )


def _group_label(entry: Entry, collection: Collection, edition: Edition) -> str:
    if collection.start_field:
        dates = happenings(entry, collection, edition.desk.today)
        if not dates:
            return edition.say("directory.undated")
        month = format_month(dates[0].start.date(), edition.locale)
        past = dates[0].last_day < edition.desk.today
        return edition.say("directory.past", month=month) if past else month
    return entry_letter(entry, edition.hub) if collection.group_by_letter else ""


def _letters(shelf: Shelf, edition: Edition) -> tuple[PageLink, ...]:
    """A way to the first entry of each letter."""
    places = edition.desk.letter_places.get(shelf.collection.name, ())
    return tuple(
        PageLink(
            place.letter,
            f"{edition.address(shelf_path(shelf.collection, place.page))}#part-{place.part}",
            current=place.page == shelf.number,
        )
        for place in places
    )


def _pagination(shelf: Shelf, edition: Edition) -> Pagination | None:
    def url(number: int) -> str:
        return edition.address(shelf_path(shelf.collection, number))

    return pagination(shelf.number, shelf.count, url)
