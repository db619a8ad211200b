"""The way through a list of several pages."""

from collections.abc import Callable

from hubgen.model.views import PageLink, Pagination

SHOWN_AROUND = 2
"""Pages beside the current one that a pagination names."""


def pagination(number: int, count: int, url: Callable[[int], str]) -> Pagination | None:
    """The first page, the last, and those around; a gap between them is a link without an address.

    `url` gives a page's address by its number, from 1: only those that are shown are asked for.
    """
    if count < 2:
        return None
    near = range(number - SHOWN_AROUND, number + SHOWN_AROUND + 1)
    numbers = sorted({1, count, *(each for each in near if 1 <= each <= count)})
    links: list[PageLink] = []
    for before, each in zip([0, *numbers], numbers, strict=False):
        if each > before + 1:
            links.append(PageLink("…", ""))
        links.append(PageLink(str(each), url(each), current=each == number))
    previous = url(number - 1) if number > 1 else ""
    following = url(number + 1) if number < count else ""
    return Pagination(tuple(links), previous, following)
