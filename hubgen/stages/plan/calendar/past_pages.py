"""What is over: every event by its last date, latest first, with its recordings."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import HtmlView, Link, PastMonth, PastView
from hubgen.stages.plan.calendar.rows import row
from hubgen.stages.plan.calendar.tools import past_path, tools
from hubgen.stages.plan.calendar.window import Dated
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.heads import head, home_link
from hubgen.stages.plan.newsroom import Newsroom
from hubgen.stages.plan.paginations import pagination
from hubgen.stages.plan.templates import template_for
from hubgen.text.locales import format_month


def past_pages(room: Newsroom) -> Iterator[Page]:
    """The past of every calendar that has one."""
    for edition in room.editions:
        for collection in room.desk.collections:
            if collection.keeps_calendar:
                for number in range(1, _count(collection, edition) + 1):
                    yield Page(
                        url=edition.prefix + past_path(collection, number),
                        renderer="html",
                        view=partial(past_page, collection, number),
                        template=template_for(collection.name, "past", room.desk.theme),
                        locale=edition.locale,
                        sources=(f"content/{collection.name}/",),
                        index=True,
                    )


def _count(collection: Collection, edition: Edition) -> int:
    return -(-len(edition.desk.almanacs[collection.name].over) // collection.per_page)


def past_page(collection: Collection, number: int, edition: Edition) -> HtmlView:
    """One page of what is over."""
    label = edition.label_of(collection)
    name = edition.say("calendar.past_title", collection=label)
    title = name if number == 1 else edition.say("directory.page", title=name, n=number)
    dates = edition.desk.almanacs[collection.name].over
    start = (number - 1) * collection.per_page
    shown = dates[start : start + collection.per_page]
    count = _count(collection, edition)
    way = Link(label, edition.directory_url(collection))
    return HtmlView(
        head(
            title,
            past_path(collection, number),
            edition,
            description=edition.description_of(collection),
            breadcrumbs=(home_link(edition), way),
            section=collection.name,
        ),
        PastView(
            collection=collection.name,
            title=title,
            description=edition.say("calendar.past_description"),
            total=len(dates),
            months=tuple(_months(shown, edition)),
            tools=tools(collection, edition, dates, current="past"),
            pagination=pagination(
                number, count, lambda each: edition.address(past_path(collection, each))
            ),
        ),
    )


def _months(dates: tuple[Dated, ...], edition: Edition) -> Iterator[PastMonth]:
    for label, group in groupby(dates, key=lambda each: format_month(each.day, edition.locale)):
        yield PastMonth(label, tuple(row(each, edition, links=True) for each in group))
