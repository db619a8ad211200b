"""Where pages order pictures and files: what they get at once is the plan, what is made comes later."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from hubgen.diagnostics import Report, Span
from hubgen.diagnostics.suggest import did_you_mean
from hubgen.files.reading import FoundFile, HubFolder, Unreadable
from hubgen.files.shelf import Shelf
from hubgen.files.stamps import digest_of
from hubgen.model.plan import Asset
from hubgen.model.views import ROOT, Picture
from hubgen.stages.media.attachments import (
    LARGEST_ATTACHMENT,
    attachment_url,
    content_problem,
    ending_of,
    ending_problem,
)
from hubgen.stages.media.darkroom import Darkroom
from hubgen.stages.media.printer import Printer
from hubgen.stages.media.prints import Prints, plan_prints
from hubgen.stages.media.recipe import LARGEST_FILE, Facts, Problem
from hubgen.stages.media.sniffing import ENDINGS, refusal

TOO_LARGE, NOT_THERE, OUTSIDE = "HG105", "HG101", "HG103"
"""What the hub's folder calls these reasons."""


class Order(Struct, frozen=True):
    """A picture that can be made."""

    facts: Facts
    prints: Prints


class MediaShop:
    """Plans pictures and files for pages, and makes them when their bytes are asked for."""

    def __init__(
        self, folder: HubFolder, cache_folder: Path | None, widths: tuple[int, ...], report: Report
    ) -> None:
        self._folder = folder
        self._widths = widths
        self._report = report
        shelf = Shelf(cache_folder / "images" if cache_folder is not None else None)
        self._printer = Printer(folder, shelf, Darkroom())
        self._orders: dict[str, Order | Problem] = {}
        self._addresses: dict[str, str | Problem] = {}
        self._assets: dict[str, Asset] = {}

    def picture(self, path: str, alt: str, span: Span) -> Picture | None:
        """The plan of the picture at that path of the hub; None, and a problem at the span, when it can't be made."""
        if path not in self._orders:
            self._orders[path] = self._order(path, span)
        order = self._orders[path]
        if isinstance(order, Problem):
            self._complain("picture", path, order, span)
            return None
        self._mention(path, order.facts, span)
        return order.prints.as_picture(alt)

    def attachment(self, path: str, span: Span) -> str | None:
        """The address of the file at that path of the hub; None, and a problem at the span, when it isn't published."""
        if ending_of(path) in ENDINGS:
            # The original of a photo may say where it was taken, so pages link to the picture that was made of it.
            picture = self.picture(path, "", span)
            return picture.src if picture is not None else None
        if path not in self._addresses:
            self._addresses[path] = self._address(path, span)
        address = self._addresses[path]
        if isinstance(address, Problem):
            self._complain("file", path, address, span)
            return None
        return ROOT + address

    def assets(self) -> tuple[Asset, ...]:
        """Every file that was planned so far, by address."""
        return tuple(self._assets[url] for url in sorted(self._assets))

    def _order(self, path: str, span: Span) -> Order | Problem:
        try:
            data = self._folder.read(path, LARGEST_FILE)
        except Unreadable as problem:
            return self._unreadable(path, problem)
        facts = refusal(data) or self._printer.facts(data)
        if isinstance(facts, Problem):
            return facts
        prints = plan_prints(path, digest_of(data), facts, self._widths)
        for each in prints.all:
            content = partial(self._printer.make, path, prints, each)
            self._assets[each.url] = Asset(each.url, each.digest, content, span)
        return Order(facts, prints)

    def _address(self, path: str, span: Span) -> str | Problem:
        problem = ending_problem(path)
        if problem is not None:
            return problem
        try:
            data = self._folder.read(path, LARGEST_ATTACHMENT)
        except Unreadable as refused:
            return self._unreadable(path, refused)
        problem = content_problem(path, data)
        if problem is not None:
            return problem
        digest = digest_of(data)
        url = attachment_url(path, digest)
        content: Callable[[], bytes] = partial(self._folder.read, path, LARGEST_ATTACHMENT)
        self._assets[url] = Asset(url, digest, content, span)
        return url

    def _unreadable(self, path: str, problem: Unreadable) -> Problem:
        if problem.code == TOO_LARGE:
            return Problem("HG606", f"is too large: {problem.reason}", "save it smaller")
        if problem.code == OUTSIDE:
            return Problem(OUTSIDE, "lies outside the hub", problem.help)
        if self._folder.find(path) is not None or problem.code != NOT_THERE:
            return Problem(problem.code, f"can't be used: {problem.reason}", problem.help)
        place, _, name = path.rpartition("/")
        neighbours = (
            found.path for found in self._folder.walk(place) if isinstance(found, FoundFile)
        )
        names = [each.removeprefix(place + "/") for each in neighbours]
        advice = did_you_mean(name, names) or f"put the file into the folder '{place}'"
        return Problem("HG603", "doesn't exist", advice)

    def _mention(self, path: str, facts: Facts, span: Span) -> None:
        """Say what is odd about a picture that can be shown all the same."""
        promised = ENDINGS.get(ending_of(path))
        if promised != facts.encoding:
            self._report.add(
                "HG607",
                span,
                f"the picture '{path}' is a {facts.encoding} file, whatever its name says",
                help=f"let its name end in .{facts.encoding.lower().replace('jpeg', 'jpg')}",
            )
        if facts.moves:
            self._report.add(
                "HG609",
                span,
                f"the picture '{path}' moves, and only its first image is shown",
                help="link to a film instead, or let one image tell it",
            )

    def _complain(self, what: str, path: str, problem: Problem, span: Span) -> None:
        self._report.add(
            problem.code, span, f"the {what} '{path}' {problem.reason}", help=problem.help
        )
