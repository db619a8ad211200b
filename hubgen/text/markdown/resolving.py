"""Goes once through the tokens of a text and decides what becomes of its blocks; links are left to `linking.py`.

The parser's tokens are changed in place: they belong to this one rendering.
"""

from collections.abc import Callable, Sequence

from markdown_it.token import Token
from msgspec import Struct, field

from hubgen.diagnostics.suggest import did_you_mean
from hubgen.model.values import Heading
from hubgen.text.markdown.anchors import Anchors
from hubgen.text.markdown.attributes import safe_attributes
from hubgen.text.markdown.code import MOST_CODE
from hubgen.text.markdown.linking import Linker
from hubgen.text.markdown.sanitizing import without_forged_markers
from hubgen.text.markdown.words import inline_words
from hubgen.text.patterns import pattern

ADMONITIONS = (
    *("note", "info", "tip", "important", "warning", "caution", "danger"),
    *("success", "question", "example", "quote"),
)
"""The kinds of notes that a theme dresses differently."""

HIGHEST, LOWEST = 2, 6
"""The page's title is the only `h1`."""

_OWN_ID = pattern(r"\s*\{#([\w-]{1,80})\}\s*\Z")
_TASK = pattern(r"\[([ xX])\][ \t]+")
_ALIGNMENT = pattern(r"text-align:(left|center|right)\Z")


class Resolver(Struct):
    """What is known of one text while its tokens are gone through."""

    linker: Linker
    headings: list[Heading] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)
    table_labels: dict[str, int] = field(default_factory=dict)
    code: int = 0
    """Characters of code so far."""
    label: str = ""
    """Of the table whose rows are gone through; tables don't lie in tables."""
    above: list[int] = field(default_factory=list)
    """The levels, as written, of the headings under which the current place stands."""

    def resolve(self, tokens: Sequence[Token]) -> None:
        """Prepare all tokens for writing."""
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self.linker.read(token)
                continue
            handler = HANDLERS.get(token.type)
            if handler is not None:
                handler(self, tokens, index)
            elif token.attrs:
                token.attrs = {**safe_attributes(token)}


def _heading(resolver: Resolver, tokens: Sequence[Token], index: int) -> None:
    opening, inline, closing = tokens[index : index + 3]
    written = int(opening.tag[1])
    while resolver.above and resolver.above[-1] >= written:
        resolver.above.pop()
    level = min(HIGHEST + len(resolver.above), LOWEST)
    resolver.above.append(written)
    wanted = _own_id(inline) or str(opening.attrs.get("id", ""))
    words = inline_words(inline.children or ())
    anchor = resolver.anchors.claim(wanted or words)
    resolver.headings.append(Heading(level, anchor, words))
    opening.tag = closing.tag = f"h{level}"
    opening.attrs = {"id": anchor, **safe_attributes(opening)}


def _own_id(inline: Token) -> str:
    """The id that stands in braces at a heading's end; it is taken out of the heading's words."""
    last = inline.children[-1] if inline.children else None
    found = _OWN_ID.search(last.content) if last is not None and last.type == "text" else None
    if last is None or found is None:
        return ""
    last.content = last.content[: found.start()]
    return found[1]


def _table(resolver: Resolver, tokens: Sequence[Token], index: int) -> None:
    names: list[str] = []
    for token in tokens[index + 1 :]:
        if token.type == "thead_close":
            break
        if token.type == "inline":
            names.append(inline_words(token.children or ()))
    label = ", ".join(name for name in names if name)[:120]
    again = resolver.table_labels.get(label, 0) + 1
    resolver.table_labels[label] = again
    # Two regions of one name can't be told apart by ear.
    resolver.label = f"{label} ({again})" if label and again > 1 else label
    tokens[index].meta["label"] = resolver.label
    tokens[index].attrs = {**safe_attributes(tokens[index])}


def _table_end(resolver: Resolver, tokens: Sequence[Token], index: int) -> None:
    tokens[index].meta["label"] = resolver.label


def _row(resolver: Resolver, _: Sequence[Token], __: int) -> None:
    resolver.linker.begin_row()


def _row_end(resolver: Resolver, _: Sequence[Token], __: int) -> None:
    resolver.linker.end_row()


def _cell(_: Resolver, tokens: Sequence[Token], index: int) -> None:
    # A strict content security policy blocks `style`, so alignment is a class.
    found = _ALIGNMENT.match(str(tokens[index].attrs.get("style", "")))
    tokens[index].attrs = {"class": f"align-{found[1]}"} if found else {}


def _list_item(_: Resolver, tokens: Sequence[Token], index: int) -> None:
    item = tokens[index]
    item.attrs = {**safe_attributes(item)}
    inline = tokens[index + 2] if index + 2 < len(tokens) else item
    first = inline.children[0] if inline.type == "inline" and inline.children else None
    found = _TASK.match(first.content) if first is not None and first.type == "text" else None
    if inline.children is None or first is None or found is None:
        return
    first.content = first.content[found.end() :]
    opening, closing = Token("task_open", "", 1), Token("task_close", "", -1)
    opening.meta["checked"] = found[1] != " "
    inline.children = [opening, *inline.children, closing]
    item.attrs = {**item.attrs, "class": "task-item"}


def _admonition(resolver: Resolver, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    kind = str(token.meta.get("tag", ""))
    if kind not in ADMONITIONS:
        resolver.linker.complain(
            "HG905",
            resolver.linker.places.block(token),
            f"no kind of note is called '{kind[:40]}'",
            did_you_mean(kind[:40], ADMONITIONS) or f"use one of: {', '.join(ADMONITIONS)}",
        )
        kind = "note"
    token.attrs = {"class": f"admonition {kind}"}
    if token.markup.startswith("?"):
        _fold(tokens, index)


def _fold(tokens: Sequence[Token], index: int) -> None:
    """Make the note one that opens and closes; its title is what one clicks."""
    depth = 0
    for token in tokens[index:]:
        depth += (token.type == "admonition_open") - (token.type == "admonition_close")
        if depth == 0:
            token.tag = tokens[index].tag = "details"
            break
    if index + 3 < len(tokens) and tokens[index + 1].type == "admonition_title_open":
        tokens[index + 1].tag = tokens[index + 3].tag = "summary"


def _title(_: Resolver, tokens: Sequence[Token], index: int) -> None:
    tokens[index].attrs = {"class": "admonition-title"}


def _fence(resolver: Resolver, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    token.attrs = {**safe_attributes(token)}
    resolver.code += len(token.content)
    if resolver.code > MOST_CODE:
        token.info = ""


def _raw(_: Resolver, tokens: Sequence[Token], index: int) -> None:
    tokens[index].content = without_forged_markers(tokens[index].content)


def _ordered_list(_: Resolver, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    start = token.attrs.get("start")
    token.attrs = {**safe_attributes(token)}
    if isinstance(start, int):
        token.attrs["start"] = start


HANDLERS: dict[str, Callable[[Resolver, Sequence[Token], int], None]] = {
    "admonition_open": _admonition,
    "admonition_title_open": _title,
    "fence": _fence,
    "heading_open": _heading,
    "html_block": _raw,
    "list_item_open": _list_item,
    "ordered_list_open": _ordered_list,
    "table_close": _table_end,
    "table_open": _table,
    "td_open": _cell,
    "th_open": _cell,
    "tr_close": _row_end,
    "tr_open": _row,
}
"""What is decided at each kind of block; of all others only the attributes are checked."""
