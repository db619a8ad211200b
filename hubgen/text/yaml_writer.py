"""Text as YAML that reads back as the same text: plain where YAML allows it, quoted where it must be."""

from typing import Final

from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.decoding import FORBIDDEN
from hubgen.text.patterns import pattern

_NOT_FIRST: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<")
_FLOW_MARKS: Final = frozenset(",[]{}")
_NOTHING: Final = frozenset({"null", "Null", "NULL", "~"})
_ODD: Final = pattern(rf"[\t\n\r]|{FORBIDDEN.pattern}")
"""Characters that YAML or hubgen lets stand in a file only as escapes."""
_MEANS_MORE: Final = pattern(
    r"(?i:y|n|yes|no|on|off|true|false)"
    r"|[-+]?[0-9][0-9_,.:eE+-]*|[-+]?\.[0-9][0-9_eE+-]*|0[xXob][0-9a-fA-F_]+|[-+]?\.(?i:inf|nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"
)
"""What other readers of YAML take for a truth value, a number or a date."""


def scalar_text(text: str, *, flow: bool = False, wordy: bool = False) -> str:
    """One line of YAML for a text; `flow` inside `[...]`, `wordy` where other programs must see a word in it too."""
    if _is_plain(text, flow=flow) and not (wordy and _MEANS_MORE.fullmatch(text)):
        return text
    if not _ODD.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def block_text(text: str, indent: str) -> str | None:
    """Several lines as a block `|` to stand after a key, or None for text that a block can't hold exactly."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if len(lines) < 2 or not lines[0].strip() or lines[0][0].isspace() or not lines[-1].strip():
        return None
    if any(line != line.rstrip() or _ODD.search(line) for line in lines):
        return None
    mark = "|" if text.endswith("\n") else "|-"
    return "\n".join([mark, *(indent + line if line else "" for line in lines)])


def flow_text(node: Node) -> str:
    """Any piece of YAML on one line, as it may stand after a key."""
    if isinstance(node, Scalar):
        return _written(node, flow=False)
    return _flow(node)


def _flow(node: Node) -> str:
    if isinstance(node, Sequence):
        return "[" + ", ".join(map(_flow, node.items)) + "]"
    if isinstance(node, Mapping):
        pairs = (f"{_written(key, flow=True)}: {_flow(value)}" for key, value in node.items)
        return "{" + ", ".join(pairs) + "}"
    return _written(node, flow=True)


def _written(scalar: Scalar, *, flow: bool) -> str:
    if scalar.is_empty and not scalar.quoted:
        return "null"
    return scalar_text(scalar.text, flow=flow, wordy=scalar.quoted)


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text in _NOTHING or text != text.strip() or _ODD.search(text):
        return False
    if text[0] in _NOT_FIRST or ": " in text or " #" in text or text.endswith(":"):
        return False
    return not flow or _FLOW_MARKS.isdisjoint(text)


def _escaped(letter: str) -> str:
    if letter in {'"', "\\"}:
        return "\\" + letter
    if letter == "\n":
        return "\\n"
    if letter == "\t":
        return "\\t"
    if not _ODD.fullmatch(letter):
        return letter
    code = ord(letter)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
