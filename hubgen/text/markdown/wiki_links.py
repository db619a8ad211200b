"""Links in double brackets: `[[members/ada]]` and `[[members/ada|the words]]`."""

from markdown_it.rules_inline import StateInline

from hubgen.text.patterns import pattern

# `[[1]](https://example.org)` is an ordinary link whose words stand in brackets.
_WIKI_LINK = pattern(r"\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,300}))?\]\](?![(\[])")


def wiki_link(state: StateInline, silent: bool) -> bool:
    """The inline rule: a link whose words are given, or are the target's title."""
    match = _WIKI_LINK.match(state.src, state.pos, state.posMax)
    if match is None or not match[1].strip():
        return False
    if not silent:
        _push(state, match[1].strip(), (match[2] or "").strip())
    state.pos = match.end()
    return True


def _push(state: StateInline, target: str, words: str) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": target}
    opening.markup = "wiki"
    inside = state.push("text" if words else "target_title", "", 0)
    inside.content = words or target.partition("#")[0].rpartition("/")[2].replace("-", " ")
    state.push("link_close", "a", -1)
