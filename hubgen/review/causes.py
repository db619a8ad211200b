"""Which problems a change causes: those that weren't there before it, wherever in the hub they appear.

A problem is the same one when rule, file and words are; its line may have moved, and its file may have another name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher

from hubgen.diagnostics import Diagnostic
from hubgen.files.limits import MANY_FILE_LIMIT
from hubgen.files.reading import HubFolder, Unreadable
from hubgen.text.positions import LINES

Identity = tuple[str, str, str]
Lines = Callable[[str], tuple[list[str], list[str]]]
"""Of a file that changed, by its path afterwards: its lines before, and after."""
MOST_LINES = 20_000
"""Of a file whose lines are followed one by one."""


def caused(
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
    renamed: Mapping[str, str],
    lines: Lines,
) -> tuple[Diagnostic, ...]:
    """What is said afterwards and wasn't before; `renamed` are old paths by new ones."""
    names = {old: new for new, old in renamed.items()}
    old: dict[Identity, list[Diagnostic]] = {}
    for each in before:
        old.setdefault(_identity(each, names), []).append(each)
    new: dict[Identity, list[Diagnostic]] = {}
    for each in after:
        new.setdefault(_identity(each, {}), []).append(each)
    found = [
        each
        for identity, there in new.items()
        for each in _more(old.get(identity, []), there, lines)
    ]
    return tuple(sorted(found, key=lambda each: (each.span, each.code, each.message)))


def both_lines(old: HubFolder, new: HubFolder, renamed: Mapping[str, str]) -> Lines:
    """The lines of files, out of both versions of the hub."""
    return lambda path: (_lines(old, renamed.get(path, path)), _lines(new, path))


def _lines(folder: HubFolder, path: str) -> list[str]:
    try:
        data = folder.read(path, MANY_FILE_LIMIT)
    except Unreadable:
        return []
    return LINES.split(data.decode("utf-8", "replace"))


def _more(before: list[Diagnostic], after: list[Diagnostic], lines: Lines) -> Iterable[Diagnostic]:
    """Those of the same problems that came: where it is here twice and was here once, the one in a line that is new."""
    if len(after) <= len(before):
        return ()
    if not before:
        return after
    old_lines, new_lines = lines(after[0].span.path)
    stayed = _followed(old_lines, new_lines)
    known = Counter(stayed.get(each.span.line, 0) for each in before)
    by_age = sorted(after, key=lambda each: known[each.span.line] == 0)
    return by_age[len(before) :]


def _followed(old: list[str], new: list[str]) -> dict[int, int]:
    """By line before, counted from 1: the line after."""
    if max(len(old), len(new)) > MOST_LINES:
        return {}
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {
        block.a + each + 1: block.b + each + 1 for block in blocks for each in range(block.size)
    }


def _identity(diagnostic: Diagnostic, names: Mapping[str, str]) -> Identity:
    path = diagnostic.span.path
    return diagnostic.code, names.get(path, path), diagnostic.message
