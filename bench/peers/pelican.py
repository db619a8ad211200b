"""Pelican: entries are articles, their folders categories, skills tags; its cache of read files is on."""

import re
from collections.abc import Iterator

from bench.content import Content, Entry
from bench.peers.peer import Peer


def source(entry: Entry) -> tuple[str, str]:
    """An entry with a line for each kind of metadata; fields are lines of one of them."""
    lines = [
        f"Title: {entry.title}",
        f"Slug: {entry.slug}",
        *([f"Date: {entry.date}"] if entry.date else []),
        f"Kind: {entry.kind}",
        f"Summary: {entry.summary}",
        f"Tags: {', '.join(re.sub('[,;]', '', skill.name) for skill in entry.skills)}",
        *_several("Facts", entry.facts),
        *_several("Fields", tuple(f"{name}: {text}" for name, text in entry.fields.items())),
    ]
    head = "\n".join(" ".join(line.split("\n")) for line in lines if not line.endswith(": "))
    return f"content/{entry.collection}/{entry.slug}.md", f"{head}\n\n{entry.body}\n"


def _several(name: str, values: tuple[str, ...]) -> Iterator[str]:
    """The first value beside the name, the others below it."""
    for number, value in enumerate(values):
        yield f"    {value}" if number else f"{name}: {value}"


def more(_content: Content) -> Iterator[tuple[str, str]]:
    """Nothing: categories and tags come from the entries."""
    yield from ()


PELICAN = Peer(
    name="Pelican",
    pins="pelican",
    program=("bin/pelican",),
    build=("content", "-s", "pelicanconf.py", "-o", "output", "--quiet"),
    out="output",
    frame="theme/templates/base.html",
    source=source,
    more=more,
    caches=("cache", "__pycache__"),
)
