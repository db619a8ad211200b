"""The two halves of the parser, blocks and inline text, without the steps that a text gives no reason for.

What they read is what markdown-it's own read (`tests/text/markdown/test_dispatch.py`); a text of a page or two takes
them a third less time.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from hubgen.text.markdown.dispatch import INLINE_BEGINNINGS, NO_SPECIAL, BlockRules, InlineRules

CoreRule = Callable[[StateCore], None]

BLOCK_SIGNS = {
    "deflist": (": ", ":\t", "~ ", "~\t"),
    "lheading": ("-\n", "=\n", " \n", "\t\n"),
    "table": ("|",),
}
"""One of these a text must hold for a rule to find anything: of those rules that would be asked at every paragraph."""

CORE_SIGNS = {"normalize": ("\r", "\0"), "attr": ("{",), "text_join": ("\\", "&")}
"""The same for the steps that go through a whole text."""

_BEGINNINGS = "".join(INLINE_BEGINNINGS.values()).replace(NO_SPECIAL, "")
_PAIRED = "*_~"
"""The characters of marks that come in pairs, which are looked for when all tokens are there."""


class BlockParser(ParserBlock):
    """Reads blocks with the rules that the text gives a sign of."""

    def __init__(self, plain: ParserBlock) -> None:
        super().__init__()
        rules = plain.ruler
        self._rules_without = cache(lambda absent: BlockRules(rules, absent))

    def parse(
        self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]
    ) -> list[Token] | None:
        """The blocks of one text."""
        lines = src + "\n"
        absent = frozenset(name for name, signs in BLOCK_SIGNS.items() if not _has(lines, signs))
        self.ruler = self._rules_without(absent)
        return super().parse(src, md, env, outTokens)


class InlineParser(ParserInline):
    """Reads inline text from one special character to the next."""

    def __init__(self, plain: ParserInline) -> None:
        super().__init__()
        rules = InlineRules(plain.ruler)
        self.ruler = rules
        self.ruler2 = plain.ruler2
        self._table = rules.table
        # Where plain text ends: at what a rule begins with, and at the end of a link's words.
        self.terminator_re = re.compile(f"[{re.escape(_BEGINNINGS)}\\]]")

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of one inline text, put at the end of those that are there."""
        if src and self.terminator_re.search(src) is None:
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        if _has(src, _PAIRED):
            return super().parse(src, md, env, tokens)
        state = StateInline(src, md, env, tokens)
        self.tokenize(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Put the tokens between the state's two positions at the end of its own."""
        source, end = state.src, state.posMax
        deepest = state.md.options["maxNesting"]
        while (position := state.pos) < end:
            if state.level >= deepest:
                state.append_pending(source[position])
                state.pos = position + 1
                continue
            special = self.terminator_re.search(source, position)
            stop = special.start() if special else end
            if stop > position:
                state.append_pending(source[position:stop])
                state.pos = stop
            if stop >= end:
                break
            for rule in self._table.get(source[stop], ()):
                if rule(state, False):
                    break
            else:
                state.append_pending(source[stop])
                state.pos += 1
        if state.pending:
            state.pushPending()


def only_with(signs: Iterable[str], rule: CoreRule) -> CoreRule:
    """The rule for whole texts, left out where a text holds none of the signs."""

    def asked(state: StateCore) -> None:
        if _has(state.src, signs):
            rule(state)

    return asked


def _has(text: str, signs: Iterable[str]) -> bool:
    return any(map(text.__contains__, signs))
