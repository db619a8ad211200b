"""The parser: which rules of markdown-it and its plugins a hub's Markdown has."""

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_inline import autolink, image, link
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from hubgen.text.markdown.parsers import CORE_SIGNS, BlockParser, InlineParser, only_with
from hubgen.text.markdown.places import InlineRule, placed
from hubgen.text.markdown.wiki_links import wiki_link

DEEPEST = 40
"""Blocks and inline marks inside each other; what lies deeper is not read as Markdown."""

ATTRIBUTES = ("class", "lang", "id")


class HubMarkdownIt(MarkdownIt):
    """A parser that hands every address on as written, because `addresses.py` decides what each one means."""

    def validateLink(self, url: str) -> bool:
        """Every address: the unsafe ones are reported and dropped later, not silently left as text."""
        return True

    def normalizeLink(self, url: str) -> str:
        """The address as it is."""
        return url

    def normalizeLinkText(self, link: str) -> str:
        """The address as it is."""
        return link


def build_parser(*, html: bool) -> MarkdownIt:
    """A parser that can be used for any number of texts."""
    parser = plain_parser(html=html)
    parser.inline = InlineParser(parser.inline)
    parser.block = BlockParser(parser.block)
    steps = parser.core.ruler
    for name, step in zip(steps.get_active_rules(), steps.getRules(""), strict=True):
        if name in CORE_SIGNS:
            steps.at(name, only_with(CORE_SIGNS[name], step))
    return parser


def plain_parser(*, html: bool) -> MarkdownIt:
    """The same parser as markdown-it would have it, every rule asked everywhere."""
    parser = HubMarkdownIt("commonmark", {"html": html, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(admon_plugin)
    parser.use(attrs_plugin, allowed=ATTRIBUTES).use(attrs_block_plugin, allowed=ATTRIBUTES)
    _note_places(parser.inline.ruler)
    return parser


def _note_places(rules: Ruler[InlineRule]) -> None:
    rules.before("link", "wiki_link", placed(wiki_link))
    rules.at("link", placed(link))
    rules.at("image", placed(image))
    rules.at("autolink", placed(autolink))
