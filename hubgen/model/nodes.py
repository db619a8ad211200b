"""What stands in a YAML, JSON or CSV file before anybody has decided what it means: text with places.

A scalar keeps its raw text, because the field's kind decides what it means and never YAML's guess. These are msgspec
structs and not dataclasses because a hub of 10,000 entries makes 300,000 of them and structs are made five times faster.
"""

from collections.abc import Iterator

import msgspec


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A piece of text as written; empty text, `null` and `~` (unquoted) mean: not given."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    quoted: bool = False
    """Quoted and block text is taken as it is: `"null"` is a word."""
    block_line: int = 0
    """The line on which the text of a block (`|`, `>`, or a Markdown body) begins; 0 when it is not a block."""
    block_column: int = 0
    """The column at which the lines of a block begin that are the file's lines (`|`, or a Markdown body)."""

    @property
    def text_column(self) -> int:
        """The column at which the text begins, or each of its lines; 0 where it isn't written as it reads."""
        if self.block_line:
            return self.block_column
        around = self.end_column - self.column - len(self.text)
        is_plain = self.line == self.end_line and around in {0, 2}
        return self.column + around // 2 if is_plain else 0

    @property
    def is_empty(self) -> bool:
        """Whether it means that nothing was given."""
        return not self.text.strip() or (
            not self.quoted and self.text in {"null", "Null", "NULL", "~"}
        )


class Sequence(msgspec.Struct, frozen=True):
    """A list as written."""

    items: tuple["Node", ...]
    line: int
    column: int
    end_line: int
    end_column: int


class Mapping(msgspec.Struct, frozen=True):
    """Keys and values as written, in the file's order; keys are unique (a doubled key was reported and dropped)."""

    items: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int
    end_line: int
    end_column: int

    def get(self, key: str) -> "Node | None":
        """The value under a key, or None."""
        return next((value for name, value in self.items if name.text == key), None)

    def keys(self) -> Iterator[str]:
        """The keys in the file's order."""
        return (name.text for name, _ in self.items)


Node = Scalar | Sequence | Mapping
