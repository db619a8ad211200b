"""Entries that may be there already: the same name, address, account, number or e-mail, or a name that looks alike."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from hubgen.model.entry import Entry, Key
from hubgen.model.schema import Collection, Field
from hubgen.model.values import Handle, Identifier
from hubgen.review.entries import HIDDEN, is_private, title_of
from hubgen.review.letters import mixes_scripts, skeleton
from hubgen.text.names import fold

CLOSE = 0.88
"""Share of common letters from which two names are worth a look."""
SHARED = 3
"""Entries from which on an address is everybody's: the network's own site."""
NAMES = ("the same name", "a name that looks the same", "nearly the same name")
"""What can be said of names, the strongest first."""
SAME_MAIL = "the same e-mail address"
MOST = 40
"""New entries whose names are compared with all others letter by letter."""


@dataclass(frozen=True, slots=True)
class Sign:
    """By what two entries seem to be one."""

    reason: str
    """In hubgen's own words: `the same name`."""
    what: str
    """In theirs: the name, the address."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two entries that may be one."""

    entry: Entry
    other: Entry
    signs: tuple[Sign, ...]


def likenesses(
    touched: Iterable[Entry],
    entries: Iterable[Entry],
    collections: Mapping[str, Collection],
    mail: Iterable[tuple[Entry, Entry]] = (),
) -> tuple[Likeness, ...]:
    """For each entry that says something new: others of its collection that it may be, each pair once.

    `mail` are those that are known to have one e-mail address.
    """
    every: dict[Key, Entry] = {}
    for entry in entries:
        every.setdefault(entry.key, entry)
    known: dict[tuple[str, Sign], list[Entry]] = {}
    for entry in every.values():
        for sign in _signs(entry, collections[entry.collection]):
            known.setdefault((entry.collection, sign), []).append(entry)
    found: dict[tuple[str, str], list[Sign]] = {}
    for number, entry in enumerate(touched):
        close = _close(entry, every, collections) if number < MOST else ()
        others = chain(_same(entry, known, collections), close)
        for other, sign in others:
            if (other.key, entry.key) not in found:
                found.setdefault((entry.key, other.key), []).append(sign)
    for entry, other in mail:
        pair = (other.key, entry.key) if (other.key, entry.key) in found else (entry.key, other.key)
        if SAME_MAIL not in (each.reason for each in found.get(pair, ())):
            found.setdefault(pair, []).append(Sign(SAME_MAIL, HIDDEN))
    return tuple(
        _likeness(every[one], every[other], _without_echoes(signs), collections)
        for (one, other), signs in found.items()
    )


def _likeness(
    one: Entry,
    other: Entry,
    signs: tuple[Sign, ...],
    collections: Mapping[str, Collection],
) -> Likeness:
    """What neither would publish stays unsaid, though that they share it is said."""
    private = {
        sign
        for entry in (one, other)
        for name, value in entry.values.items()
        if is_private(collections[entry.collection].fields[name], entry)
        for sign in _signs_of(value, collections[entry.collection].fields[name])
    }
    shown = (Sign(each.reason, HIDDEN) if each in private else each for each in signs)
    return Likeness(one, other, tuple(shown))


def _without_echoes(signs: list[Sign]) -> tuple[Sign, ...]:
    """Of what is said of names only the strongest: those that are the same look the same as well."""
    names = [sign for sign in signs if sign.reason in NAMES]
    strongest = min(names, key=lambda sign: NAMES.index(sign.reason), default=None)
    others = tuple(dict.fromkeys(sign for sign in signs if sign not in names))
    return (strongest, *others) if strongest is not None else others


def mixed_names(
    touched: Iterable[Entry], collections: Mapping[str, Collection]
) -> tuple[Entry, ...]:
    """Entries with a word in their names that holds letters of more than one alphabet."""
    return tuple(each for each in touched if mixes_scripts(title_of(each, collections)))


def _same(
    entry: Entry,
    known: Mapping[tuple[str, Sign], list[Entry]],
    collections: Mapping[str, Collection],
) -> Iterator[tuple[Entry, Sign]]:
    for sign in _signs(entry, collections[entry.collection]):
        others = [each for each in known.get((entry.collection, sign), ()) if each.key != entry.key]
        if len(others) <= SHARED:
            yield from ((each, sign) for each in others)


def _close(
    entry: Entry, every: Mapping[str, Entry], collections: Mapping[str, Collection]
) -> Iterator[tuple[Entry, Sign]]:
    title = fold(title_of(entry, collections))
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(title)
    for other in every.values():
        if other.collection != entry.collection or other.key == entry.key:
            continue
        matcher.set_seq1(fold(title_of(other, collections)))
        # The quick ones are upper bounds: nearly all others end there.
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < CLOSE:
            continue
        if matcher.ratio() >= CLOSE:
            yield other, Sign(NAMES[2], title_of(other, collections))


def _signs(entry: Entry, collection: Collection) -> Iterator[Sign]:
    """By what the entry could be known to be another."""
    title = title_of(entry, {collection.name: collection})
    yield Sign(NAMES[0], fold(title))
    yield Sign(NAMES[1], skeleton(title))
    for name, value in entry.values.items():
        yield from _signs_of(value, collection.fields[name])


def _signs_of(value: Any, field: Field) -> Iterator[Sign]:
    inner = field.of if isinstance(field.of, Field) else field
    if isinstance(value, Identifier):
        yield Sign(f"the same {value.scheme.upper()}", value.value)
    elif isinstance(value, Handle):
        reason = "the same ORCID" if value.service == "orcid" else "the same account"
        yield Sign(reason, _bare(value.url) or f"{value.service} {value.name}".casefold())
    elif isinstance(value, str) and field.kind == "email":
        yield Sign(SAME_MAIL, value.casefold())
    elif isinstance(value, str) and field.kind == "url":
        yield Sign("the same address", _bare(value))
    elif isinstance(value, tuple):
        for each in value:
            yield from _signs_of(each, inner)


def _bare(address: str) -> str:
    """The address without what differs between two copies of it."""
    try:
        parts = urlsplit(address.casefold())
    except ValueError:
        return address
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.')}{path}" + (f"?{parts.query}" if parts.query else "")
