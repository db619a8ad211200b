"""The report as Markdown, for a comment or a job's summary: somebody else's words stand in code spans, where nothing acts."""

from collections.abc import Iterable

from hubgen.diagnostics.rendering.plain import as_code
from hubgen.review.rendering.blocks import Block, Heading, Items, Line, Part, Parts, Quoted, Table

LONGEST = 60_000
"""Letters; a comment on GitHub takes 65,536."""
CUT = "\n\nThe report is longer than fits here: `hubgen review` shows all of it.\n"


def render(blocks: Iterable[Block]) -> str:
    """The report, cut between two blocks where it is too long."""
    parts: list[str] = []
    length = 0
    for block in blocks:
        text = _block(block)
        length += len(text) + 2
        if length > LONGEST:
            return "\n\n".join(parts) + CUT
        parts.append(text)
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {block.words}"
        case Line():
            return _parts(block.parts)
        case Items():
            return "\n".join(f"- {_parts(each)}" for each in block.items)
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    lines = [_row(table.head), _row(tuple("---" for _ in table.head))]
    # A pipe ends a cell even in a code span, unless it is escaped.
    rows = (tuple(_parts(cell).replace("|", "\\|") for cell in row) for row in table.rows)
    return "\n".join([*lines, *map(_row, rows)])


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _parts(parts: Parts) -> str:
    return "".join(map(_part, parts))


def _part(part: Part) -> str:
    return as_code(part.text) if isinstance(part, Quoted) else part
