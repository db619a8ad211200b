"""The parts of YAML that content doesn't use: anchors, aliases, tags, merge keys and keys that are no words."""

from typing import Any, Protocol

from yaml.events import MappingStartEvent

from hubgen.diagnostics import Related
from hubgen.model.nodes import Node, Scalar
from hubgen.text.decoding import harmless

ParserEvent = Any
"""An event of PyYAML: its type stubs let every mark be absent, and what a parser gives always has both."""


class Complainer(Protocol):
    """Whoever reads the file and knows its places."""

    def complain(
        self,
        code: str,
        event: ParserEvent,
        message: str,
        advice: str,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Put down a problem with the place of an event."""

    def complain_of_word(self, code: str, event: ParserEvent, message: str, advice: str) -> None:
        """Put down a problem with the place of the word that an event begins with."""


def refuse_alias(reader: Complainer, event: ParserEvent) -> None:
    """`*name`: a copy of something above, or a text that happens to begin with a star."""
    reader.complain(
        "HG124",
        event,
        f"'*{event.anchor}' is an alias: it copies another part of the file, which hubgen doesn't do",
        f"write the value out; if this is meant as text, put it in quotes: '*{event.anchor}'",
    )


def refuse_properties(reader: Complainer, event: ParserEvent) -> None:
    """`&name` and `!tag` before a value; the value itself is kept."""
    if event.anchor is not None:
        reader.complain_of_word(
            "HG124",
            event,
            f"'&{event.anchor}' makes an anchor, which hubgen doesn't use",
            f"remove it; if this is meant as text, put all of it in quotes: '&{event.anchor} ...'",
        )
    if event.tag is not None:
        shown = harmless(event.tag.replace("tag:yaml.org,2002:", "!!"))
        reader.complain_of_word(
            "HG125",
            event,
            f"'{shown}' is a YAML tag, and hubgen reads every value as text",
            "remove the tag; if this is meant as text, put all of it in quotes",
        )


def refuse_key(reader: Complainer, event: ParserEvent, node: Node) -> None:
    """A key that is no word: a merge key, a list, braces, or nothing before the colon."""
    if isinstance(node, Scalar) and node.text == "<<":
        advice = "write the fields out where they are needed"
        message = "'<<' merges another part of the file into this one, which hubgen doesn't do"
        reader.complain("HG124", event, message, advice)
    elif isinstance(node, Scalar):
        advice = "write `name: value`; text that begins with a colon needs quotes"
        reader.complain("HG130", event, "there is no key before this colon", advice)
    else:
        sign = "{" if isinstance(event, MappingStartEvent) else "["
        advice = f"text that begins with {sign} needs quotes: '{sign}...'"
        message = f"a key must be a word, and this one begins with {sign}"
        reader.complain("HG130", event, message, advice)
