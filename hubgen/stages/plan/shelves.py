"""Lists on several pages: their addresses, what stands on each, and the way from one to the others."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from msgspec import Struct

from hubgen.model.plan import Page
from hubgen.model.schema import Collection
from hubgen.model.views import HtmlView, Pagination
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.paginations import pagination
from hubgen.stages.plan.templates import template_for

Listed = TypeVar("Listed")


class Shelf(Struct, frozen=True):
    """One page's stretch of a list."""

    collection: Collection
    start: str
    """The address of the list's first page: `members/`, `events/calendar/past/`."""
    number: int
    """From 1."""
    count: int
    """Of pages."""

    @property
    def path(self) -> str:
        """`members/`, `members/page/2/`"""
        return shelf_path(self.start, self.number)

    def stretch(self, whole: tuple[Listed, ...]) -> tuple[Listed, ...]:
        """What stands on this page."""
        size = self.collection.per_page
        return whole[(self.number - 1) * size : self.number * size]

    def title(self, name: str, edition: Edition) -> str:
        """The list's name; on later pages with their number."""
        return (
            name if self.number == 1 else edition.say("directory.page", title=name, n=self.number)
        )

    def pagination(self, edition: Edition) -> Pagination | None:
        """The way to the other pages."""
        return pagination(
            self.number, self.count, lambda each: edition.address(shelf_path(self.start, each))
        )


def shelf_path(start: str, number: int) -> str:
    """The address of a list's page, the first of which is the list's own."""
    return start if number == 1 else f"{start}page/{number}/"


def shelf_pages(
    start: str,
    total: int,
    collection: Collection,
    edition: Edition,
    makes: tuple[str, Callable[[Shelf, Edition], HtmlView]],
) -> Iterator[Page]:
    """As many pages as the list needs; `makes` is the name of their template, and what makes their views."""
    template, view = makes
    count = -(-total // collection.per_page)
    for number in range(1, count + 1):
        shelf = Shelf(collection, start, number, count)
        yield Page(
            url=edition.prefix + shelf.path,
            renderer="html",
            view=partial(view, shelf),
            template=template_for(collection.name, template, edition.desk.theme),
            locale=edition.locale,
            sources=(f"content/{collection.name}/",),
            index=True,
        )
