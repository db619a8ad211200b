"""A hub whose pages are made when somebody asks for them."""

from dataclasses import replace
from threading import RLock

from hubgen.diagnostics import Diagnostic, Report
from hubgen.files.refusals import Unreadable
from hubgen.model.plan import Asset, Page
from hubgen.prepared import Prepared
from hubgen.preview.given import Given, Lately, digest_of_page
from hubgen.preview.types import media_type
from hubgen.stages.render.renderer import SPOKEN

MISSING = "404.html"
PLACE = "index.html"


class Shown:
    """One reading of the hub, from its plan to the bytes of each address. Safe from any thread."""

    def __init__(self, prepared: Prepared, lately: Lately, *, is_sound: bool) -> None:
        """`lately` holds what earlier readings gave: a page that can't be made stays as it was."""
        self.prepared = prepared
        self.is_sound = is_sound
        """Whether it was read without errors."""
        self.failed: dict[str, tuple[Diagnostic, ...]] = {}
        """By file: the pages that couldn't be made."""
        self._lately = lately
        self._made = Lately()
        # Templates share what they have made of cards: one page is made at a time. All entries' words for search take a
        # large hub seconds, for which no page waits.
        self._making = RLock()
        self._making_data = RLock()

    def file_of(self, path: str) -> str | None:
        """The file of the plan that is meant by an address below the base path."""
        plan, file = self.prepared.plan, path.removeprefix("/")
        if not file or file.endswith("/"):
            file += PLACE
        return file if file in plan.pages or file in plan.assets else None

    def is_folder(self, path: str) -> bool:
        """Whether the address only lacks its last slash."""
        return self.file_of(path + "/") is not None

    def give(self, path: str) -> Given:
        """What stands at that address: the page, the file, or the hub's own page for what is missing."""
        file = self.file_of(path)
        plan = self.prepared.plan
        if file is None:
            return self._missing(path)
        if file in plan.assets:
            return _asset(plan.assets[file])
        made = self._made.get(file)
        if made is None:
            page = plan.pages[file]
            with self._making if page.renderer in SPOKEN else self._making_data:
                made = self._made.get(file) or self._page(page)
                self._made.keep(file, made)
        self._lately.keep(path, made)
        return made

    def _missing(self, path: str) -> Given:
        if MISSING not in self.prepared.plan.pages:
            return Given(404, "text/plain", b"There is no such page.\n", "missing")
        page = self.give("/" + MISSING)
        status = max(404, page.status)
        given = replace(page, status=status, digest=digest_of_page(page.data, status))
        self._lately.keep(path, given)
        return given

    def _page(self, page: Page) -> Given:
        prepared, report = self.prepared, Report()
        plan = prepared.plan
        output = prepared.renderer.render(
            page, plan.frame_of(page), report, view=plan.view_of(page)
        )
        if output is None:
            return self._as_it_was(page, report.found)
        self.failed.pop(page.path, None)
        is_page = page.renderer == "html"
        template = prepared.theme.templates.get(page.template)
        return Given(
            200,
            media_type(page.path, page.renderer),
            output.data,
            digest_of_page(output.data, 200),
            is_page=is_page,
            sources=page.sources,
            template=template.path if is_page and template else "",
        )

    def _as_it_was(self, page: Page, problems: tuple[Diagnostic, ...]) -> Given:
        """The last good bytes of a page that can't be made now; nothing where there never were any."""
        self.failed[page.path] = problems
        before = self._lately.get("/" + page.url)
        if before is not None and before.data and before.is_page:
            return replace(before, problems=problems)
        return Given(500, "text/html", b"", "", is_page=True, problems=problems)


def _asset(asset: Asset) -> Given:
    try:
        data = asset.content()
    except Unreadable as problem:
        return Given(404, "text/plain", f"{problem.reason}\n".encode())
    return Given(200, media_type(asset.url), data, asset.digest)
