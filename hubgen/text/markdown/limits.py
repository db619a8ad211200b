"""How much Markdown is read as Markdown: what would take the parser very long is shown as plain text."""

from dataclasses import dataclass

LONGEST = 200_000
"""Characters of one text."""


@dataclass(frozen=True, slots=True)
class TooMuch:
    """Why a text isn't read as Markdown."""

    code: str
    line: int
    """From 0."""
    message: str
    help: str


def problem_with(text: str) -> TooMuch | None:
    """What keeps a text from being read as Markdown, or None."""
    if len(text) > LONGEST:
        return TooMuch(
            "HG903",
            0,
            f"this text has {len(text):,} characters; more than {LONGEST:,} are not formatted",
            "split it into several pages, or link to a file beside the entry",
        )
    return None
