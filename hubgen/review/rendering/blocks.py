"""What a report is made of. Words of hubgen's own are `str`, those of content are `Quoted`: no renderer can mistake one for the other."""

from dataclasses import dataclass

from hubgen.review.words import cut


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of somebody else: shown as they are, and never obeyed."""

    text: str


Part = str | Quoted
Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; 1 is the report's own."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of its own."""

    parts: Parts


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a line of headings."""

    head: tuple[str, ...]
    rows: tuple[tuple[Parts, ...], ...]


Block = Heading | Line | Items | Table

MOST_ITEMS = 50
"""Of a list or a table: more are counted."""


def quoted(text: str) -> Quoted:
    """Somebody else's words, shortened where they are long."""
    return Quoted(cut(text))


def listed(texts: tuple[str, ...]) -> Parts:
    """Somebody else's words, with commas between them."""
    parts: list[Part] = []
    for text in texts[:MOST_ITEMS]:
        parts += [", "] if parts else []
        parts.append(quoted(text))
    if len(texts) > MOST_ITEMS:
        parts.append(f" and {len(texts) - MOST_ITEMS} more")
    return tuple(parts)


def items(lines: tuple[Parts, ...]) -> Items:
    """A list, with a count of those for which there is no room."""
    left = len(lines) - MOST_ITEMS
    return Items((*lines[:MOST_ITEMS], (f"and {left} more",)) if left > 0 else lines)


def table(head: tuple[str, ...], rows: tuple[tuple[Parts, ...], ...]) -> tuple[Block, ...]:
    """A table, with a count of those rows for which there is no room."""
    left = len(rows) - MOST_ITEMS
    shown = Table(head, rows[:MOST_ITEMS])
    return (shown, Line((f"And {left} more.",))) if left > 0 else (shown,)
