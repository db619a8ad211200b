"""A place in a file: what an editor needs to put the cursor there.

A msgspec struct and not a dataclass, because every field of every entry has one and structs are made six times faster.
"""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of text in one file; lines and columns count from 1, columns in code points."""

    path: str
    """Relative to the hub's folder, with `/` between its parts."""
    line: int = 1
    column: int = 1
    end_line: int = 0
    """0 when the stretch is only a point."""
    end_column: int = 0
    """Exclusive: the column after the last character."""

    def __str__(self) -> str:
        """The form that terminals make clickable: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"
