"""The one door to all kinds of files: looks up the page's renderer, and says when a page must be made again."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

from msgspec import msgpack

from hubgen import __version__
from hubgen.diagnostics import Report
from hubgen.model.plan import Output, Page
from hubgen.model.views import Frame
from hubgen.stages.render.calendar import render_icalendar
from hubgen.stages.render.data import render_json, render_text
from hubgen.stages.render.html import render_html, render_redirect
from hubgen.stages.render.job import Job
from hubgen.stages.render.problems import TEMPLATE_MISTAKES, report_mistake
from hubgen.stages.render.templates import TemplateRoom
from hubgen.stages.render.xml import render_atom, render_sitemap, render_sitemap_index
from hubgen.theme import Theme

RENDERERS: Mapping[str, Callable[[Any, Job], str | bytes]] = {
    "html": render_html,
    "redirect": render_redirect,
    "atom": render_atom,
    "sitemap": render_sitemap,
    "sitemap-index": render_sitemap_index,
    "text": render_text,
    "json": render_json,
    "icalendar": render_icalendar,
}
"""How each kind of file is made from its view."""
SPOKEN = frozenset({"html", "redirect"})
"""Those that show the theme's words and looks."""


class Renderer:
    """Makes files from pages of the plan, each from its view, its frame and the theme alone."""

    def __init__(self, theme: Theme, base_url: str = "") -> None:
        """Compile nothing yet; each template is compiled when a page first needs it."""
        self.theme = theme
        self.base_url = base_url
        self._room = TemplateRoom(theme)
        self._encoder = msgpack.Encoder()
        # Pages of one kind and locale share most of what they stand on. Frames are kept so that their ids stay theirs.
        self._grounds: dict[tuple[str, str, int], tuple[Frame, Mapping[str, str]]] = {}

    def __reduce__(self) -> tuple[type["Renderer"], tuple[Theme, str]]:
        """The way into a worker that knows nothing yet: with nothing that is kept by what it was made of here."""
        return type(self), (self.theme, self.base_url)

    def render(self, page: Page, frame: Frame, report: Report, *, view: Any) -> Output | None:
        """The file's bytes, or None when a template failed, which is reported at its line."""
        if page.renderer == "html" and not self.theme.has(page.template):
            report.add("HG509", self.theme.manifest, f"the theme has no template '{page.template}'")
            return None
        job = Job(page, frame, self.theme, self.base_url, self._room)
        try:
            text = RENDERERS[page.renderer](view, job)
        except TEMPLATE_MISTAKES as problem:
            if page.renderer != "html":
                raise
            report_mistake(problem, page.template, self.theme, report)
            return None
        return Output(page.path, finished(text))

    def forget_cards(self) -> None:
        """Let go of the cards made so far: for whoever renders on and on, and would keep those of entries as they once were."""
        self._room.forget_cards()

    def view_digest(self, page: Page, view: Any) -> str:
        """Changes if and only if the page's own view or address does."""
        hasher = blake2b(page.url.encode() + b"\0", digest_size=16)
        hasher.update(self._encoded(view))
        return hasher.hexdigest()

    def ground(self, page: Page, frame: Frame) -> Mapping[str, str]:
        """What the page stands on beside its view, part by part; pages of one kind and locale share it."""
        key = (page.renderer, page.template, id(frame))
        found = self._grounds.get(key)
        if found is None:
            found = self._grounds[key] = (frame, self._make_ground(page, frame))
        return found[1]

    def _make_ground(self, page: Page, frame: Frame) -> Mapping[str, str]:
        parts = {
            "hubgen": __version__,
            "renderer": page.renderer,
            "base_url": self.base_url,
            "site title": frame.site_title,
        }
        if page.renderer not in SPOKEN:
            return parts
        return parts | {
            "template": page.template,
            "templates": self.theme.closures.get(page.template, ""),
            "words": self.theme.messages_for(frame.locale).digest,
            "theme": self.theme.surface,
            "frame": blake2b(self._encoded(frame), digest_size=16).hexdigest(),
        }

    def _encoded(self, value: Any) -> bytes:
        try:
            return self._encoder.encode(value)
        except UnicodeEncodeError:
            # Half of a surrogate pair is no text; what shows it must still have a digest.
            return repr(value).encode("utf-8", "surrogatepass")


def finished(text: str | bytes) -> bytes:
    """The bytes of a text file: UTF-8, plain line ends, exactly one at the end; bytes are finished already."""
    if isinstance(text, bytes):
        return text
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return (plain.strip("\n") + "\n").encode("utf-8", "replace")
