"""Rules by first character: the parser asks only those that can begin with the character at hand.

markdown-it asks every rule at every special character and at every line. A page of text has hundreds of both, so a
table by character makes the rendering a third faster, with the same result. `parsers.py` puts the tables to work.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

InlineRule = Callable[[StateInline, bool], bool]
BlockRule = Callable[[StateBlock, int, int, bool], bool]
Table = Mapping[str, tuple[Any, ...]]

NO_SPECIAL = "a"
"""Any character with which nothing special begins."""

INLINE_BEGINNINGS = {
    "text": NO_SPECIAL,
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "wiki_link": "[",
    "link": "[",
    "footnote_ref": "[",
    "footnote_inline": "^",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
    "attr": "{",
}
"""The characters with which a rule's piece of text can begin."""

BLOCK_BEGINNINGS = {
    "admonition": "!?",
    "attr": "{",
    "blockquote": ">",
    "fence": "`~",
    "footnote_def": "[",
    "heading": "#",
    "hr": "*-_",
    "html_block": "<",
    "list": "*+-0123456789",
    "reference": "[",
}
"""The same for blocks, for the first character of their first line."""

CHAINS = ("", "paragraph", "reference", "blockquote", "list")
"""All rules, and those that may end a block of that name."""


class InlineRules(Ruler[InlineRule]):
    """Inline rules, asked by the character at the state's position."""

    def __init__(self, rules: Ruler[InlineRule]) -> None:
        super().__init__()
        self.table, elsewhere = _tables(rules, INLINE_BEGINNINGS)[""]

        def ask(state: StateInline, silent: bool) -> bool:
            found = False
            for rule in self.table.get(state.src[state.pos], elsewhere):
                found = rule(state, silent)
                if found:
                    break
            return found

        self._asked: list[InlineRule] = [ask]

    def getRules(self, chainName: str = "") -> list[InlineRule]:
        """One rule that asks the right ones."""
        return self._asked


class BlockRules(Ruler[BlockRule]):
    """Block rules, asked by the first character of the line, and those not at all that the text gives no sign of."""

    def __init__(self, rules: Ruler[BlockRule], absent: Collection[str] = ()) -> None:
        super().__init__()
        tables = _tables(rules, BLOCK_BEGINNINGS, absent)
        self._asked = {chain: [_asking(*found)] for chain, found in tables.items()}
        self._active = rules.get_active_rules()

    def get_active_rules(self) -> list[str]:
        """The rules' names: the parser looks there whether indented text is code."""
        return self._active

    def getRules(self, chainName: str = "") -> list[BlockRule]:
        """One rule that asks the right ones of that chain."""
        return self._asked.get(chainName, [])


def _asking(table: Table, elsewhere: tuple[BlockRule, ...]) -> BlockRule:
    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        position = state.bMarks[start] + state.tShift[start]
        first = state.src[position : position + 1]
        found = False
        for rule in table.get(first, elsewhere):
            found = rule(state, start, end, silent)
            if found:
                break
        return found

    return ask


def _tables(
    rules: Ruler[Any], beginnings: Mapping[str, str], absent: Collection[str] = ()
) -> dict[str, tuple[Table, tuple[Any, ...]]]:
    """For each chain of rules: which to ask at a character of the table, and which elsewhere."""
    names = dict(zip(rules.getRules(""), rules.get_active_rules(), strict=True))
    characters = sorted({each for name in names.values() for each in beginnings.get(name, "")})

    def fitting(chain: str, character: str) -> tuple[Any, ...]:
        present = (rule for rule in rules.getRules(chain) if names[rule] not in absent)
        asked = ((rule, beginnings.get(names[rule])) for rule in present)
        return tuple(rule for rule, begin in asked if begin is None or character in begin)

    return {
        chain: ({each: fitting(chain, each) for each in characters}, fitting(chain, NO_SPECIAL))
        for chain in CHAINS
    }
