"""What the Markdown tests have in common: a text made into a finished page part, and a strict reading of HTML."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from hubgen.diagnostics import Diagnostic, Report
from hubgen.model.values import Markdown
from hubgen.text.markdown import MarkdownOptions, MarkdownRenderer
from hubgen.text.markdown.markers import Fillings, fill
from hubgen.text.standing import Standing

RENDERERS = {
    False: MarkdownRenderer(MarkdownOptions("escape")),
    True: MarkdownRenderer(MarkdownOptions("sanitize")),
}
VOID = {"br", "hr", "img", "input", "wbr", "col"}


@dataclass(frozen=True)
class Page:
    """A rendered text with what was said about it."""

    markdown: Markdown
    html: str
    """Finished: links lead to `/their-target/`, titles are in capitals."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """What was complained about."""
        return [each.code for each in self.diagnostics]


def page(text: str, *, raw: bool = False, first_line: int = 1) -> Page:
    """The text rendered and filled as the plan stage would; `raw` allows harmless HTML."""
    report = Report()
    markdown = RENDERERS[raw].render(text, Standing("content/pages/a.md", first_line), report)
    fillings = Fillings(
        tuple(f"/{each.target}#{each.fragment}" for each in markdown.links),
        tuple(each.target.upper() for each in markdown.links),
        tuple(f"(picture {number})" for number, _ in enumerate(markdown.images)),
    )
    return Page(markdown, fill(markdown.html, fillings), report.diagnostics)


@dataclass
class Reading(HTMLParser):
    """Reads HTML as strictly as we write it: every tag closed, in order."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    faults: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag; a doubled or empty attribute is a fault."""
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"doubled attribute in {tag}")
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The tag must be the one that was opened last."""
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """We never write `<br />`."""
        self.faults.append(f"<{tag}/>")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """We never write comments."""
        self.faults.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        """We never write declarations."""
        self.faults.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        """Nor processing instructions."""
        self.faults.append(f"instruction {data}")


def read(html: str) -> Reading:
    """The HTML's tags and words, and what is wrong with it."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    reading.faults.extend(f"<{tag}> stays open" for tag in reading._open)
    return reading
