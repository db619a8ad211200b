"""Reads built pages the way a browser would: elements with their attributes, and the words of `<main>`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

SILENT = frozenset({"script", "style", "template"})
BREAKING = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "section", "article", "dt", "dd", "tr", "br", "ul"}
)


@dataclass(frozen=True)
class Element:
    """One start tag."""

    tag: str
    attributes: dict[str, str]
    content: str = ""
    """The raw text inside, for scripts and styles."""
    line: int = 0

    @property
    def classes(self) -> list[str]:
        """The names of its classes."""
        return self.attributes.get("class", "").split()


@dataclass
class _Reading(HTMLParser):
    found: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    depth: int = 0
    silent: int = 0
    inert: int = 0
    """In templates, of which a browser shows nothing."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if not self.inert:
            self.found.append(Element(tag, attributes, line=self.getpos()[0]))
        self.inert += tag == "template"
        self.depth += tag == "main"
        self.silent += tag in SILENT
        if tag in BREAKING:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "main"
        self.silent -= tag in SILENT
        self.inert -= tag == "template"
        if tag in BREAKING:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if self.silent and self.found:
            last = self.found[-1]
            self.found[-1] = Element(last.tag, last.attributes, last.content + data, last.line)
        elif self.depth:
            self.words.append(data)


def _read(html: str) -> _Reading:
    reading = _Reading()
    reading.feed(html)
    reading.close()
    return reading


def elements(html: str, *tags: str) -> Iterator[Element]:
    """The start tags of these names, or all, in order."""
    return (each for each in _read(html).found if not tags or each.tag in tags)


def main_text(html: str) -> str:
    """The words of `<main>`: one line for each block, spaces run together."""
    lines = (" ".join(line.split()) for line in "".join(_read(html).words).split("\n"))
    return "\n".join(line for line in lines if line)
