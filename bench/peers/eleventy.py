"""Eleventy: lists and skills are collections of its settings, each paginated by a template."""

import json
from collections.abc import Iterator

from bench.content import Content, Entry
from bench.peers.peer import PER_PAGE, Peer
from bench.source_files import markdown_file

LIST = """\
---
title: {title}
layout: list.njk
pagination: {{data: collections.{collection}, size: {size}}}
permalink: "/{collection}/{{% if pagination.pageNumber > 0 %}}page/{{{{ pagination.pageNumber + 1 }}}}/{{% endif %}}"
eleventyExcludeFromCollections: true
---
"""


def source(entry: Entry) -> tuple[str, str]:
    """An entry with its skills by name."""
    fields = entry.said([skill.name for skill in entry.skills])
    return f"src/{entry.collection}/{entry.slug}.md", markdown_file(fields, f"{entry.body}\n")


def more(content: Content) -> Iterator[tuple[str, str]]:
    """A list for each collection, what its entries have in common, and the names of collections and skills."""
    for collection, title in content.collections.items():
        text = LIST.format(title=title, collection=collection, size=PER_PAGE)
        yield f"src/lists/{collection}.njk", text
        shared = {"layout": "entry.njk", "collection": collection, "collectionTitle": title}
        yield f"src/{collection}/{collection}.json", json.dumps(shared)
    yield "src/_data/folders.json", json.dumps(list(content.collections))
    names = [{"slug": skill.slug, "name": skill.name} for skill in content.skills]
    yield "src/_data/names.json", json.dumps(names)


ELEVENTY = Peer(
    name="Eleventy",
    pins="eleventy",
    program=("node", "node_modules/@11ty/eleventy/cmd.cjs"),
    build=("--quiet", "--config=eleventy.config.cjs"),
    out="_site",
    frame="src/_includes/base.njk",
    source=source,
    more=more,
)
