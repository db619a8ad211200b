"""The way from a Markdown text to the value that pages are made of."""

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from hubgen.diagnostics import Report
from hubgen.model.values import BodyLink, Heading, Markdown
from hubgen.text.markdown import markers
from hubgen.text.markdown.limits import problem_with
from hubgen.text.markdown.options import MarkdownOptions
from hubgen.text.standing import Standing

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class MarkdownRenderer:
    """Renders Markdown; the result depends on the text and the options alone, places aside."""

    def __init__(self, options: MarkdownOptions) -> None:
        self.options = options
        self._reads_html = options.html == "sanitize"

    def render(self, text: str, standing: Standing, report: Report) -> Markdown:
        """The text as safe HTML with markers."""
        from hubgen.text.markdown.writing import write_plain

        text = markers.strip(text).replace("\r\n", "\n").replace("\r", "\n")
        problem = problem_with(text, html=self._reads_html)
        if problem is None:
            return self._render(text, standing, report)
        span = standing.span(problem.line)
        report.add(problem.code, span, problem.message, help=problem.help)
        return Markdown(write_plain(text), " ".join(text.split()))

    def _render(self, text: str, standing: Standing, report: Report) -> Markdown:
        from hubgen.text.markdown.linking import Linker
        from hubgen.text.markdown.places import Places
        from hubgen.text.markdown.resolving import Resolver
        from hubgen.text.markdown.words import plain_words
        from hubgen.text.markdown.writing import write

        tokens = self._parser.parse(text, {})
        linker = Linker(Places(text, standing), report)
        resolver = Resolver(linker)
        resolver.resolve(tokens)
        return Markdown(
            self._cleaned(write(tokens)),
            plain_words(tokens),
            tuple(_to_known_anchor(link, resolver.headings) for link in linker.links),
            tuple(linker.images),
            tuple(resolver.headings),
        )

    def _cleaned(self, html: str) -> str:
        if not self._reads_html:
            return markers.settle(html)
        from hubgen.text.markdown.sanitizing import sanitize

        return sanitize(html)

    @cached_property
    def _parser(self) -> "MarkdownIt":
        # Imported late: a build that has nothing to render shouldn't wait for the parser.
        from hubgen.text.markdown.parser import build_parser

        return build_parser(html=self._reads_html)


def _to_known_anchor(link: BodyLink, headings: list[Heading]) -> BodyLink:
    """The link with the id that the text's heading really got, where it names one of this text."""
    from hubgen.text.markdown.anchors import find_anchor

    if link.target or not link.fragment:
        return link
    return replace(link, fragment=find_anchor(link.fragment, headings) or link.fragment)
