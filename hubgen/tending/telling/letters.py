"""What there is to ask, as a table for mail merge: a row for each entry, with the sentences of a letter."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from hubgen.tending.asks import Ask

_QUIET: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
"""Characters that end a line, rule over what is shown, or can't be seen."""
_FORMULA: Final = re.compile(r"(^\s*|;\s*)([=+\-@＝＋－＠])")
"""How a spreadsheet recognises a formula, also where it takes a semicolon for the end of a cell."""

COLUMNS: Final[Mapping[str, Callable[[Ask], str]]] = {
    "email": lambda ask: ask.contact.email,
    "name": lambda ask: ask.contact.name,
    "title": lambda ask: ask.title,
    "kind": lambda ask: ask.singular,
    "reason": lambda ask: "; ".join(each.words for each in ask.reasons),
    "question": lambda ask: " ".join(each.question for each in ask.reasons),
    "since": lambda ask: min((str(each.since) for each in ask.reasons if each.since), default=""),
    "page": lambda ask: ask.page,
    "edit": lambda ask: ask.edit,
    "account": lambda ask: ask.contact.account,
    "entry": lambda ask: ask.key,
    "file": lambda ask: ask.span.path,
}
"""By the name of the column: what stands in it."""


def render(asks: Iterable[Ask]) -> str:
    """The table with its heading, as RFC 4180 writes it; no cell is a formula, whatever the content says."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell(ask)) for cell in COLUMNS.values()] for ask in asks)
    return table.getvalue()


def harmless(text: str) -> str:
    """The text on one line, with an apostrophe before whatever a spreadsheet would compute."""
    return _FORMULA.sub(r"\1'\2", _QUIET.sub(" ", text))
