"""MkDocs: it knows pages only, so lists and skills are pages without text that a hook gives their cards."""

from collections.abc import Iterator
from math import ceil

from bench.content import Content, Entry
from bench.peers.peer import PER_PAGE, TITLE, Peer
from bench.source_files import markdown_file


def source(entry: Entry) -> tuple[str, str]:
    """An entry with its skills by name."""
    own = {"template": "entry.html", "collection": entry.collection}
    fields = {**own, **entry.said([skill.name for skill in entry.skills])}
    return f"docs/{entry.collection}/{entry.slug}.md", markdown_file(fields, f"{entry.body}\n")


def more(content: Content) -> Iterator[tuple[str, str]]:
    """The pages that list others."""
    yield "docs/index.md", _page("home.html", TITLE)
    for collection, title in content.collections.items():
        pages = ceil(len(content.of(collection)) / PER_PAGE)
        for number in range(1, pages + 1):
            below = "" if number == 1 else f"page/{number}/"
            fields: dict[str, str | int] = {"lists": collection, "number": number, "pages": pages}
            yield f"docs/{collection}/{below}index.md", _page("list.html", title, **fields)
    yield "docs/skills/index.md", _page("skills.html", "Skills")
    for skill in content.skills:
        yield f"docs/skills/{skill.slug}.md", _page("skill.html", skill.name)


def _page(template: str, title: str, **fields: str | int) -> str:
    return markdown_file({"template": template, "title": title, **fields}, "")


MKDOCS = Peer(
    name="MkDocs",
    pins="mkdocs",
    program=("bin/mkdocs",),
    build=("build", "--quiet"),
    out="site",
    frame="theme/main.html",
    source=source,
    more=more,
    caches=("__pycache__",),
)
