"""What is over: every event by its last date, latest first, with its recordings."""

from collections.abc import Iterator
from itertools import groupby

from hubgen.model.plan import Page
from hubgen.model.views import HtmlView, Link, PastMonth, PastView
from hubgen.stages.plan.calendar.rows import row
from hubgen.stages.plan.calendar.tools import past_path, tools
from hubgen.stages.plan.calendar.window import Dated
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.shelves import Shelf, shelf_pages
from hubgen.text.locales import format_month


def past_pages(room: Newsroom) -> Iterator[Page]:
    """The past of every calendar that has one."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.keeps_calendar:
                total = len(edition.desk.almanac(collection.name).over)
                makes = ("past", past_page)
                yield from shelf_pages(past_path(collection), total, collection, edition, makes)


def past_page(shelf: Shelf, edition: Edition) -> HtmlView:
    """One page of what is over."""
    collection = shelf.collection
    label = edition.label_of(collection)
    title = shelf.title(edition.say("calendar.past_title", collection=label), edition)
    over = edition.desk.almanac(collection.name).over
    way = Link(label, edition.directory_url(collection))
    return HtmlView(
        head(
            title,
            shelf.path,
            edition,
            description=edition.description_of(collection),
            breadcrumbs=(home_link(edition), way),
            section=collection.name,
        ),
        PastView(
            collection=collection.name,
            title=title,
            description=edition.say("calendar.past_description"),
            total=len(over),
            months=tuple(_months(shelf.stretch(over), edition)),
            tools=tools(collection, edition, over, current="past"),
            pagination=shelf.pagination(edition),
        ),
    )


def _months(dates: tuple[Dated, ...], edition: Edition) -> Iterator[PastMonth]:
    for label, group in groupby(dates, key=lambda each: format_month(each.day, edition.locale)):
        yield PastMonth(label, tuple(row(each, edition, links=True) for each in group))
