"""The entries that left the hub for good: `content/removed.yaml`."""

from collections.abc import Iterable

from hubgen.diagnostics import Report, Span
from hubgen.model.entry import Entry, Key
from hubgen.model.nodes import Node, Scalar, Sequence
from hubgen.text.slugs import slug_problem


def removed_keys(node: Node | None, path: str, report: Report) -> tuple[Key, ...]:
    """The keys on the list, sorted; anything that isn't `collection/slug` is reported."""
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        _complain(Span(path, node.line, node.column), report)
        return ()
    keys = set()
    for item in node.items:
        if isinstance(item, Scalar) and _is_key(item.text.strip()):
            keys.add(item.text.strip())
        else:
            _complain(Span(path, item.line, item.column, item.end_line, item.end_column), report)
    return tuple(sorted(keys))


def without_removed(
    entries: Iterable[Entry], removed: tuple[Key, ...], report: Report
) -> tuple[Entry, ...]:
    """The entries that stay; one that left and is here again is reported and left out."""
    gone = frozenset(removed)
    kept = []
    for entry in entries:
        if entry.key in gone:
            report.add(
                "HG209",
                entry.span,
                f"'{entry.key}' left the hub and may not come back by accident",
                help="remove this entry, or take its line out of content/removed.yaml if the person wants to return",
            )
        else:
            kept.append(entry)
    return tuple(kept)


def _is_key(text: str) -> bool:
    collection, slash, slug = text.partition("/")
    return bool(collection and slash and slug) and slug_problem(slug) is None


def _complain(span: Span, report: Report) -> None:
    report.add(
        "HG214",
        span,
        "this isn't the name of an entry",
        help="write `collection/slug`, one a line: `- members/ada`",
    )
