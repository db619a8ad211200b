"""The words of a text without its form: for summaries and search."""

from collections.abc import Sequence

from markdown_it.token import Token

from hubgen.text.markdown import markers

LONGEST_CODE = 500
"""Characters of a code block that are still worth searching."""


def plain_words(tokens: Sequence[Token]) -> str:
    """All words of the tokens, one space between them."""
    pieces: list[str] = []
    for token in tokens:
        if token.type == "inline":
            _collect(pieces, token.children or ())
            pieces.append(" ")
        elif token.type in {"fence", "code_block"} and len(token.content) <= LONGEST_CODE:
            pieces.append(token.content)
    return _joined(pieces)


def inline_words(children: Sequence[Token]) -> str:
    """The words of one inline text: a heading, a link's words, a picture's description."""
    pieces: list[str] = []
    _collect(pieces, children)
    return _joined(pieces)


def summarize(text: str, length: int) -> str:
    """The beginning of a text, cut after a word and never longer than `length`, `…` included."""
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    head = words[:length]
    cut = head.rfind(" ")
    # Chinese, Japanese and Thai have no spaces to cut at.
    kept = head[:cut] if cut > length // 2 else head[: length - 1]
    return kept.rstrip(" ,;:.–—-") + "…"


def _collect(pieces: list[str], children: Sequence[Token]) -> None:
    for token in children:
        if token.type in {"text", "code_inline", "target_title"}:
            pieces.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            pieces.append(" ")
        elif token.children:
            _collect(pieces, token.children)


def _joined(pieces: list[str]) -> str:
    return " ".join(markers.strip("".join(pieces)).split())
