"""The shapes that a value may come in: text, a list, named parts, or nothing at all."""

from hubgen.kinds.reader import Reader
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.model.schema import Field
from hubgen.text.reading import Remark, quoted

LONGEST_LIST = 1_000
"""Items of a list whose field sets no limit."""


def is_absent(node: Node) -> bool:
    """Whether it means that nothing was given: no text, no items, or only such."""
    if isinstance(node, Scalar):
        return node.is_empty
    if isinstance(node, Mapping):
        return all(is_absent(value) for _, value in node.items)
    return all(map(is_absent, node.items))


def one_scalar(node: Node, field: Field, reader: Reader) -> Scalar | None:
    """The only piece of text in a node; None for nothing at all, and, after complaining, for other shapes."""
    if type(node) is Scalar:
        return None if node.is_empty else node
    items = given_items(node)
    if type(node) is Sequence and len(items) == 1 and type(items[0]) is Scalar:
        return items[0]
    if not is_absent(node):
        wrong_shape(node, field, reader, "one value")
    return None


def many(node: Node, field: Field, reader: Reader) -> tuple[Node, ...]:
    """The items of a list that say something, at most as many as the field allows; a lone value is a list of one.

    A line of text is split at its semicolons or commas, with a hint where the file has a better way.
    """
    items = _items(node, field, reader)
    limit = field.max_length or LONGEST_LIST
    if len(items) > limit:
        message = f"{len(items):,} items, and at most {limit:,} are read"
        reader.refuse(field, "HG312", items[limit], message, help="shorten the list")
    return items[:limit]


def given_items(node: Node) -> tuple[Node, ...]:
    """The items of a list that say something."""
    if type(node) is not Sequence:
        return ()
    return tuple(item for item in node.items if not is_absent(item))


def given_parts(node: Mapping) -> dict[str, Scalar]:
    """The named texts of a mapping that say something."""
    return {
        key.text: value for key, value in node.items if type(value) is Scalar and not value.is_empty
    }


def wrong_shape(node: Node, field: Field, reader: Reader, wanted: str) -> None:
    """Say that the value has another shape than the field, and show one that fits."""
    advice = f"for example: {field.name}: {field.example}" if field.example else field.help
    reader.refuse(field, "HG306", node, f"expected {wanted}, found {_name(node)}", help=advice)


def part_of(scalar: Scalar, start: int, stop: int) -> Scalar:
    """A stretch of the text as a piece of its own, with its place where that can be known."""
    text = scalar.text[start:stop]
    first = scalar.text_column
    if scalar.block_line or not first:
        return Scalar(
            text, scalar.line, scalar.column, scalar.end_line, scalar.end_column, quoted=True
        )
    return Scalar(text, scalar.line, first + start, scalar.line, first + stop, quoted=True)


def tell(remark: Remark, node: Node, field: Field, reader: Reader) -> None:
    """Make a diagnostic of a remark at a node."""
    reader.refuse(field, remark.code, node, remark.message, help=remark.help)


def _items(node: Node, field: Field, reader: Reader) -> tuple[Node, ...]:
    if type(node) is Sequence:
        return given_items(node)
    if type(node) is Scalar and not node.block_line:
        separator = next((mark for mark in ";," if mark in node.text), "")
        if separator:
            return _split(node, separator, field, reader)
    return () if is_absent(node) else (node,)


def _split(scalar: Scalar, separator: str, field: Field, reader: Reader) -> tuple[Node, ...]:
    parts = []
    start = 0
    for piece in scalar.text.split(separator):
        word = piece.strip()
        if word:
            first = start + piece.index(word)
            parts.append(part_of(scalar, first, first + len(word)))
        start += len(piece) + 1
    if len(parts) > 1 and not reader.path.endswith(".csv"):
        message = f"a list is written as one text: {len(parts)} items are read"
        reader.refuse(field, "HG307", scalar, message, help=_list_advice(parts, scalar, field))
    return tuple(parts)


def _list_advice(parts: list[Scalar], scalar: Scalar, field: Field) -> str:
    words = ", ".join(part.text for part in parts)
    advice = f"write {field.name}: [{words}]" if len(words) <= 60 else "write one item a line"
    if (
        any(" " in part.text for part in parts)
        and len(scalar.text) <= 60
        and '"' not in scalar.text
    ):
        return f'{advice}, or {field.name}: ["{scalar.text.strip()}"] if it is one'
    return advice


def _name(node: Node) -> str:
    if type(node) is Scalar:
        return f"the text {quoted(node.text)}"
    return "a list" if type(node) is Sequence else f"named parts ({_some_keys(node)})"


def _some_keys(node: Node) -> str:
    keys = list(node.keys()) if type(node) is Mapping else []
    return ", ".join(key[:40] for key in keys[:3]) + (", …" if len(keys) > 3 else "")
