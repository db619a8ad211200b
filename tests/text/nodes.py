"""What the tests of the readers ask: plain values, all scalars, and the text at a place."""

from collections.abc import Iterator
from typing import Any

from hubgen.diagnostics import Diagnostic, Report
from hubgen.model.nodes import Mapping, Node, Scalar, Sequence
from hubgen.text.positions import LINES


def plain(node: Node | None) -> Any:
    """The node as dicts, lists and text."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node is not None else None


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every scalar below, keys too."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif node is not None:
        for key, value in node.items:
            yield key
            yield from scalars(value)


def text_at(text: str, scalar: Scalar) -> str:
    """What stands at a scalar's place, which must be one line."""
    line = LINES.split(text)[scalar.line - 1]
    assert scalar.end_line == scalar.line
    return line[scalar.column - 1 : scalar.end_column - 1]


def codes(report: Report) -> list[str]:
    """The codes in the order of their places."""
    return [each.code for each in report.diagnostics]


def check_places(text: str, diagnostics: tuple[Diagnostic, ...]) -> None:
    """Every place is one where an editor can put the cursor."""
    lines = LINES.split(text)
    for each in diagnostics:
        assert 1 <= each.span.line <= len(lines), each
        assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1, each
        assert each.message
        for related in each.related:
            assert 1 <= related.span.line <= len(lines)
