"""Pages and themes for tests of rendering."""

from pathlib import Path
from typing import Any

from hubgen.diagnostics import Report
from hubgen.model.plan import Output, Page
from hubgen.model.views import ROOT, CardView, Frame, Head, HomeView, HtmlView, MessageView, Section
from hubgen.stages.render import Renderer
from tests.theme.workbench import PLAIN, read

FRAME = Frame(
    site_title="Hub & friends",
    tagline="",
    locale="en",
    dir="ltr",
    home=ROOT,
    root=ROOT,
    menu=(),
    footer=(),
    search=f"{ROOT}search/",
    feeds=(),
)


def message(title: str = "Gone", text: str = "") -> HtmlView:
    """A small page."""
    return HtmlView(Head(title, "", f"{ROOT}gone/"), MessageView(title, text))


def card(title: str = "Ada", collection: str = "members") -> CardView:
    """A small card."""
    return CardView("members/ada", collection, "member", f"{ROOT}members/ada/", title)


def home(*cards: CardView) -> HtmlView:
    """A page with one list."""
    sections = (Section("all", "All", cards),)
    return HtmlView(Head("Home", "", ROOT), HomeView("Home", "", "", None, sections, ()))


def page(
    view: Any, url: str = "gone/", template: str = "pages/home.html", renderer: str = "html"
) -> Page:
    """A page of the plan that shows the view."""
    return Page(url, renderer, lambda _edition: view, template)


def renderer(folder: Path, templates: str = "", base_url: str = "") -> Renderer:
    """A renderer for the plain theme with these files in it."""
    theme, _ = read(folder, PLAIN + templates)
    assert theme is not None
    return Renderer(theme, base_url)


def press(made: Renderer, shown: Page, frame: Frame, report: Report) -> Output | None:
    """The page's file, of its own view."""
    return made.render(shown, frame, report, view=shown.view(None))


def show(folder: Path, template: str, view: Any | None = None) -> str:
    """What one template makes of a page."""
    report = Report()
    made = renderer(folder, f"-- plain/templates/pages/home.html --\n{template}\n")
    output = press(made, page(view or message()), FRAME, report)
    assert output is not None, report.diagnostics
    return output.data.decode()
