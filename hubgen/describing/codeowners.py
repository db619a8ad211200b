"""CODEOWNERS: whose entry a file is, so that the host asks them when somebody else changes it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hubgen.describing.description import Description, Subject
from hubgen.diagnostics.rendering.cells import shown
from hubgen.model.entry import Entry

BEGINS: Final = "# Below this line, hubgen schema --format codeowners writes who owns which entry."
_ACCOUNT: Final = re.compile(
    r"@?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){0,5}"
)
_ADDRESS: Final = re.compile(
    r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
)
_BETWEEN: Final = re.compile(r"[\s,;]+")
_TO_ESCAPE: Final = re.compile(r"([\\ #])")
_UNNAMEABLE: Final = re.compile(r"[#*?!\[\]\\]")
"""Characters that mean something in a pattern, and that not every host lets one escape."""
_REGEXES: Final = frozenset({"gitea", "forgejo"})
"""Hosts whose patterns are regular expressions, in files where a backslash is written twice."""


def codeowners(subject: Subject) -> Iterator[Description]:
    """A line for each file whose entries name their owners; what is no account is left out, and said in a comment."""
    host = subject.site.repository.host if subject.site.repository else ""
    lines = (_line(path, owners, host) for path, owners in _owners(subject.entries()).items())
    text = "\n".join((BEGINS, *lines, ""))
    yield Description("CODEOWNERS", text.encode(), BEGINS.encode())


def accounts(owner: str) -> tuple[str, ...]:
    """The accounts that an entry's `owner` names, as CODEOWNERS writes them; empty when any of it is no account."""
    words = [word for word in _BETWEEN.split(owner) if word]
    if not all(_ACCOUNT.fullmatch(word) or _ADDRESS.fullmatch(word) for word in words):
        return ()
    return tuple(word if "@" in word else f"@{word}" for word in words)


def _owners(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """By file, sorted: what its entries say of their owners; a translation belongs to whom its entry does."""
    every = tuple(entries)
    owners = {each.key: str(each.values["owner"]) for each in every if each.values.get("owner")}
    found: dict[str, set[str]] = defaultdict(set)
    for entry in every:
        if entry.key in owners:
            found[entry.span.path].add(owners[entry.key])
    return {path: tuple(sorted(found[path])) for path in sorted(found)}


def _line(path: str, owners: tuple[str, ...], host: str) -> str:
    named = sorted({account for owner in owners for account in accounts(owner)})
    unclear = [owner for owner in owners if not accounts(owner)]
    if unclear:
        return f"# {shown(path)}: this owner is no account: {shown(unclear[0])}"
    if host not in _REGEXES and _UNNAMEABLE.search(path):
        return f"# {shown(path)}: no pattern can name this file"
    return f"{_pattern(path, host)} {' '.join(named)}"


def _pattern(path: str, host: str) -> str:
    if host in _REGEXES:
        return _TO_ESCAPE.sub(r"\\\1", re.escape(path))
    return "/" + _TO_ESCAPE.sub(r"\\\1", path)
