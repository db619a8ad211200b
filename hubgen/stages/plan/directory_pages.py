"""The lists: every collection has one, complete without a script."""

from collections.abc import Iterator

from hubgen.model.addresses import directory_address
from hubgen.model.entry import Entry, Key
from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import DirectoryView, Group, HtmlView, PageLink
from hubgen.stages.plan.cards import cards, layout_of
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.facets import facets, telling
from hubgen.stages.plan.finder_addresses import finder_path
from hubgen.stages.plan.finder_panel import finder
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.letters import entry_letter, is_lettered
from hubgen.stages.plan.moments import happenings
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.shelves import Shelf, shelf_pages, shelf_path
from hubgen.stages.plan.specimens import specimens
from hubgen.text.locales import format_month


def directory_pages(room: Newsroom) -> Iterator[Page]:
    """The pages of every directory that has entries; skills have their own, and so have calendars."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.name != "skills" and not collection.keeps_calendar:
                start = directory_address(collection)
                total = room.desk.count(collection.name)
                makes = ("directory", directory_page)
                yield from shelf_pages(start, total, collection, edition, makes)


def directory_page(shelf: Shelf, edition: Edition) -> HtmlView:
    """One page of a directory; whoever comes to it can look through the whole directory."""
    collection = shelf.collection
    title = shelf.title(edition.label_of(collection), edition)
    description = edition.description_of(collection)
    keys = edition.desk.listed_keys(collection.name)
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
            description_lang=edition.description_lang(collection),
            total=len(keys),
            groups=_groups(shelf.stretch(keys), collection, edition),
            pagination=shelf.pagination(edition),
            layout=layout_of(collection),
            letters=_letters(shelf, edition),
            facets=tuple(each for each in facets(collection, edition) if telling(each, len(keys))),
            finder=finder(collection, edition),
            data_url=edition.address(finder_path(collection)),
            specimens=specimens(collection, edition),
        ),
    )


def _groups(keys: tuple[Key, ...], collection: Collection, edition: Edition) -> tuple[Group, ...]:
    """The entries under their letters or months, in list order."""
    groups: list[tuple[str, list[Key]]] = []
    for key in keys:
        label = _group_label(edition.hub.glance(key), collection, edition)
        if not groups or groups[-1][0] != label:
            groups.append((label, []))
        groups[-1][1].append(key)
    return tuple(
        Group(label, f"part-{place}", cards(members, edition))
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
    count = edition.desk.count(collection.name)
    return entry_letter(entry, edition.hub) if is_lettered(collection, count) else ""


def _letters(shelf: Shelf, edition: Edition) -> tuple[PageLink, ...]:
    """A way to the first entry of each letter."""
    places = edition.desk.letters(shelf.collection.name)
    return tuple(
        PageLink(
            place.letter,
            f"{edition.address(shelf_path(shelf.start, place.page))}#part-{place.part}",
            current=place.page == shelf.number,
        )
        for place in places
    )
